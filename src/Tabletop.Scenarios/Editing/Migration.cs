using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>One file as it stands, and as the present format wants it.</summary>
/// <param name="Changes">What is new in it, for people: one line for each change.</param>
public sealed record MigratedFile(string Path, string Before, string After, ImmutableArray<string> Changes);

/// <summary>Rewrites files of an older format so that they play as before: comments, order and everything else stay as they are.</summary>
public static class Migration
{
    /// <summary>The files that change; empty when all are of the present format.</summary>
    /// <param name="sources">Of a scenario that compiles without an error.</param>
    public static ImmutableArray<MigratedFile> Of(ImmutableArray<SourceText> sources)
    {
        var isOld = FormatOf(sources.First(source => source.Path == SourcePaths.Scenario)) == "1";
        return
        [
            .. sources
                .Where(source => source.Path.EndsWith(".yaml", StringComparison.Ordinal))
                .Select(source => Migrate(source, isOld))
                .Where(file => !file.Changes.IsEmpty),
        ];
    }

    static string? FormatOf(SourceText source) => YamlTree.Read(source.Path, source.Text, new Report()) is MapNode map && map.Find("format")?.Value is ScalarNode format ? format.Value : null;

    static MigratedFile Migrate(SourceText source, bool isOld)
    {
        var editor = new YamlEditor(source.Text);
        var changes = ImmutableArray.CreateBuilder<string>();
        if (FormatOf(source) == "1")
        {
            editor.SetText([], "format", "2", "format");
            changes.Add("format: 2");
        }

        foreach (var (inject, question) in isOld ? QuestionsIn(source) : [])
        {
            // What format 1 took for granted.
            if (question.Find("counts") is null)
            {
                editor.SetText(["injects", inject, "question"], "counts", "first", "prompt");
                changes.Add($"counts: first, in the question of inject '{inject}'");
            }
        }

        return new(source.Path, source.Text, editor.Text, changes.ToImmutable());
    }

    static IEnumerable<(string Inject, MapNode Question)> QuestionsIn(SourceText source) =>
        SourcePaths.RoleOf(source.Path) is SourceRole.Scenario or SourceRole.None
        && YamlTree.Read(source.Path, source.Text, new Report()) is MapNode map && map.Find("injects")?.Value is MapNode injects
            ? injects.Entries
                .Select(entry => (entry.Key.Value, (entry.Value as MapNode)?.Find("question")?.Value as MapNode))
                .Where(entry => entry.Item2 is not null)
                .Select(entry => (entry.Value, entry.Item2!))
            : [];
}
