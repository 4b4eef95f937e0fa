using MediatR;

namespace Tabletop.Exercises;

/// <summary>Takes a scenario's folder away. <see cref="RestoreVersion"/> with the version that is returned brings it back.</summary>
/// <param name="Scenario">Name of its folder.</param>
public sealed record DeleteScenario(Caller Caller, string Scenario) : Request<ScenarioVersion>(Caller)
{
    internal override Access Access => new Access.Facilitator();
}

sealed class DeleteScenarioHandler(ScenarioWriter writer, AuthoringStore store) : IRequestHandler<DeleteScenario, Result<ScenarioVersion>>
{
    public Task<Result<ScenarioVersion>> Handle(DeleteScenario request, CancellationToken cancellationToken) =>
        Task.FromResult(writer.Delete(request.Scenario, store.NameOf(request.Caller.Person)));
}
