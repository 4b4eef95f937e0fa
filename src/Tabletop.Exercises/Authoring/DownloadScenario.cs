using System.Collections.Immutable;
using MediatR;

namespace Tabletop.Exercises;

/// <summary>The scenario's folder as a zip, as it stands on the disk.</summary>
/// <param name="Scenario">Name of its folder.</param>
public sealed record DownloadScenario(Caller Caller, string Scenario) : Request<PackedFolder>(Caller)
{
    internal override Access Access => new Access.Facilitator();
}

/// <param name="FileName">To save it under.</param>
public sealed record PackedFolder(string FileName, ImmutableArray<byte> Content);

sealed class DownloadScenarioHandler(ScenarioLibrary library) : IRequestHandler<DownloadScenario, Result<PackedFolder>>
{
    public Task<Result<PackedFolder>> Handle(DownloadScenario request, CancellationToken cancellationToken) => Task.FromResult(Pack(request.Scenario));

    Result<PackedFolder> Pack(string scenario)
    {
        var folder = library.Find(scenario);
        if (!folder.Ok)
            return folder.Refusal;

        var tree = ScenarioFiles.Read(folder.Value.Path);
        return tree.Ok ? new PackedFolder($"{folder.Value.Name}.zip", PackedScenario.Pack(folder.Value.Name, tree.Value)) : tree.Refusal;
    }
}
