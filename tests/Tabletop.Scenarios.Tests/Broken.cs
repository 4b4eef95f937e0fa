using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

/// <summary>The tiny scenario with one piece exchanged, and the place where the fault must be found marked with ‸.</summary>
static class Broken
{
    const char Mark = '‸';

    /// <summary>Exactly this one fault is found, exactly at the mark.</summary>
    /// <param name="code">The expected code.</param>
    /// <param name="piece">Stands in the file once.</param>
    /// <param name="instead">With the mark.</param>
    /// <param name="meant">The name that the mend asks about, or null when it must ask about none.</param>
    /// <param name="file">Which of the three files.</param>
    public static Diagnostic Gives(string code, string piece, string instead, string? meant = null, string file = "scenario.yaml")
    {
        var (sources, line, column) = Break(piece, instead, file);
        var found = ScenarioCompiler.Compile(sources);
        var only = Assert.Single(found.Diagnostics);

        Assert.Equal((code, file, line, column), (only.Code, only.File, only.Line, only.Column));
        Assert.Equal(meant is null ? null : $"Did you mean '{meant}'?", Asked(only.Mend));
        Assert.Equal(only.Severity == Severity.Error, found.Scenario is null);
        return only;
    }

    /// <summary>The sources with the mark taken out, and where it stood.</summary>
    static (ImmutableArray<SourceText> Sources, int Line, int Column) Break(string piece, string instead, string file)
    {
        var whole = TinyScenario.Sources.Single(source => source.Path == file).Text;
        var at = whole.IndexOf(piece, StringComparison.Ordinal);
        Assert.True(at >= 0 && whole.IndexOf(piece, at + 1, StringComparison.Ordinal) < 0, $"'{piece}' must stand in {file} exactly once.");

        var text = string.Concat(whole.AsSpan(0, at), instead, whole.AsSpan(at + piece.Length));
        var mark = text.IndexOf(Mark);
        Assert.True(mark >= 0, $"'{instead}' needs the mark {Mark}.");
        var before = text.AsSpan(0, mark);
        var sources = TinyScenario.Sources.Select(source => source.Path == file ? source with { Text = text.Remove(mark, 1) } : source);
        return ([.. sources], before.Count('\n') + 1, mark - before.LastIndexOf('\n'));
    }

    static string? Asked(string mend) => mend.StartsWith("Did you mean", StringComparison.Ordinal) ? mend[..(mend.IndexOf('?') + 1)] : null;
}
