using MediatR;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.Scenarios;

namespace Tabletop.Exercises;

/// <summary>Opens an exercise for one person, at the scenario's quickest pace. The clock stands until that person, who holds it, has read the briefing and starts it.</summary>
public sealed record OpenSolo(Caller Caller, string Scenario, string Name) : Request<JoinedExercise>(Caller)
{
    public string Name { get; } = Limits.OneLine(Name);

    /// <summary>The player's own names, and the language; what is empty keeps the scenario's.</summary>
    public ScenarioSettings Settings { get; init; } = ScenarioSettings.None;

    /// <summary>Scenario time to begin at: what comes before it comes at once, with nobody deciding. Null: the beginning.</summary>
    public DateTimeOffset? From { get; init; }

    internal override Access Access => new Access.Anyone();

    internal override Phrase? Fault => Limits.Between(Name, 1, Limits.Name, "a name") ?? Limits.Settings(Settings);
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

        var (scenario, sources) = found.Value;
        if (request.From is { } from && (from < scenario.Start || from >= scenario.End))
            return new Refusal(RefusalCode.BadValue, $"The exercise can begin from {ScenarioTime.Long(scenario.Start)} to before {ScenarioTime.Long(scenario.End)}. Choose a time in between.");

        tries.Count(request.Caller.Address);
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
                new Command.Pause("") { Id = Ids.New() },
                .. request.From > scenario.Start ? [new Command.Jump(request.From.Value) { Id = Ids.New() }] : Array.Empty<Command>(),
            ]);
        if (!opened.Ok)
            return opened.Refusal;

        var exercise = opened.Value.Exercise;
        return new JoinedExercise(exercise, team, person, tickets.Seal(new(exercise, team, person)));
    }
}
