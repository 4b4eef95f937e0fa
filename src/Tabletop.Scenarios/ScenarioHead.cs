using System.Collections.Immutable;

namespace Tabletop.Scenarios;

/// <summary>What a scenario's text says of itself, as far as it can be read: a broken one has a name too.</summary>
/// <param name="Id">Null when there is none that looks like an id.</param>
/// <param name="Title">In the first language that it has.</param>
public sealed record ScenarioHead(string? Id, string? Title, ImmutableArray<string> Languages)
{
    static readonly ScenarioHead Nothing = new(null, null, []);

    /// <param name="text">Of scenario.yaml; null when there is none.</param>
    public static ScenarioHead Of(string? text) =>
        text is not null && YamlTree.Read(SourcePaths.Scenario, text, new Report()) is MapNode map
            ? new(
                WordOf(map.Find("id")?.Value) is { } id && Ids.IsId(id) ? id : null,
                WordOf(map.Find("title")?.Value),
                map.Find("languages")?.Value is ListNode list ? [.. list.Items.Select(WordOf).OfType<string>()] : [])
            : Nothing;

    static string? WordOf(Node? node) => node switch
    {
        ScalarNode { IsNull: false } scalar => scalar.Value,
        MapNode { Entries: [var first, ..] } => WordOf(first.Value),
        _ => null,
    };
}
