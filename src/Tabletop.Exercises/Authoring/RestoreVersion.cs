using MediatR;

namespace Tabletop.Exercises;

/// <summary>Brings an earlier version of a scenario back, as a new version; what stands there now is kept.</summary>
/// <param name="Scenario">Name of its folder, deleted or not.</param>
public sealed record RestoreVersion(Caller Caller, string Scenario, long Version) : Request<ScenarioVersion>(Caller)
{
    internal override Access Access => new Access.Facilitator();
}

sealed class RestoreVersionHandler(ScenarioWriter writer, AuthoringStore store) : IRequestHandler<RestoreVersion, Result<ScenarioVersion>>
{
    public Task<Result<ScenarioVersion>> Handle(RestoreVersion request, CancellationToken cancellationToken) =>
        Task.FromResult(writer.Restore(request.Scenario, request.Version, store.NameOf(request.Caller.Person)));
}
