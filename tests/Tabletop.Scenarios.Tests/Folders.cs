using System.Text;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

public sealed class Folders : IDisposable
{
    readonly TemporaryFolder _temporary = new();
    readonly string _folder;

    public Folders()
    {
        _folder = _temporary.PathTo("tiny-leak");
        foreach (var source in TinyScenario.Sources)
        {
            Write(source.Path, source.Text);
        }
    }

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void AreReadInOneOrderWhateverTheDiskSays()
    {
        Write("playthroughs/b.yaml", TinyScenario.Ideal);
        Write("playthroughs/B.yaml", TinyScenario.Ideal);
        Write("notes.txt", "not read");

        var read = ScenarioFolder.Read(_folder);

        Assert.Empty(read.Diagnostics);
        Assert.Equal(
            ["scenario.yaml", "history.yaml", "playthroughs/B.yaml", "playthroughs/b.yaml", "playthroughs/ideal.yaml"],
            read.Sources.Select(source => source.Path));
        Assert.Equal(TinyScenario.Text, read.Sources[0].Text);
    }

    [Fact]
    public void MayHoldAScenarioAlone()
    {
        File.Delete(PathTo("history.yaml"));
        Directory.Delete(PathTo("playthroughs"), recursive: true);

        var read = ScenarioFolder.Read(_folder);
        var scenario = ScenarioCompiler.Compile(read.Sources).Scenario;

        Assert.Single(read.Sources);
        Assert.Null(scenario!.History);
        Assert.Empty(scenario.Playthroughs);
    }

    [Fact]
    public void WithoutAScenarioSaySo()
    {
        File.Delete(PathTo("scenario.yaml"));
        var found = Assert.Single(ScenarioFolder.Read(_folder).Diagnostics);
        Assert.Equal(("TT0013", "scenario.yaml"), (found.Code, found.File));
    }

    [Fact]
    public void ThatAreNotThereSaySo()
    {
        var found = ScenarioFolder.Read(PathTo("nowhere"));
        Assert.Equal("TT0013", Assert.Single(found.Diagnostics).Code);
        Assert.Empty(found.Sources);
    }

    [Fact]
    public void TellWhereAFileIsNotUtf8()
    {
        File.WriteAllBytes(PathTo("history.yaml"), [.. "format: 1\nid: caf"u8, 0xE9, .. "\n"u8]);
        var read = ScenarioFolder.Read(_folder);
        var found = Assert.Single(read.Diagnostics);
        Assert.Equal(("TT0002", "history.yaml", 2, 8), (found.Code, found.File, found.Line, found.Column));
        Assert.Equal(2, read.Sources.Length);
    }

    [Fact]
    public void RefuseFilesOfSeveralMegabytesUnread()
    {
        Write("history.yaml", new string('x', 5 << 20));
        Assert.Equal("TT0008", Assert.Single(ScenarioFolder.Read(_folder).Diagnostics).Code);
    }

    [Fact]
    public void RefuseAFileThatCannotBeRead()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there that tests don't have.");
        var link = PathTo("playthroughs", "link.yaml");
        File.CreateSymbolicLink(link, link);
        var found = Assert.Single(ScenarioFolder.Read(_folder).Diagnostics);
        Assert.Equal(("TT0014", "playthroughs/link.yaml"), (found.Code, found.File));
    }

    [Fact]
    public void WarnOfFilesWithTheOtherEnding()
    {
        Write("playthroughs/other.yml", TinyScenario.Ideal);
        var found = Assert.Single(ScenarioFolder.Read(_folder).Diagnostics);
        Assert.Equal(("TT0018", "playthroughs/other.yml", Severity.Warning), (found.Code, found.File, found.Severity));
    }

    [Fact]
    public void ReadAByteOrderMarkAndWindowsLinesLikeAnyOther()
    {
        File.WriteAllText(PathTo("scenario.yaml"), TinyScenario.Text.ReplaceLineEndings("\r\n"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var compiled = ScenarioCompiler.Compile(ScenarioFolder.Read(_folder).Sources);
        Assert.Empty(compiled.Diagnostics);
        Assert.Equal(TinyScenario.Scenario.Injects["supplier-calls"].Source, compiled.Scenario!.Injects["supplier-calls"].Source);
    }

    [Fact]
    public void HaveTheNameOfTheirScenario()
    {
        Write("scenario.yaml", TinyScenario.Replace("id: tiny-leak", "id: other-leak"));
        var found = Assert.Single(ScenarioFolder.Read(_folder + "/").Diagnostics);
        Assert.Equal(("TT0019", Severity.Warning, 2, 5), (found.Code, found.Severity, found.Line, found.Column));
    }

    [Fact]
    public void AreFoundByTheScenarioInThem()
    {
        Directory.CreateDirectory(PathTo("other", "empty"));
        File.Copy(PathTo("scenario.yaml"), PathTo("other", "scenario.yaml"));

        Assert.Equal([_folder], ScenarioFolder.Find(_folder));
        File.Delete(PathTo("scenario.yaml"));
        Assert.Equal([PathTo("other")], ScenarioFolder.Find(_folder));
        Assert.Empty(ScenarioFolder.Find(PathTo("other", "empty")));
        Assert.Empty(ScenarioFolder.Find(PathTo("nowhere")));
        Assert.Empty(ScenarioFolder.Find("\0"));
    }

    string PathTo(params string[] parts) => Path.Combine([_folder, .. parts]);

    void Write(string file, string text)
    {
        var path = PathTo(file.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
