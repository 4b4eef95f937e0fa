using System.Collections.Immutable;
using MediatR;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Exercises;

/// <summary>What an author needs to write a scenario: its files as they stand now, and what the author has typed before.</summary>
/// <param name="Scenario">Name of its folder.</param>
public sealed record OpenDraft(Caller Caller, string Scenario) : Request<DraftView>(Caller)
{
    internal override Access Access => new Access.Facilitator();
}

/// <param name="Drafts">By path: the caller's, not yet saved.</param>
public sealed record DraftView(string Name, string Title, ImmutableArray<DraftFile> Files, ImmutableSortedDictionary<string, Draft> Drafts)
{
    /// <summary>It came with the program: the first save makes a copy.</summary>
    public bool IsShipped { get; init; }
}

/// <param name="Text">Null when it is no text.</param>
/// <param name="Hash">Of what stands on the disk.</param>
public sealed record DraftFile(string Path, string? Text, string Hash);

sealed class OpenDraftHandler(ScenarioLibrary library, AuthoringStore store) : IRequestHandler<OpenDraft, Result<DraftView>>
{
    public Task<Result<DraftView>> Handle(OpenDraft request, CancellationToken cancellationToken) => Task.FromResult(Open(request));

    Result<DraftView> Open(OpenDraft request)
    {
        var folder = library.Find(request.Scenario);
        if (!folder.Ok)
            return folder.Refusal;

        var tree = ScenarioFiles.Read(folder.Value.Path);
        if (!tree.Ok)
            return tree.Refusal;

        return new DraftView(
            folder.Value.Name,
            folder.Value.Title,
            [.. tree.Value.Files.Keys.Where(ScenarioFiles.IsText).Select(path => FileOf(path, tree.Value.Find(path)!)).OrderBy(file => file.Path, Comparer<string>.Create(ScenarioFolder.Compare))],
            store.DraftsOf(request.Caller.Person, folder.Value.Name))
        {
            IsShipped = !folder.Value.Writable,
        };
    }

    static DraftFile FileOf(string path, FileText file) => new(path, file.Text, file.Hash);
}

/// <summary>Keeps what somebody has typed in one file, for whenever they come back.</summary>
/// <param name="Base">Hash of the file that it was begun from; empty for a new one.</param>
public sealed record KeepDraft(Caller Caller, string Scenario, string Path, string Text, string Base) : Request<Draft>(Caller)
{
    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => Limits.Text(Text) ?? (Path.Length > Limits.Title * 2 ? "The path is too long." : null);
}

sealed class KeepDraftHandler(ScenarioLibrary library, AuthoringStore store) : IRequestHandler<KeepDraft, Result<Draft>>
{
    public Task<Result<Draft>> Handle(KeepDraft request, CancellationToken cancellationToken) => Task.FromResult(Keep(request));

    Result<Draft> Keep(KeepDraft request)
    {
        var folder = library.Find(request.Scenario);
        if (!folder.Ok)
            return folder.Refusal;
        if (ScenarioFiles.Fault(request.Path) is { } fault && !ScenarioFiles.In(folder.Value.Path).Any(file => file.Path == request.Path))
            return new Refusal(RefusalCode.BadValue, $"{request.Path}: {fault}");
        if (store.DraftsOf(request.Caller.Person, request.Scenario).Count >= ScenarioFiles.Most)
            return new Refusal(RefusalCode.BadValue, "Save or discard some files first.");

        return store.Keep(request.Caller.Person, request.Scenario, request.Path, request.Text, request.Base);
    }
}

/// <summary>Lets go of what the caller has typed in a file.</summary>
/// <param name="SetAside">Keep it among the versions: it was somebody's work, and gives way to another's.</param>
public sealed record DiscardDraft(Caller Caller, string Scenario, string Path, bool SetAside = false) : Request<Draft>(Caller)
{
    internal override Access Access => new Access.Facilitator();
}

