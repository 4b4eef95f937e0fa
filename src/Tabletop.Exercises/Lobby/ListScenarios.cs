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
public sealed record ScenarioOffer(string Id, string Title, string Summary, ImmutableArray<PaceOffer> Paces);

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
        [.. scenario.Paces.Select(pace => new PaceOffer(pace.Id, pace.Title, ScenarioShelf.Takes(scenario, pace.Id)))]);
}
