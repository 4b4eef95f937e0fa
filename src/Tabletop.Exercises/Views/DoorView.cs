using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>A team that plays by itself, for whoever opened the door that it came through.</summary>
public sealed record DoorTeamView(string Exercise, string Team, ClockView Clock, string Phase, ImmutableArray<Seat> Members, int Decisions)
{
    /// <summary>Who sits in the team.</summary>
    public ImmutableArray<Person> People { get; init; } = [];

    /// <summary>Whether somebody who is expected has a seat: by the link, or under the same name by the code.</summary>
    public bool HasCome(RosterRow expected) =>
        People.Any(person => person.Roster is { } line ? line == expected.Id : string.Equals(person.Name, expected.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Beside history at the same scenario time; null where it is not shown.</summary>
    public ScoreGlance? Score { get; init; }

    /// <summary>How it ended for the team; null while it plays, or where it is not shown.</summary>
    public string? Ending { get; init; }

    /// <summary>Points in each dimension; empty while the team plays.</summary>
    public ImmutableArray<DimensionPoints> Dimensions { get; init; } = [];

    public bool IsOver => Clock.Lifecycle is Lifecycle.Debrief or Lifecycle.Closed;

    /// <summary>Id of the exercise in which a team of a door plays.</summary>
    public static string ExerciseOf(string door, string team) => Doors.ExerciseOf(door, team);

    internal static DoorTeamView Of(Exercise exercise, IReadOnlySet<string> present)
    {
        var team = exercise.Teams[0];
        return new(
            exercise.Id,
            team.Name,
            ClockView.Of(exercise),
            exercise.PhaseSpec.Title,
            TeamProjection.MembersOf(exercise, team.Id, present),
            team.Decisions.Length + team.Answers.Count)
        {
            People = [.. exercise.People.Values],
        };
    }
}

/// <summary>Follows one team of a door, view by view. Not thread-safe.</summary>
/// <param name="scored">Whether the views say what the team reaches.</param>
public sealed class DoorTeamRoom(TimeProvider time, bool scored)
{
    LiveScores? scores;

    /// <param name="log">The whole log.</param>
    /// <param name="present">Ids of the persons who are connected.</param>
    public DoorTeamView View(Exercise exercise, IReadOnlyList<Event> log, IReadOnlySet<string> present)
    {
        var view = DoorTeamView.Of(exercise, present);
        if (!scored || exercise.Lifecycle == Lifecycle.Lobby)
            return view;

        var team = exercise.Teams[0];
        scores ??= new(exercise.Scenario, (Event.Opened)log[0]);
        scores.Follow(log, exercise.TimeAt(time.GetUtcNow()));
        view = view with { Score = scores.Reckon(team.Id) };
        return view.IsOver
            ? view with { Ending = Scoring.EndingOf(exercise, team).Title, Dimensions = TeamDebrief.DimensionsOf(Scoring.Of(exercise.Scenario, log, team.Id)) }
            : view;
    }
}
