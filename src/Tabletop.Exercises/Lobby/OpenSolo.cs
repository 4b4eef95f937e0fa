using MediatR;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Exercises;

/// <summary>Opens an exercise for one person, at the scenario's quickest pace, and starts it. The person holds the clock.</summary>
public sealed record OpenSolo(Caller Caller, string Scenario, string Name) : Request<JoinedExercise>(Caller)
{
    public string Name { get; } = Limits.OneLine(Name);

    /// <summary>The player's own names, and the language; what is empty keeps the scenario's.</summary>
    public ScenarioSettings Settings { get; init; } = ScenarioSettings.None;

    internal override Access Access => new Access.Anyone();

    internal override string? Fault => Limits.Between(Name, 1, Limits.Name, "a name") ?? Limits.Settings(Settings);
}

sealed class OpenSoloHandler(ScenarioShelf shelf, ExerciseGrains grains, Tickets tickets, SoloTries tries)
    : IRequestHandler<OpenSolo, Result<JoinedExercise>>
{
    public async Task<Result<JoinedExercise>> Handle(OpenSolo request, CancellationToken cancellationToken)
    {
        if (tries.TooMany(request.Caller.Address))
            return new Refusal(RefusalCode.TooManyTries, "Many solo exercises were opened from your network. Wait a minute, then try again.");

        var found = shelf.Find(request.Scenario, request.Settings);
        if (!found.Ok)
            return found.Refusal;

        tries.Count(request.Caller.Address);
        var (scenario, sources) = found.Value;
        var pace = scenario.Paces.MinBy(pace => ScenarioShelf.Takes(scenario, pace.Id))!.Id;
        var team = Ids.Short("team-");
        var person = Ids.Short("p");

        // A role that nobody holds restricts nothing: with one person in the team, whatever the role, everything is open.
        var opened = await grains.Open(
            new(scenario, sources, scenario.Title, pace, ExerciseMode.Solo) { Settings = found.Value.Settings },
            [
                new Command.AddTeam(team, request.Name) { Id = Ids.New() },
                new Command.Join(person, request.Name, team, scenario.Roles[0].Id) { Id = Ids.New() },
                new Command.Start { Id = Ids.New() },
            ]);
        if (!opened.Ok)
            return opened.Refusal;

        var exercise = opened.Value.Exercise;
        return new JoinedExercise(exercise, team, person, tickets.Seal(new(exercise, team, person)));
    }
}
