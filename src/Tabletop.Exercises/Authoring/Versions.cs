using System.Collections.Immutable;
using MediatR;

namespace Tabletop.Exercises;

/// <summary>Everything that ever stood in a scenario's folder, the newest first. A scenario that is deleted has versions too.</summary>
public sealed record ListVersions(Caller Caller, string Scenario) : Request<ImmutableArray<ScenarioVersion>>(Caller)
{
    internal override Access Access => new Access.Facilitator();
}

sealed class ListVersionsHandler(ScenarioLibrary library, AuthoringStore store, ScenarioWriter writer)
    : IRequestHandler<ListVersions, Result<ImmutableArray<ScenarioVersion>>>
{
    public Task<Result<ImmutableArray<ScenarioVersion>>> Handle(ListVersions request, CancellationToken cancellationToken) => Task.FromResult(List(request.Scenario));

    Result<ImmutableArray<ScenarioVersion>> List(string scenario)
    {
        var folder = library.Find(scenario);
        if (folder.Ok && ScenarioFiles.Read(folder.Value.Path) is { Ok: true } tree)
            writer.KeepWhatIsFound(scenario, tree.Value);

        var versions = store.List(scenario);
        return folder.Ok || !versions.IsEmpty ? versions : folder.Refusal;
    }
}

/// <summary>What differs between two versions of a scenario, file by file.</summary>
/// <param name="Older">Number of a version; zero: nothing at all.</param>
public sealed record CompareVersions(Caller Caller, string Scenario, long Older, long Newer) : Request<ImmutableArray<FileChange>>(Caller)
{
    internal override Access Access => new Access.Facilitator();
}

/// <param name="Lines">Empty when it is no text.</param>
public sealed record FileChange(string Path, LineChange Change, ImmutableArray<DiffLine> Lines);

sealed class CompareVersionsHandler(AuthoringStore store) : IRequestHandler<CompareVersions, Result<ImmutableArray<FileChange>>>
{
    public Task<Result<ImmutableArray<FileChange>>> Handle(CompareVersions request, CancellationToken cancellationToken) =>
        Task.Run(() => Compare(request), cancellationToken);

    Result<ImmutableArray<FileChange>> Compare(CompareVersions request)
    {
        var older = request.Older == 0 ? FileTree.Empty : store.Find(request.Scenario, request.Older)?.Tree;
        var newer = store.Find(request.Scenario, request.Newer)?.Tree;
        if (older is null || newer is null)
            return new Refusal(RefusalCode.BadValue, $"There is no version {(older is null ? request.Older : request.Newer)} of {request.Scenario}.");

        return older.Files.Keys.Union(newer.Files.Keys)
            .Where(path => older.Find(path)?.Hash != newer.Find(path)?.Hash)
            .Order(Comparer<string>.Create(Scenarios.ScenarioFolder.Compare))
            .Select(path => ChangeOf(path, older.Find(path), newer.Find(path)))
            .ToImmutableArray();
    }

    static FileChange ChangeOf(string path, FileText? older, FileText? newer) => new(
        path,
        older is null ? LineChange.Added : newer is null ? LineChange.Removed : LineChange.Same,
        LineDiff.Of(older?.Text ?? "", newer?.Text ?? ""));
}
