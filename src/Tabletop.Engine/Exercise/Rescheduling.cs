using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>What a facilitator changed about injects that have not come: when they come, and what they say.</summary>
public sealed partial record Exercise
{
    /// <summary>Scenario times that facilitators set, by inject id.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Rescheduled { get; init; } = EmptyMap<DateTimeOffset>();

    /// <summary>Injects of the scenario whose words facilitators changed before they came, by id.</summary>
    public ImmutableSortedDictionary<string, InjectSpec> Edited { get; init; } = EmptyMap<InjectSpec>();

    /// <summary>Injects that were written ahead and taken out of the plan again.</summary>
    public ImmutableSortedSet<string> Dropped { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Whether facilitators may plan what is to come: while it runs, and in the lobby.</summary>
    public bool CanPlan => Lifecycle switch
    {
        Lifecycle.Lobby => Mode is ExerciseMode.Facilitated or ExerciseMode.Rehearsal,
        Lifecycle.Running or Lifecycle.Paused => true,
        _ => false,
    };

    Rejection? NotAhead(Phrase verb) => CanPlan ? null : NotLive(verb);

    Rejection? Drop(Command.DropInject drop, Action<Event> emit) =>
        NotAhead("change injects in")
        ?? (!Written.ContainsKey(drop.Inject) ? new(RejectionCode.UnknownInject, "Only what facilitators wrote can be deleted. Hold the scenario’s own injects back instead.")
        : Dropped.Contains(drop.Inject) == drop.Dropped ? null
        : drop.Dropped && Teams.Any(team => team.Inbox.Any(item => item.Inject == drop.Inject)) ? new(RejectionCode.InjectState, "A team has it already. Recall it instead.")
        : Do(emit, new Event.InjectDropped(drop.Inject, drop.Dropped)));

    /// <summary>What brings an inject: the scenario's trigger, or the time that a facilitator set.</summary>
    public Trigger TriggerOf(InjectSpec inject) =>
        !Rescheduled.IsEmpty && Rescheduled.TryGetValue(inject.Id, out var time)
            ? new Trigger.AtTime(time, (inject.Trigger as Trigger.AtTime)?.If)
            : inject.Trigger;

    /// <summary>Whether a team still may get an inject: it has it not, and nothing has settled that it will not.</summary>
    static bool Awaits(Team team, string inject) => !team.Settled.Contains(inject) || team.Pending.ContainsKey(inject);

    Rejection? Reschedule(Command.RescheduleInject reschedule, DateTimeOffset now, Action<Event> emit)
    {
        if (RefuseChange(reschedule.Inject, "move injects in", out var inject) is { } refusal)
        {
            return refusal;
        }

        if (inject!.Trigger is Trigger.When && Teams.All(team => !team.Pending.ContainsKey(inject.Id)))
        {
            return new(RejectionCode.InjectState, "It comes when its condition holds, and has no time yet. Send it now, or hold it.");
        }

        if (reschedule.To is null && inject.Trigger is not Trigger.AtTime)
        {
            return Rescheduled.ContainsKey(inject.Id)
                ? Do(emit, new Event.InjectRescheduled(inject.Id, null))
                : new(RejectionCode.InjectState, "It has no time of its own to go back to.");
        }

        var to = reschedule.To ?? ((Trigger.AtTime)inject.Trigger).Time;
        if (to <= now || to > Scenario.End)
        {
            return new(RejectionCode.BadValue, $"Choose a time after {now} and up to {Scenario.End}.");
        }

        return Do(emit, new Event.InjectRescheduled(inject.Id, reschedule.To));
    }

    Rejection? Edit(Command.EditInject edit, Action<Event> emit)
    {
        if (RefuseChange(edit.Inject, "change injects in", out var inject) is { } refusal)
        {
            return refusal;
        }

        if (Teams.Any(team => team.Inbox.Any(item => Copies.BaseOf(item.Inject) == inject!.Id)))
        {
            return new(RejectionCode.InjectState, "A team has it already: what it has read stays as it was. Recall it, or send a new one to the others.");
        }

        return RefuseWords(edit.From, edit.Title, edit.Body, edit.To)
            ?? Do(emit, new Event.InjectEdited(inject!.Id, edit.Channel, edit.From.Trim(), edit.Title.Trim(), edit.Body, edit.To));
    }

    Rejection? RefuseChange(string id, Phrase verb, out InjectSpec? inject)
    {
        inject = FindInject(id);
        if (NotAhead(verb) is { } refusal)
        {
            return refusal;
        }

        return inject is null || Copies.NumberOf(id) > 1 || Dropped.Contains(id) ? new(RejectionCode.UnknownInject, $"There is no inject '{id}' to change.")
            : Teams.Length > 0 && Teams.All(team => !Awaits(team, id)) ? new(RejectionCode.InjectState, "It does not come to any team any more.")
            : null;
    }

    Rejection? RefuseWords(string from, string title, string body, ImmutableArray<string> to) =>
        to.FirstOrDefault(role => !Scenario.Roles.Contains(role)) is { } unknown ? new(RejectionCode.UnknownRole, $"This scenario has no role '{unknown}'.")
        : string.IsNullOrWhiteSpace(title) || string.IsNullOrWhiteSpace(body) || string.IsNullOrWhiteSpace(from) ? new(RejectionCode.BadValue, "An inject needs a sender, a title and a text.")
        : null;

    Exercise Changed(Event.InjectRescheduled e)
    {
        if (FindInject(e.Inject)!.Trigger is not Trigger.When)
        {
            return this with { Rescheduled = e.To is { } time ? Rescheduled.SetItem(e.Inject, time) : Rescheduled.Remove(e.Inject) };
        }

        // Its condition has come true: only the rest of its delay is another.
        return this with
        {
            Teams = [.. Teams.Select(team => team.Pending.ContainsKey(e.Inject) ? team with { Pending = team.Pending.SetItem(e.Inject, e.To!.Value) } : team)],
        };
    }

    Exercise Changed(Event.InjectEdited e)
    {
        var edited = FindInject(e.Inject)! with { Channel = e.Channel, From = e.From, Title = e.Title, Body = e.Body, To = e.To };
        return Written.ContainsKey(e.Inject)
            ? this with { Written = Written.SetItem(e.Inject, edited) }
            : this with { Edited = Edited.SetItem(e.Inject, edited) };
    }
}
