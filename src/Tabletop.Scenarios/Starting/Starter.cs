using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>A small scenario with comments, to begin from.</summary>
public static class Starter
{
    const string ScenarioSchemaFile = "scenario.schema.json";
    const string PlaythroughSchemaFile = "playthrough.schema.json";

    /// <summary>Its files. A library of scenarios has the schemas once; a scenario by itself brings its own.</summary>
    /// <param name="id">See <see cref="Ids.IsId"/>.</param>
    /// <param name="library">The folder that the scenario's folder is in.</param>
    /// <param name="title">One line; null: the id in words.</param>
    public static ImmutableArray<SourceText> In(string library, string id, string? title = null)
    {
        var shared = File.Exists(Path.Combine(library, ScenarioSchemaFile)) && File.Exists(Path.Combine(library, PlaythroughSchemaFile));
        return
        [
            .. new[] { SourcePaths.Scenario, $"{SourcePaths.Playthroughs}/ideal.yaml" }.Select(path => new SourceText(path, Template(path)
                .Replace("{schemas}", shared ? "../" : "", StringComparison.Ordinal)
                .Replace("{id}", id == "null" ? "'null'" : id, StringComparison.Ordinal)
                .Replace("{title}", Quoted(title ?? TitleOf(id)), StringComparison.Ordinal))),
            .. shared ? [] : new[] { new SourceText(ScenarioSchemaFile, ScenarioSchema.OfScenario()), new SourceText(PlaythroughSchemaFile, ScenarioSchema.OfPlaythrough()) },
        ];
    }

    static string Template(string path)
    {
        using var reader = new StreamReader(typeof(Starter).Assembly.GetManifestResourceStream("Starter/" + path)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary><c>stolen-key</c> is called "Stolen key".</summary>
    static string TitleOf(string id) => $"{char.ToUpperInvariant(id[0])}{id[1..].Replace('-', ' ')}";

    /// <summary>In quotes, because 2024 or true would be no text.</summary>
    static string Quoted(string title) =>
        $"\"{title.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
