using MediatR;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Exercises;

/// <summary>Opens an exercise of a scenario, in the lobby, for teams to join.</summary>
/// <param name="Pace">Null or empty: the scenario's default.</param>
/// <param name="Title">Null or empty: the scenario's title.</param>
public sealed record OpenExercise(Caller Caller, string Scenario, string? Pace = null, string? Title = null) : Request<OpenedExercise>(Caller)
{
    public string Title { get; } = Limits.OneLine(Title);

    /// <summary>The customer's own names, and the language; what is empty keeps the scenario's.</summary>
    public ScenarioSettings Settings { get; init; } = ScenarioSettings.None;

    /// <summary>Without a facilitator: each team that joins plays by itself, on its own clock.</summary>
    public bool Alone { get; init; }

    /// <summary>What cannot be taken back waits for a second facilitator; of no effect where there is none.</summary>
    public bool Approval { get; init; }

    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => Limits.Between(Title, 0, Limits.Title, "a title") ?? Limits.Settings(Settings);
}

/// <param name="Code">Six characters; <see cref="Codes.Show"/> makes it readable.</param>
public sealed record OpenedExercise(string Exercise, string Code);

sealed class OpenExerciseHandler(ScenarioShelf shelf, ExerciseGrains grains, Facilitators facilitators) : IRequestHandler<OpenExercise, Result<OpenedExercise>>
{
    public async Task<Result<OpenedExercise>> Handle(OpenExercise request, CancellationToken cancellationToken)
    {
        var found = shelf.Find(request.Scenario, request.Settings);
        if (!found.Ok)
            return found.Refusal;

        var (scenario, sources) = found.Value;
        var pace = string.IsNullOrEmpty(request.Pace) ? scenario.Paces[0].Id : request.Pace;
        if (!scenario.Paces.Contains(pace))
            return new Refusal(RefusalCode.BadValue, $"The scenario has no pace \"{pace}\". It has {string.Join(", ", scenario.Paces.Select(p => p.Id))}.");

        var title = request.Title.Length > 0 ? request.Title : scenario.Title;
        var by = facilitators.Of(request.Caller);
        return await grains.Open(
            new(scenario, sources, title, pace, request.Alone ? ExerciseMode.Door : ExerciseMode.Facilitated) { Settings = found.Value.Settings, By = by },
            request is { Approval: true, Alone: false } ? [new Command.SetApproval(true) { Id = Ids.New(), Facilitator = by }] : []);
    }
}
