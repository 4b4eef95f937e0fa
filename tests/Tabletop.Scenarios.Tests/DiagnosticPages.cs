using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

/// <summary>Each code has a page, and the example on it gives that code, at that place, with those words.</summary>
public sealed class DiagnosticPages
{
    static readonly string Folder = Repository.PathTo("src", "Tabletop.Scenarios", "Diagnostics");

    public static TheoryData<string> Codes => [.. DiagnosticCodes.All.Select(code => code.Id)];

    [Fact]
    public void EveryCodeHasAPageAndEveryPageACode() =>
        Assert.Equal(
            DiagnosticCodes.All.Select(FileOf).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Folder, "*.md").Select(file => Path.GetFileName(file)).Where(file => file != "README.md").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void TheExampleGivesTheCodeAtItsPlace(string id)
    {
        var code = DiagnosticCodes.All.Single(code => code.Id == id);
        var page = DiagnosticPage.Read(File.ReadAllText(Path.Combine(Folder, FileOf(code))));
        Assert.Equal((code.Id, code.Title, code.Severity.ToString()), (page.Id, page.Title, page.Severity));

        var found = DiagnosticsOf(page);
        if (code == DiagnosticCodes.TooManyDiagnostics)
        {
            // Five hundred others are what it is about.
            found = [.. found.Where(item => item.Code == code.Id)];
        }

        var only = Assert.Single(found);
        Assert.Equal((code.Id, page.Place), (only.Code, new Place(only.File, only.Line, only.Column, only.Length)));
        Assert.Equal(page.Said, Said(only));
    }

    /// <summary>What a page shows of a diagnostic: no place, because the example shows it.</summary>
    internal static string Said(Diagnostic found) =>
        $"{(found.Severity == Severity.Error ? "error" : "warning")} {found.Code}: {found.Message}\nmend: {found.Mend}\n";

    internal static string FileOf(DiagnosticCode code) => $"{code.Id}-{code.Name}.md";

    internal static ImmutableArray<Diagnostic> DiagnosticsOf(DiagnosticPage page)
    {
        if (page.Given)
        {
            return ScenarioCompiler.Compile([.. page.Files.Select(file => new SourceText(file.Key, file.Value))]).Diagnostics;
        }

        using var folder = new TemporaryFolder();
        foreach (var (path, text) in page.Files)
        {
            var file = folder.PathTo(["tiny-leak", .. path.Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            if (text.StartsWith(DiagnosticPage.LinkTo, StringComparison.Ordinal))
            {
                File.CreateSymbolicLink(file, text[DiagnosticPage.LinkTo.Length..]);
            }
            else
            {
                File.WriteAllBytes(file, DiagnosticPage.ToBytes(text));
            }
        }

        var read = ScenarioFolder.Read(folder.PathTo("tiny-leak"));
        return read.HasErrors ? read.Diagnostics : [.. read.Diagnostics, .. ScenarioCompiler.Compile(read.Sources).Diagnostics];
    }
}
