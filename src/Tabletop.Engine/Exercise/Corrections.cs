using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>Points that a facilitator gave to a team or took from it, beside what the scenario's rules measure.</summary>
/// <param name="Dimension">Null: overall.</param>
/// <param name="Points">Not 0; -100 to 100.</param>
/// <param name="Time">Scenario time.</param>
/// <param name="Undoes">Id of the correction that this one takes back, or null.</param>
public sealed record ScoreCorrection(string Id, Dimension? Dimension, decimal Points, string Reason, DateTimeOffset Time, string? Undoes);

public sealed partial record Team
{
    /// <summary>In order of being made, those that were taken back and what took them back included.</summary>
    public ImmutableArray<ScoreCorrection> Corrections { get; init; } = [];

    /// <summary>Points that no rule gave: corrections, less what hints cost.</summary>
    public decimal CorrectedBy => Corrections.Sum(item => item.Points) - Hints.Sum(item => item.Cost);

    internal Team Corrected(Event.ScoreCorrected e) => this with
    {
        Corrections = Corrections.Add(new(e.Correction, e.Dimension, e.Points, e.Reason, e.Time, e.Undoes)),
    };
}

public sealed partial record Exercise
{
    /// <summary>The most points of one hint or correction.</summary>
    public const int MaxPoints = 100;

    /// <summary>Corrections that one team may have.</summary>
    public const int MaxCorrections = 200;

    static bool IsPoints(decimal points) => Math.Abs(points) <= MaxPoints && points == Math.Round(points, 1);

    Rejection? Correct(Command.CorrectScore correct, Action<Event> emit)
    {
        if (RefuseCorrection(correct.Team, out var team) is { } refusal)
        {
            return refusal;
        }

        if (!IsPoints(correct.Points) || correct.Points == 0)
        {
            return new(RejectionCode.BadValue, $"A correction is of up to {MaxPoints} points, more or less, with one place after the point.");
        }

        if (string.IsNullOrWhiteSpace(correct.Reason))
        {
            return new(RejectionCode.BadValue, "Say why: the team reads it in the debrief.");
        }

        if (correct.Dimension is { } dimension && Scenario.Scoring.All(rule => rule.Dimension != dimension))
        {
            return new(RejectionCode.BadValue, "This scenario does not score that.");
        }

        return Do(emit, new Event.ScoreCorrected(team!.Id, correct.Correction, correct.Dimension, correct.Points, correct.Reason.Trim(), null));
    }

    Rejection? Undo(Command.UndoCorrection undo, Action<Event> emit)
    {
        if (RefuseCorrection(undo.Team, out var team) is { } refusal)
        {
            return refusal;
        }

        if (team!.Corrections.FirstOrDefault(item => item.Id == undo.Undoes) is not { Undoes: null } made)
        {
            return new(RejectionCode.BadValue, "There is no such correction to take back.");
        }

        return team.Corrections.Any(item => item.Undoes == made.Id)
            ? null
            : Do(emit, new Event.ScoreCorrected(team.Id, undo.Correction, made.Dimension, -made.Points, $"Taken back: {made.Reason}", made.Id));
    }

    Rejection? RefuseCorrection(string id, out Team? team)
    {
        team = FindTeam(id);
        return Lifecycle is Lifecycle.Lobby or Lifecycle.Closed ? new(RejectionCode.NotNow, $"The exercise {LifecycleTable.Is(Lifecycle)}; scores are corrected from the start until it is closed.")
            : team is null ? new(RejectionCode.UnknownTeam, "That team is not in this exercise.")
            : team.Corrections.Length >= MaxCorrections ? new(RejectionCode.BadValue, $"A team has at most {MaxCorrections} corrections.")
            : null;
    }
}
