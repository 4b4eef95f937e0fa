using System.Collections.Immutable;
using System.Text;
using MediatR;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Exercises;

/// <summary>Makes a small scenario with comments, to begin from.</summary>
/// <param name="Id">Its id, and its folder's name.</param>
public sealed record NewScenario(Caller Caller, string Id, string Title) : Request<ScenarioVersion>(Caller)
{
    public string Id { get; } = Limits.OneLine(Id);

    public string Title { get; } = Limits.OneLine(Title);

    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => Limits.Between(Title, 1, Limits.Title, "a title")
        ?? (Tabletop.Scenarios.Ids.IsId(Id) ? null : Id.Length > Tabletop.Scenarios.Ids.Longest
            ? (Phrase)$"This can’t be an id. {(Phrase)Tabletop.Scenarios.Ids.Mend}"
            : (Phrase)$"“{Id}” can’t be an id. {(Phrase)Tabletop.Scenarios.Ids.Mend}");
}

sealed class NewScenarioHandler(ScenarioLibrary library, ScenarioWriter writer, AuthoringStore store) : IRequestHandler<NewScenario, Result<ScenarioVersion>>
{
    public Task<Result<ScenarioVersion>> Handle(NewScenario request, CancellationToken cancellationToken)
    {
        var files = Starter.In(library.NewOnes, request.Id, request.Title)
            .ToImmutableSortedDictionary(source => source.Path, source => Encoding.UTF8.GetBytes(source.Text).ToImmutableArray(), StringComparer.Ordinal);
        return Task.FromResult(writer.Add(request.Id, new(files), VersionKind.Made, store.NameOf(request.Caller.Person), ""));
    }
}
