using System.Text;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

public sealed class Folders : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public Folders()
    {
        foreach (var source in TinyScenario.Sources)
        {
            Write(source.Path, source.Text);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AreReadInOneOrderWhateverTheDiskSays()
    {
        Write("playthroughs/b.yaml", TinyScenario.Ideal);
        Write("playthroughs/B.yaml", TinyScenario.Ideal);
        Write("notes.md", "not read");

        var read = ScenarioFolder.Read(_folder.Path);

        Assert.Empty(read.Diagnostics);
        Assert.Equal(
            ["scenario.yaml", "history.yaml", "playthroughs/B.yaml", "playthroughs/b.yaml", "playthroughs/ideal.yaml"],
            read.Sources.Select(source => source.Path));
        Assert.Equal(TinyScenario.Text, read.Sources[0].Text);
    }

    [Fact]
    public void MayHoldAScenarioAlone()
    {
        File.Delete(_folder.PathTo("history.yaml"));
        Directory.Delete(_folder.PathTo("playthroughs"), recursive: true);

        var read = ScenarioFolder.Read(_folder.Path);
        var scenario = ScenarioCompiler.Compile(read.Sources).Scenario;

        Assert.Single(read.Sources);
        Assert.Null(scenario!.History);
        Assert.Empty(scenario.Playthroughs);
    }

    [Fact]
    public void WithoutAScenarioSaySo()
    {
        File.Delete(_folder.PathTo("scenario.yaml"));
        var found = Assert.Single(ScenarioFolder.Read(_folder.Path).Diagnostics);
        Assert.Equal(("TT0013", "scenario.yaml"), (found.Code, found.File));
    }

    [Fact]
    public void ThatAreNotThereSaySo()
    {
        var found = ScenarioFolder.Read(_folder.PathTo("nowhere"));
        Assert.Equal("TT0013", Assert.Single(found.Diagnostics).Code);
        Assert.Empty(found.Sources);
    }

    [Fact]
    public void TellWhereAFileIsNotUtf8()
    {
        File.WriteAllBytes(_folder.PathTo("history.yaml"), [.. "format: 1\nid: caf"u8, 0xE9, .. "\n"u8]);
        var read = ScenarioFolder.Read(_folder.Path);
        var found = Assert.Single(read.Diagnostics);
        Assert.Equal(("TT0002", "history.yaml", 2, 8), (found.Code, found.File, found.Line, found.Column));
        Assert.Equal(2, read.Sources.Length);
    }

    [Fact]
    public void RefuseFilesOfSeveralMegabytesUnread()
    {
        Write("history.yaml", new string('x', 5 << 20));
        Assert.Equal("TT0008", Assert.Single(ScenarioFolder.Read(_folder.Path).Diagnostics).Code);
    }

    [Fact]
    public void RefuseAFileThatCannotBeRead()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there that tests don't have.");
        var link = _folder.PathTo("playthroughs", "link.yaml");
        File.CreateSymbolicLink(link, link);
        var found = Assert.Single(ScenarioFolder.Read(_folder.Path).Diagnostics);
        Assert.Equal(("TT0014", "playthroughs/link.yaml"), (found.Code, found.File));
    }

    [Fact]
    public void WarnOfFilesWithTheOtherEnding()
    {
        Write("playthroughs/other.yml", TinyScenario.Ideal);
        var found = Assert.Single(ScenarioFolder.Read(_folder.Path).Diagnostics);
        Assert.Equal(("TT0018", "playthroughs/other.yml", Severity.Warning), (found.Code, found.File, found.Severity));
    }

    [Fact]
    public void ReadAByteOrderMarkAndWindowsLinesLikeAnyOther()
    {
        File.WriteAllText(_folder.PathTo("scenario.yaml"), TinyScenario.Text.ReplaceLineEndings("\r\n"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var compiled = ScenarioCompiler.Compile(ScenarioFolder.Read(_folder.Path).Sources);
        Assert.Empty(compiled.Diagnostics);
        Assert.Equal(TinyScenario.Scenario.Injects["supplier-calls"].Source, compiled.Scenario!.Injects["supplier-calls"].Source);
    }

    [Fact]
    public void AreFoundByTheScenarioInThem()
    {
        Directory.CreateDirectory(_folder.PathTo("other", "empty"));
        File.Copy(_folder.PathTo("scenario.yaml"), _folder.PathTo("other", "scenario.yaml"));

        Assert.Equal([_folder.Path], ScenarioFolder.Find(_folder.Path));
        File.Delete(_folder.PathTo("scenario.yaml"));
        Assert.Equal([_folder.PathTo("other")], ScenarioFolder.Find(_folder.Path));
        Assert.Empty(ScenarioFolder.Find(_folder.PathTo("other", "empty")));
        Assert.Empty(ScenarioFolder.Find(_folder.PathTo("nowhere")));
        Assert.Empty(ScenarioFolder.Find("\0"));
    }

    void Write(string file, string text)
    {
        var path = _folder.PathTo(file.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
