using System.Collections.Immutable;
using MediatR;

namespace Tabletop.Exercises;

/// <summary>Every scenario folder of the server, broken ones included, and what was deleted and can be brought back.</summary>
public sealed record ListLibrary(Caller Caller) : Request<LibraryView>(Caller)
{
    internal override Access Access => new Access.Facilitator();
}

/// <param name="Author">The name that the caller has given for others to see; null: none.</param>
public sealed record LibraryView(ImmutableArray<LibraryRow> Scenarios, ImmutableArray<ScenarioVersion> Deleted, string? Author);

/// <param name="Name">Of the folder: what its pages go by.</param>
/// <param name="Errors">With any, it can't be played.</param>
/// <param name="Languages">Empty: one that nobody has named.</param>
/// <param name="Takes">Exercise time at the default pace; null while there are errors.</param>
public sealed record LibraryRow(
    string Name, string Id, string Title, int Errors, int Warnings, DateTimeOffset SavedAt, ImmutableArray<string> Languages, TimeSpan? Takes)
{
    /// <summary>It came with the program: what authors save becomes a copy.</summary>
    public bool IsShipped { get; init; }

    /// <summary>It is such a copy: deleting it brings the shipped one back.</summary>
    public bool HidesShipped { get; init; }

    /// <summary>Another folder has the same id and comes first: this one can't be played.</summary>
    public bool IsSecond { get; init; }

    /// <summary>The caller has typed something in it that isn't saved.</summary>
    public bool HasDraft { get; init; }
}

sealed class ListLibraryHandler(ScenarioLibrary library, AuthoringStore store) : IRequestHandler<ListLibrary, Result<LibraryView>>
{
    // Off the page's thread: what has changed is compiled.
    public Task<Result<LibraryView>> Handle(ListLibrary request, CancellationToken cancellationToken) => Task.Run(() => List(request), cancellationToken);

    Result<LibraryView> List(ListLibrary request)
    {
        var folders = library.Look().OrderBy(folder => folder.Title, StringComparer.OrdinalIgnoreCase).ToList();
        var first = folders.Where(folder => folder.Scenario is not null).OrderBy(folder => folder.Name, StringComparer.Ordinal)
            .GroupBy(folder => folder.Id).ToDictionary(same => same.Key, same => same.First().Name);
        return new LibraryView(
            [.. folders.Select(folder => RowOf(folder, folder.Scenario is not null && first[folder.Id] != folder.Name, !store.DraftsOf(request.Caller.Person, folder.Name).IsEmpty))],
            [.. store.ListDeleted().Where(version => !folders.Exists(folder => folder.Name == version.Scenario && !folder.HidesAnother && folder.Writable))],
            store.FindName(request.Caller.Person));
    }

    static LibraryRow RowOf(LibraryFolder folder, bool isSecond, bool hasDraft) => new(
        folder.Name,
        folder.Id,
        folder.Title,
        folder.Errors,
        folder.Diagnostics.Length - folder.Errors,
        folder.SavedAt,
        folder.Scenario?.Languages ?? folder.Head.Languages,
        folder.Scenario is { } scenario ? ScenarioShelf.Takes(scenario, scenario.Paces[0].Id) : null)
    {
        IsShipped = !folder.Writable,
        HidesShipped = folder.HidesAnother,
        IsSecond = isSecond,
        HasDraft = hasDraft,
    };
}
