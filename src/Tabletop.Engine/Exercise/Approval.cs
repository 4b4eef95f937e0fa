using System.Collections.Immutable;
using System.Text.Json;

namespace Tabletop.Engine;

/// <summary>What became of a deed that waited for a second facilitator.</summary>
public enum DeedOutcome
{
    Approved,
    Declined,

    /// <summary>By whoever asked for it.</summary>
    Withdrawn,

    /// <summary>It could not be done any more.</summary>
    Lapsed,
}

/// <summary>Something that cannot be taken back, and waits until a second facilitator approves it.</summary>
/// <param name="Does">The command that is carried out then; null in a log that was given to others than facilitators.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="Time">Scenario time of the asking.</param>
public sealed record Deed(string Id, Command.ForGood? Does, Facilitator? By, DateTimeOffset Time)
{
    /// <summary>Null: it waits.</summary>
    public DeedOutcome? Outcome { get; init; }

    /// <summary>Who approved or declined it.</summary>
    public Facilitator? SettledBy { get; init; }

    /// <summary>Server time; null: it waits.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Why it was declined.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Why it could not be done any more.</summary>
    public Rejection? Why { get; init; }

    public bool Waits => Outcome is null;
}

public sealed partial record Exercise
{
    /// <summary>Deeds that wait at once.</summary>
    public const int MaxWaiting = 30;

    /// <summary>What cannot be taken back waits for a second facilitator.</summary>
    public bool Approval { get; init; }

    /// <summary>In order of being asked for, those that do not wait any more included.</summary>
    public ImmutableArray<Deed> Deeds { get; init; } = [];

    /// <summary>A command as one text: two that would do the same have the same.</summary>
    internal static string? Spell(Command.ForGood? command) => command is null ? null : JsonSerializer.Serialize(command, EventJsonContext.Default.ForGood);

    Rejection? Handle(Command command, Unfolding unfolding, DateTimeOffset at)
    {
        void Emit(Event e) => unfolding.Emit(e, TimeAt(at), command);
        return command is Command.SettleDeed settle ? Settle(settle, at, unfolding)
            : Approval && Lifecycle != Lifecycle.Lobby && command is Command.ForGood deed ? Ask(deed, at, Emit)
            : CarryOut(command, at, Emit);
    }

    // Turning it off is done by one person, and seen by all: whoever is left alone in the room must get on, and it guards
    // against slips, not against facilitators. What waited then is asked for no more.
    Rejection? SetApproval(Command.SetApproval set, Action<Event> emit) =>
        Mode != ExerciseMode.Facilitated ? new(RejectionCode.NotNow, "A second facilitator can only approve where facilitators run the exercise.")
        : Lifecycle == Lifecycle.Closed ? new(RejectionCode.NotNow, "The exercise is closed; nothing can be done in it that would have to be approved.")
        : set.On == Approval ? null
        : Do(emit, new Event.ApprovalSet(set.On));

    /// <summary>Asks for what would be possible now.</summary>
    Rejection? Ask(Command.ForGood command, DateTimeOffset at, Action<Event> emit)
    {
        var follows = new List<Event>();
        if (CarryOut(command, at, follows.Add) is { } refusal)
        {
            return refusal;
        }

        if (follows.Count == 0)
        {
            return null;
        }

        // The inject that a step goes to is known now; when it is approved, another may be the next.
        var does = (follows is [Event.Jumped jumped] ? new Command.Jump(jumped.To) : command) with { Id = "", Facilitator = null };
        return Deeds.Any(deed => deed.Waits && Spell(Nameless(deed.Does!)) == Spell(Nameless(does))) ? new(RejectionCode.AlreadyDone, "That waits for a second facilitator already.")
            : Deeds.Count(deed => deed.Waits) >= MaxWaiting ? new(RejectionCode.NotNow, $"{MaxWaiting} requests wait for a second facilitator already. Withdraw some, or wait.")
            : Do(emit, new Event.DeedAsked(command.Id, does));
    }