sealed class DiscardDraftHandler(ScenarioLibrary library, AuthoringStore store) : IRequestHandler<DiscardDraft, Result<Draft>>
{
    public Task<Result<Draft>> Handle(DiscardDraft request, CancellationToken cancellationToken) => Task.FromResult(Discard(request));

    Result<Draft> Discard(DiscardDraft request)
    {
        if (!store.DraftsOf(request.Caller.Person, request.Scenario).TryGetValue(request.Path, out var draft))
            return new Refusal(RefusalCode.BadValue, "Nothing unsaved is kept of this file.");

        if (request.SetAside && library.Find(request.Scenario) is { Ok: true } folder && ScenarioFiles.Read(folder.Value.Path) is { Ok: true } tree)
        {
            var bytes = (tree.Value.Find(draft.Path) ?? FileText.Missing).Write(draft.Text);
            store.Keep(request.Scenario, VersionKind.SetAside, store.NameOf(request.Caller.Person), draft.Path, tree.Value.With(draft.Path, bytes));
        }

        store.Forget(request.Caller.Person, request.Scenario, request.Path);
        return draft;
    }
}

/// <summary>Compiles the scenario as it would be with what the caller has typed.</summary>
/// <param name="Typed">By path.</param>
public sealed record CheckDraft(Caller Caller, string Scenario, ImmutableSortedDictionary<string, string> Typed) : Request<DraftCheck>(Caller)
{
    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => Typed.Values.Select(Limits.Text).FirstOrDefault(fault => fault is not null);
}

/// <param name="Scenario">Null while there are errors.</param>
public sealed record DraftCheck(ImmutableArray<Diagnostic> Diagnostics, Scenario? Scenario);

sealed class CheckDraftHandler(ScenarioLibrary library) : IRequestHandler<CheckDraft, Result<DraftCheck>>
{
    // Off the page's thread: a hundred milliseconds of a large scenario are felt while typing.
    public Task<Result<DraftCheck>> Handle(CheckDraft request, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var folder = library.Find(request.Scenario);
            if (!folder.Ok)
                return folder.Refusal;

            if (request.Typed.IsEmpty)
                return new DraftCheck(folder.Value.Diagnostics, folder.Value.Scenario);

            var (_, compiled) = LibraryFolder.Compile(folder.Value.Path, request.Typed);
            return (Result<DraftCheck>)new DraftCheck(compiled.Diagnostics, compiled.Scenario);
        },
        cancellationToken);
}

/// <summary>Writes a file, if it still is what the caller began from. A scenario with errors may be saved; it can't be played.</summary>
public sealed record SaveFile(Caller Caller, string Scenario, string Path, string Text, string Base) : Request<SaveOutcome>(Caller)
{
    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => Limits.Text(Text);
}

sealed class SaveFileHandler(ScenarioWriter writer, AuthoringStore store) : IRequestHandler<SaveFile, Result<SaveOutcome>>
{
    public Task<Result<SaveOutcome>> Handle(SaveFile request, CancellationToken cancellationToken)
    {
        var saved = writer.Save(request.Scenario, request.Path, request.Text, request.Base, store.NameOf(request.Caller.Person));
        if (saved is { Ok: true, Value: SaveOutcome.Saved })
            store.Forget(request.Caller.Person, request.Scenario, request.Path);
        return Task.FromResult(saved);
    }
}

/// <summary>Takes a file out of the scenario's folder. Its versions keep it.</summary>
public sealed record RemoveFile(Caller Caller, string Scenario, string Path) : Request<ScenarioVersion>(Caller)
{
    internal override Access Access => new Access.Facilitator();
}

sealed class RemoveFileHandler(ScenarioWriter writer, AuthoringStore store) : IRequestHandler<RemoveFile, Result<ScenarioVersion>>
{
    public Task<Result<ScenarioVersion>> Handle(RemoveFile request, CancellationToken cancellationToken)
    {
        var removed = writer.Remove(request.Scenario, request.Path, store.NameOf(request.Caller.Person));
        if (removed.Ok)
            store.Forget(request.Caller.Person, request.Scenario, request.Path);
        return Task.FromResult(removed);
    }
}
