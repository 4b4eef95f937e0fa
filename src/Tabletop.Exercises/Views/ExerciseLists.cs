using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>A scenario that can be hosted or played alone.</summary>
public sealed record ScenarioCard(string Id, string Title, string Summary, ImmutableArray<PaceChoice> Paces)
{
    public static ScenarioCard Of(Scenario scenario) => new(
        scenario.Id,
        scenario.Title,
        scenario.Summary,
        [.. scenario.Paces.Select(pace => new PaceChoice(
            pace.Id,
            pace.Title,
            TimeSpan.FromTicks(scenario.Phases.Sum(phase => phase.Takes[pace.Id].Ticks))))]);
}

/// <param name="Takes">Exercise time, without pauses.</param>
public sealed record PaceChoice(string Id, string Title, TimeSpan Takes);

/// <summary>An exercise in a facilitator's list.</summary>
/// <param name="Opened">Server time.</param>
public sealed record ExerciseCard(
    string Id, string Code, string Title, string Scenario, ExerciseMode Mode, Lifecycle Lifecycle, int Teams, int People, DateTimeOffset Opened)
{
    public static ExerciseCard Of(Exercise exercise, DateTimeOffset opened) => new(
        exercise.Id,
        exercise.Code,
        exercise.Title,
        exercise.Scenario.Title,
        exercise.Mode,
        exercise.Lifecycle,
        exercise.Teams.Length,
        exercise.People.Count,
        opened);
}

/// <summary>What somebody who has typed a code may know before taking a seat.</summary>
/// <param name="Teams">Id, name and how many have joined.</param>
public sealed record DoorView(string Exercise, string Code, string Title, Lifecycle Lifecycle, ImmutableArray<TeamDoor> Teams, ImmutableArray<RoleChoice> Roles)
{
    public static DoorView Of(Exercise exercise) => new(
        exercise.Id,
        exercise.Code,
        exercise.Title,
        exercise.Lifecycle,
        [.. exercise.Teams.Select(team => new TeamDoor(
            team.Id,
            team.Name,
            [.. exercise.People.Values.Where(person => person.Team == team.Id).Select(person => person.Role)]))],
        [.. exercise.Scenario.Roles.Select(role => new RoleChoice(role.Id, role.Title, role.Summary))]);
}

/// <param name="Roles">Role ids that are taken, once for each person.</param>
public sealed record TeamDoor(string Id, string Name, ImmutableArray<string> Roles);
