using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>A team that plays by itself, for whoever opened the door that it came through.</summary>
public sealed record DoorTeamView(string Exercise, string Team, ClockView Clock, string Phase, ImmutableArray<Seat> Members, int Decisions)
{
    public static DoorTeamView Of(Exercise exercise, IReadOnlySet<string> present)
    {
        var team = exercise.Teams[0];
        return new(
            exercise.Id,
            team.Name,
            ClockView.Of(exercise),
            exercise.PhaseSpec.Title,
            TeamProjection.MembersOf(exercise, team.Id, present),
            team.Decisions.Length + team.Answers.Count);
    }

    /// <summary>Id of the exercise in which a team of a door plays.</summary>
    public static string ExerciseOf(string door, string team) => Doors.ExerciseOf(door, team);
}
