using System.Collections.Immutable;
using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Adds a scenario from a zip of its folder, or from a scenario.yaml by itself. All of it, or nothing.</summary>
/// <param name="FileName">As the browser gives it.</param>
public sealed record UploadScenario(Caller Caller, string FileName, ImmutableArray<byte> Content) : Request<ScenarioVersion>(Caller)
{
    public const int MostBytes = PackedScenario.MostBytes;

    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => Content.Length > MostBytes ? TooLarge : null;

    public const string TooLarge = "The file is larger than 10 MB.";
}

sealed class UploadScenarioHandler(ScenarioWriter writer, AuthoringStore store) : IRequestHandler<UploadScenario, Result<ScenarioVersion>>
{
    public Task<Result<ScenarioVersion>> Handle(UploadScenario request, CancellationToken cancellationToken)
    {
        var unpacked = PackedScenario.Unpack(request.FileName, request.Content);
        return Task.FromResult(unpacked.Ok
            ? writer.Add(unpacked.Value.Id, unpacked.Value.Tree, VersionKind.Uploaded, store.NameOf(request.Caller.Person), Limits.OneLine(request.FileName))
            : unpacked.Refusal);
    }
}
