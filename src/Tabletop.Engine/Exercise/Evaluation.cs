using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>How well a team did what an objective asks, as HSEEP rates it.</summary>
public enum Rating
{
    /// <summary>P: performed without challenges.</summary>
    Performed,

    /// <summary>S: performed with some challenges.</summary>
    SomeChallenges,

    /// <summary>M: performed with major challenges.</summary>
    MajorChallenges,

    /// <summary>U: unable to be performed.</summary>
    Unable,
}

/// <summary>What somebody saw who watched.</summary>
/// <param name="By">Id of the pass; empty: a facilitator.</param>
/// <param name="Name">Of who saw it.</param>
/// <param name="Team">What it is about; null: the exercise.</param>
/// <param name="Inject">Id, or null.</param>
/// <param name="Objective">Id of a point of the guide, or null.</param>
/// <param name="Time">Scenario time.</param>
public sealed record Observation(string Id, string By, string Name, string? Team, string? Inject, string? Objective, string Text, DateTimeOffset Time, DateTimeOffset At)
{
    public ImmutableArray<ObservedFile> Files { get; init; } = [];
}

/// <summary>A photo or document that belongs to an observation. What is in it lies beside the log.</summary>
/// <param name="Id">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="Type">Media type, as its bytes say.</param>
public sealed record ObservedFile(string Id, string Name, string Type, int Bytes);

/// <summary>One person's rating of one team on one point of the guide.</summary>
public sealed record TeamRating(string By, string Name, string Team, string Objective, Rating Rating, string Comment);

/// <summary>What a scenario's teams are rated on.</summary>
public static class EvaluationGuide
{
    /// <summary>Its objectives, or, where it names none, the dimensions that it scores.</summary>
    public static ImmutableArray<ObjectiveSpec> Of(Scenario scenario) => scenario.Objectives.Count > 0
        ? [.. scenario.Objectives]
        : [.. scenario.Scoring.Select(rule => rule.Dimension).Distinct().Order().Select(dimension => new ObjectiveSpec(dimension.ToString().ToLowerInvariant(), dimension.ToString()))];
}

public sealed partial record Exercise
{
    /// <summary>Observations in one exercise.</summary>
    public const int MaxObservations = 5_000;

    /// <summary>Files of one observation.</summary>
    public const int MaxObservedFiles = 4;

    Rejection? Observe(Command.Observe observe, Action<Event> emit)
    {
        if (RefuseEvaluator(observe.By, observe.Team, out var name) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(observe.Text))
        {
            return new(RejectionCode.BadValue, "Write down what you saw.");
        }

        if (observe.Inject is not null && FindInject(observe.Inject) is null)
        {
            return new(RejectionCode.UnknownInject, $"The scenario has no inject '{observe.Inject}'.");
        }

        if (observe.Objective is not null && EvaluationGuide.Of(Scenario).All(item => item.Id != observe.Objective))
        {
            return new(RejectionCode.BadValue, $"The evaluation guide has no '{observe.Objective}'.");
        }

        if (Observations.Length >= MaxObservations)
        {
            return new(RejectionCode.BadValue, $"An exercise keeps at most {MaxObservations} observations.");
        }

        return observe.Files.Length > MaxObservedFiles
            ? new(RejectionCode.BadValue, $"An observation has at most {MaxObservedFiles} files. Write another one for the rest.")
            : Do(emit, new Event.Observed(observe.Observation, observe.By, name, observe.Team, observe.Inject, observe.Objective, observe.Text.Trim()) { Files = observe.Files });
    }

    Rejection? RemoveObservation(Command.RemoveObservation remove, Action<Event> emit)
    {
        if (RefuseEvaluator(remove.By, null, out _) is { } refusal)
        {
            return refusal;
        }

        return Observations.FirstOrDefault(item => item.Id == remove.Observation && item.By == remove.By) is null
            ? new(RejectionCode.BadValue, "There is no such observation of yours.")
            : Do(emit, new Event.ObservationRemoved(remove.Observation));
    }

    Rejection? Rate(Command.Rate rate, Action<Event> emit)
    {
        if (RefuseEvaluator(rate.By, rate.Team, out var name) is { } refusal)
        {
            return refusal;
        }

        if (EvaluationGuide.Of(Scenario).All(item => item.Id != rate.Objective))
        {
            return new(RejectionCode.BadValue, $"The evaluation guide has no '{rate.Objective}'.");
        }

        var before = Ratings.FirstOrDefault(item => item.By == rate.By && item.Team == rate.Team && item.Objective == rate.Objective);
        return before?.Rating == rate.Rating && (before?.Comment ?? "") == rate.Comment.Trim()
            ? null
            : Do(emit, new Event.Rated(rate.By, name, rate.Team, rate.Objective, rate.Rating, rate.Comment.Trim()));
    }

    Rejection? RefuseEvaluator(string by, string? team, out string name)
    {
        name = "Facilitator";
        if (Lifecycle is Lifecycle.Lobby or Lifecycle.Closed)
        {
            return new(RejectionCode.NotNow, $"The exercise {LifecycleTable.Is(Lifecycle)}; observations are taken from the start until it is closed.");
        }

        if (team is not null && FindTeam(team) is null)
        {
            return new(RejectionCode.UnknownTeam, "That team is not in this exercise.");
        }

        if (by.Length == 0)
        {
            return null;
        }

        if (FindPass(by) is not { Kind: PassKind.Evaluator } pass || (pass.Team is not null && team is not null && pass.Team != team))
        {
            return new(RejectionCode.UnknownPerson, "Your pass does not let you evaluate this team, or it was ended. Ask the facilitator for a link.");
        }

        name = pass.Name;
        return null;
    }

    Exercise Evaluated(Event e) => e switch
    {
        Event.Observed seen => this with
        {
            Observations = Observations.Add(new(seen.Observation, seen.By, seen.Name, seen.Team, seen.Inject, seen.Objective, seen.Text, e.Time, e.At) { Files = seen.Files }),
        },
        Event.ObservationRemoved removed => this with { Observations = Observations.RemoveAll(item => item.Id == removed.Observation) },
        Event.Rated rated => this with
        {
            Ratings =
            [
                .. Ratings.Where(item => item.By != rated.By || item.Team != rated.Team || item.Objective != rated.Objective),
                .. rated.Rating is { } rating ? [new TeamRating(rated.By, rated.Name, rated.Team, rated.Objective, rating, rated.Comment)] : Array.Empty<TeamRating>(),
            ],
        },
        _ => this,
    };
}
