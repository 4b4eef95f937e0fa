using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Something that waits, or waited, for a second facilitator.</summary>
/// <param name="What">Goes on after <c>asks to</c>: <c>end the exercise for everybody</c>.</param>
/// <param name="Time">Scenario time of the asking.</param>
public sealed record DeedRow(string Id, Command.ForGood Does, Phrase What, Facilitator? By, DateTimeOffset Time)
{
    /// <summary>Null: it waits.</summary>
    public DeedOutcome? Outcome { get; init; }
    public Facilitator? SettledBy { get; init; }

    /// <summary>Server time; null: it waits.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Why it was declined.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Why it could not be done any more, or null.</summary>
    public Phrase? Why { get; init; }

    /// <returns>In order of being asked for.</returns>
    internal static ImmutableArray<DeedRow> Of(Exercise exercise) => [.. exercise.Deeds
        .Where(deed => deed.Does is not null)
        .Select(deed => new DeedRow(deed.Id, deed.Does!, WordsOf(exercise, deed.Does!), deed.By, deed.Time)
        {
            Outcome = deed.Outcome,
            SettledBy = deed.SettledBy,
            SettledAt = deed.SettledAt,
            Reason = deed.Reason,
            Why = deed.Why?.Says,
        })];

    /// <summary>What a command does, as it goes on after <c>asks to</c>.</summary>
    internal static Phrase WordsOf(Exercise exercise, Command.ForGood does)
    {
        string Title(string inject) => exercise.FindInject(Copies.BaseOf(inject))?.Title ?? inject;
        string? Name(string? team) => exercise.FindTeam(team)?.Name ?? team;
        switch (does)
        {
            case Command.SendInject send:
                return Name(send.Team) is { } team ? (Phrase)$"send “{Title(send.Inject)}” to {team} now" : (Phrase)$"send “{Title(send.Inject)}” now to every team that lacks it";
            case Command.WriteInject { Due: { } due } write:
                return Name(write.Team) is { } planned ? (Phrase)$"plan a new inject, “{write.Title}”, for {planned} on {ScenarioTime.Long(due)}" : (Phrase)$"plan a new inject, “{write.Title}”, for all teams on {ScenarioTime.Long(due)}";
            case Command.WriteInject write:
                return Name(write.Team) is { } one ? (Phrase)$"send a new inject, “{write.Title}”, to {one}" : (Phrase)$"send a new inject, “{write.Title}”, to all teams";
            case Command.EditInject edit:
                return $"change “{Title(edit.Inject)}” before it comes";
            case Command.Jump jump:
                return $"move the clock to {ScenarioTime.Long(jump.To)}";
            case Command.Override set:
                return $"set {Interventions.TitleOf(exercise.Scenario, set.What, set.Subject)} to {Interventions.WordsOf(exercise.Scenario, set.What, set.To)} for {Name(set.Team)}";
            case Command.CorrectScore correct:
                return $"correct the score of {Name(correct.Team)} by {correct.Points:+0.#;−0.#}";
            case Command.UndoCorrection undo:
                return $"take back a correction of the score of {Name(undo.Team)}";
            default:
                return "end the exercise for everybody";
        }
    }
}
