using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

public sealed class FilesBesideTheScenario : IDisposable
{
    const string Roles = "roles:\n  press: { title: Press officer }\n";
    readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void HoldSectionsThatJoinThoseOfTheScenario()
    {
        var found = ScenarioCompiler.Compile(Sources("include: [people.yaml]\n", new SourceText("people.yaml", Roles + "conditions:\n  looked: { did: hunt }\n"))
            .SetItem(1, new("history.yaml", TinyScenario.History.Replace("{ adversary: gone }", "{ condition: looked }", StringComparison.Ordinal))));
        Assert.Empty(found.Diagnostics);
        Assert.Equal(["lead", "soc", "press"], found.Scenario!.Roles.Select(role => role.Id));
    }

    [Fact]
    public void AreNamedByTheFaultsInThem()
    {
        var found = Assert.Single(ScenarioCompiler.Compile(Sources("include: [people.yaml]\n", new SourceText("people.yaml", "roles:\n  press: { titel: Press officer, title: P }\n"))).Diagnostics);
        Assert.Equal(("people.yaml", 2, 12, "TT0401"), (found.File, found.Line, found.Column, found.Code));
    }

    [Theory]
    [InlineData("roles:\n  lead: { title: Another }\n", "TT0021")]
    [InlineData("title: Another\n", "TT0021")]
    [InlineData("format: 1\n", "TT0401")]
    [InlineData("include: [more.yaml]\n", "TT0401")]
    [InlineData("- a\n", "TT0201")]
    public void SayNothingThatTheScenarioSays(string text, string code) =>
        Assert.Equal(code, Assert.Single(ScenarioCompiler.Compile(Sources("include: [people.yaml]\n", new SourceText("people.yaml", text))).Diagnostics).Code);

    [Theory]
    [InlineData("../people.yaml")]
    [InlineData("/etc/people.yaml")]
    [InlineData("a/../../people.yaml")]
    [InlineData("a\\people.yaml")]
    [InlineData("C:people.yaml")]
    [InlineData(".git/people.yaml")]
    [InlineData("scenario.yaml")]
    [InlineData("history.yaml")]
    [InlineData("playthroughs/ideal.yaml")]
    [InlineData("people.txt")]
    public void LieInTheFolder(string path) =>
        Assert.Equal("TT0020", Assert.Single(ScenarioCompiler.Compile(Sources($"include: ['{path}']\n")).Diagnostics).Code);

    [Fact]
    public void ComeWithAnInjectAsTheyStand()
    {
        var found = ScenarioCompiler.Compile(WithBody("body: Look.\n    attachments: [files/access.log, export.csv]", new SourceText("files/access.log", "a {{b}}\r\nc\n"), new SourceText("export.csv", "x,y")));
        Assert.Empty(found.Diagnostics);
        Assert.Equal([new("access.log", "a {{b}}\r\nc\n"), new("export.csv", "x,y")], found.Scenario!.Injects["supplier-calls"].Attachments);
    }

    [Theory]
    [InlineData("[files/gone.log]", "TT0013")]
    [InlineData("[../secret.log]", "TT0020")]
    [InlineData("[tool.exe]", "TT0020")]
    [InlineData("[page.html]", "TT0020")]
    [InlineData("[files/access.log, other/access.log]", "TT0210")]
    [InlineData("[files/large.log]", "TT0008")]
    public void AreNotAttachedUnlessTheyAreThereAndSafe(string attachments, string code)
    {
        var found = ScenarioCompiler.Compile(WithBody($"body: Look.\n    attachments: {attachments}",
            [.. new[] { "files/access.log", "other/access.log", "files/large.log" }.Where(file => attachments.Contains(file, StringComparison.Ordinal))
                .Select(file => new SourceText(file, file.Contains("large", StringComparison.Ordinal) ? new('x', Attachment.MostCharacters + 1) : "a"))]));
        Assert.Equal(code, Assert.Single(found.Diagnostics).Code);
    }

