using System.Collections.Immutable;
using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>What can be played here.</summary>
public sealed record ListScenarios(Caller Caller) : Request<ImmutableArray<ScenarioOffer>>(Caller)
{
    internal override Access Access => new Access.Anyone();
}

/// <param name="Paces">The first is the default.</param>
public sealed record ScenarioOffer(string Id, string Title, string Summary, ImmutableArray<PaceOffer> Paces)
{
    /// <summary>Names in its texts that an exercise may replace by its own.</summary>
    public ImmutableArray<NameOffer> Names { get; init; } = [];

    /// <summary>The first is the default; empty where there is no choice.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];
}

/// <param name="Default">What stands there otherwise.</param>
public sealed record NameOffer(string Id, string Title, string Default);

/// <param name="Takes">Exercise time from start to end, without pauses.</param>
public sealed record PaceOffer(string Id, string Title, TimeSpan Takes);

sealed class ListScenariosHandler(ScenarioShelf shelf) : IRequestHandler<ListScenarios, Result<ImmutableArray<ScenarioOffer>>>
{
    public Task<Result<ImmutableArray<ScenarioOffer>>> Handle(ListScenarios request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<ImmutableArray<ScenarioOffer>>>(shelf.Offered.Select(OfferOf).ToImmutableArray());

    static ScenarioOffer OfferOf(Scenario scenario) => new(
        scenario.Id,
        scenario.Title,
        scenario.Summary,
        [.. scenario.Paces.Select(pace => new PaceOffer(pace.Id, pace.Title, ScenarioShelf.Takes(scenario, pace.Id)))])
    {
        Names = [.. scenario.Variables.Select(variable => new NameOffer(variable.Id, variable.Title, variable.Default))],
        Languages = scenario.Languages.Length > 1 ? scenario.Languages : [],
    };
}