    /// <summary>Without the id of what it makes, which is another each time somebody asks for the same.</summary>
    static Command.ForGood Nameless(Command.ForGood does) => does switch
    {
        Command.CorrectScore correct => correct with { Correction = "" },
        Command.UndoCorrection undo => undo with { Correction = "" },
        Command.WriteInject write => write with { Inject = "" },
        _ => does,
    };

    Rejection? Settle(Command.SettleDeed settle, DateTimeOffset at, Unfolding unfolding)
    {
        if (Deeds.FirstOrDefault(deed => deed.Id == settle.Deed) is not { } deed || settle.As == DeedOutcome.Lapsed)
        {
            return new(RejectionCode.BadValue, "There is no such request.");
        }

        if (!deed.Waits)
        {
            return RefuseSettled(deed);
        }

        var own = deed.By?.Id == settle.Facilitator?.Id;
        if (own != (settle.As == DeedOutcome.Withdrawn))
        {
            return own
                ? new(RejectionCode.NotYourRole, "You asked for it yourself: another facilitator has to approve it. You can withdraw it.")
                : new(RejectionCode.NotYourRole, $"Only {NameOf(deed.By)}, who asked for it, can withdraw it. You can decline it.");
        }

        if (settle.As == DeedOutcome.Declined && string.IsNullOrWhiteSpace(settle.Reason))
        {
            return new(RejectionCode.BadValue, $"Say why: {NameOf(deed.By)} reads it.");
        }

        var time = TimeAt(at);
        var follows = new List<Event>();
        var approved = settle.As == DeedOutcome.Approved;
        if (approved && (CarryOut(deed.Does!, at, follows.Add) ?? (follows.Count == 0 ? new(RejectionCode.AlreadyDone, "It was done already.") : null)) is { } refusal)
        {
            // Nobody's doing: whoever approves it again is told the same.
            unfolding.Emit(new Event.DeedSettled(deed.Id, DeedOutcome.Lapsed, "") { Why = refusal }, time);
            return refusal;
        }

        unfolding.Emit(new Event.DeedSettled(deed.Id, settle.As, settle.As == DeedOutcome.Declined ? settle.Reason.Trim() : ""), time, settle);
        foreach (var e in follows)
        {
            unfolding.Emit(e, time, settle with { Facilitator = deed.By });
        }

        return null;
    }

    static Rejection RefuseSettled(Deed deed) => deed switch
    {
        { Why: { } why } => why,
        { Outcome: DeedOutcome.Approved } => new(RejectionCode.AlreadyDone, $"{NameOf(deed.SettledBy)} has approved it already: it is done."),
        { Outcome: DeedOutcome.Declined } => new(RejectionCode.AlreadyDone, $"{NameOf(deed.SettledBy)} has declined it already."),
        _ => new(RejectionCode.AlreadyDone, $"{NameOf(deed.By)}, who asked for it, has withdrawn it."),
    };

    static Phrase NameOf(Facilitator? facilitator) => facilitator is null ? "A facilitator" : (Phrase)$"{facilitator.Name}";

    Exercise Awaited(Event e) => e switch
    {
        Event.ApprovalSet { On: true } => this with { Approval = true },
        Event.ApprovalSet => LetGo(e, "Two-person approval was turned off meanwhile. Do it again if it is still wanted.") with { Approval = false },
        Event.DeedAsked asked => this with { Deeds = Deeds.Add(new(asked.Deed, asked.Does, e.Facilitator, e.Time)) },
        Event.DeedSettled settled => this with
        {
            Deeds = [.. Deeds.Select(deed => deed.Id != settled.Deed ? deed : deed with
            {
                Outcome = settled.As,
                SettledBy = e.Facilitator,
                SettledAt = e.At,
                Reason = settled.Reason,
                Why = settled.Why,
            })],
        },
        _ => this,
    };

    /// <summary>Nothing waits any more.</summary>
    Exercise LetGo(Event e, Phrase why) => this with
    {
        Deeds = [.. Deeds.Select(deed => !deed.Waits ? deed : deed with { Outcome = DeedOutcome.Lapsed, SettledAt = e.At, Why = new(RejectionCode.NotNow, why) })],
    };
}