    [Fact]
    public void HoldLongTexts()
    {
        var found = ScenarioCompiler.Compile(WithBody("body-file: bodies/call.md", new SourceText("bodies/call.md", "# We have lost\r\n\r\nyour *VPN token*.\r\n\r\n")));
        Assert.Empty(found.Diagnostics);
        Assert.Equal("# We have lost\n\nyour *VPN token*.", found.Scenario!.Injects["supplier-calls"].Body);
    }

    [Theory]
    [InlineData("body-file: bodies/cal.md", "TT0013")]
    [InlineData("body-file: ../call.md", "TT0020")]
    [InlineData("body: Here\n    body-file: bodies/call.md", "TT0420")]
    [InlineData("body-file: bodies/empty.md", "TT0209")]
    public void AreNamedRightly(string body, string code)
    {
        var found = ScenarioCompiler.Compile(WithBody(body, new SourceText("bodies/call.md", "Hello"), new SourceText("bodies/empty.md", " \n"))).Diagnostics;
        Assert.Equal(code, Assert.Single(found, item => item.Code != "TT0015").Code);
    }

    [Fact]
    public void AreReadWithTheFolderAndAreSourcesOfTheExercise()
    {
        foreach (var source in WithBody("body-file: bodies/call.md", new SourceText("bodies/call.md", "Hello"), new SourceText("bodies/old.md", "Unused"))
            .SetItem(2, new("people.yaml", Roles)))
        {
            Write(source.Path, source.Path == "scenario.yaml" ? source.Text + "\ninclude: [people.yaml]\n" : source.Text);
        }

        Write("README.md", "Not for the program.");
        Write("RUBRIC.md", "Not for the program.");
        var read = ScenarioFolder.Read(_temporary.PathTo("tiny-leak"));
        Assert.Equal(["scenario.yaml", "history.yaml", "people.yaml", "bodies/call.md"], read.Sources.Select(source => source.Path));
        Assert.Equal(["bodies/old.md TT0018"], read.Diagnostics.Select(found => $"{found.File} {found.Code}"));
        var compiled = ScenarioCompiler.Compile(read.Sources);
        Assert.Empty(compiled.Diagnostics);
        Assert.NotEqual(compiled.Scenario!.Hash, ScenarioCompiler.HashOf(read.Sources.RemoveAt(3)));
    }

    [Fact]
    public void AreNotReadThroughALinkThatLeadsOut()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there that tests don't have.");
        TinyScenario.WriteTo(_temporary.PathTo("tiny-leak"));
        File.WriteAllText(_temporary.PathTo("secret.yaml"), "password: 1");
        File.Delete(_temporary.PathTo("tiny-leak", "history.yaml"));
        File.CreateSymbolicLink(_temporary.PathTo("tiny-leak", "history.yaml"), "../secret.yaml");
        var found = Assert.Single(ScenarioFolder.Read(_temporary.PathTo("tiny-leak")).Diagnostics);
        Assert.Equal(("TT0014", "history.yaml"), (found.Code, found.File));
    }

    [Fact]
    public void MayBeLinksThatStayInside()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there that tests don't have.");
        TinyScenario.WriteTo(_temporary.PathTo("tiny-leak", "..data-1"));
        Directory.CreateSymbolicLink(_temporary.PathTo("tiny-leak", "..data"), "..data-1");
        File.CreateSymbolicLink(_temporary.PathTo("tiny-leak", "scenario.yaml"), "..data/scenario.yaml");
        Assert.Equal(TinyScenario.Text, Assert.Single(ScenarioFolder.Read(_temporary.PathTo("tiny-leak")).Sources).Text);
    }

    static ImmutableArray<SourceText> Sources(string more, params SourceText[] files) =>
        [.. TinyScenario.Sources.SetItem(0, new("scenario.yaml", TinyScenario.Text + "\n" + more)), .. files];

    static ImmutableArray<SourceText> WithBody(string body, params SourceText[] files) =>
        [.. TinyScenario.Sources.SetItem(0, new("scenario.yaml", TinyScenario.Replace("body: We have lost your VPN token.", body))), .. files];

    void Write(string file, string text)
    {
        var path = _temporary.PathTo(["tiny-leak", .. file.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
