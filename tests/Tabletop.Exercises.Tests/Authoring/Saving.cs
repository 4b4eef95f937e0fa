using Tabletop.TestKit;

namespace Tabletop.Exercises.Tests.Authoring;

/// <summary>Writing into scenarios' folders, on a real disk.</summary>
public sealed class Saving : IDisposable
{
    const string Main = "scenario.yaml";
    const string Mine = "id: tiny-leak\ntitle: Mine\n";
    const string Theirs = "id: tiny-leak\ntitle: Theirs\n";

    readonly Workshop workshop = new();

    public void Dispose() => workshop.Dispose();

    [Fact]
    public void ASaveStandsOnTheDiskAndWhatWasThereIsAVersion()
    {
        var saved = Save(Mine, workshop.HashOf("tiny", Main));

        Assert.Equal(Mine, workshop.Read("tiny", Main));
        Assert.Equal(workshop.HashOf("tiny", Main), Assert.IsType<SaveOutcome.Saved>(saved).Hash);
        Assert.Equal([VersionKind.Saved, VersionKind.Found], workshop.Store.List("tiny").Select(version => version.Kind));
        Assert.Equal(TinyScenario.Text, TextOf(workshop.Store.List("tiny")[1]));
        Assert.DoesNotContain(workshop.Everything().Keys, path => path.Contains(".tabletop-", StringComparison.Ordinal));
    }

    [Fact]
    public void ASaveOnTopOfAnotherOnesIsRefusedAndShowsBoth()
    {
        var begun = workshop.HashOf("tiny", Main);
        Save(Theirs, begun, who: "Ada");

        var conflict = Assert.IsType<SaveOutcome.Conflict>(Save(Mine, begun));

        Assert.Equal((Theirs, "Ada"), (conflict.Theirs, conflict.Who));
        Assert.Equal(Theirs, workshop.Read("tiny", Main));
        Assert.IsType<SaveOutcome.Saved>(Save(Mine, conflict.Hash));
        Assert.Contains(workshop.Store.List("tiny"), version => TextOf(version) == Theirs);
    }

    [Fact]
    public void AChangeByAnotherProgramIsNeverWrittenOver()
    {
        var begun = workshop.HashOf("tiny", Main);
        workshop.Write(Theirs, "tiny", Main);

        var conflict = Assert.IsType<SaveOutcome.Conflict>(Save(Mine, begun));

        Assert.Equal((Theirs, "Another program"), (conflict.Theirs, conflict.Who));
        Assert.Equal(Theirs, workshop.Read("tiny", Main));
    }

    [Fact]
    public void AChangeByAnotherProgramBetweenTwoSavesIsAVersionToo()
    {
        Save(Mine, workshop.HashOf("tiny", Main));
        workshop.Write(Theirs, "tiny", Main);

        Save(Mine, workshop.HashOf("tiny", Main));

        Assert.Contains(workshop.Store.List("tiny"), version => version.Kind == VersionKind.Found && TextOf(version) == Theirs);
    }

    [Fact]
    public void AFileThatIsGoneIsAConflictAndNotMadeAnewUnasked()
    {
        var begun = workshop.HashOf("tiny", "history.yaml");
        File.Delete(workshop.PathTo("tiny", "history.yaml"));

        var conflict = Assert.IsType<SaveOutcome.Conflict>(Save(Mine, begun, "history.yaml"));

        Assert.Null(conflict.Theirs);
        Assert.IsType<SaveOutcome.Saved>(Save(Mine, conflict.Hash, "history.yaml"));
        Assert.Equal(Mine, workshop.Read("tiny", "history.yaml"));
    }

    [Fact]
    public void SavingTheSameTextAgainMakesNoVersion()
    {
        var saved = Assert.IsType<SaveOutcome.Saved>(Save(TinyScenario.Text, "of something older"));

        Assert.Null(saved.Version);
        Assert.Empty(workshop.Store.List("tiny"));
    }

    [Fact]
    public void LinesEndAsTheyDidInTheFile()
    {
        workshop.Write("id: tiny-leak\r\ntitle: Windows\r\n", "tiny", Main);

        Save(Mine, workshop.HashOf("tiny", Main));

        Assert.Equal(Mine.ReplaceLineEndings("\r\n"), workshop.Read("tiny", Main));
    }

    [Theory]
    [InlineData("../escaped.yaml")]
    [InlineData("playthroughs/../../escaped.yaml")]
    [InlineData("/tmp/escaped.yaml")]
    [InlineData("C:/escaped.yaml")]
    [InlineData("playthroughs\\escaped.yaml")]
    [InlineData(".hidden.yaml")]
    [InlineData("tool.exe")]
    [InlineData("scenario.schema.json")]
    [InlineData("a/b/c/d/e.yaml")]
    [InlineData("")]
    public void NoFileIsMadeWhereNoneBelongs(string path)
    {
        var before = workshop.Everything();

        Assert.False(workshop.Writer.Save("tiny", path, Mine, "", "Ada").Ok);

        Assert.Equal(before, workshop.Everything());
    }

    [Theory]
    [InlineData("../data")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("nowhere")]
    public void OnlyFoldersOfTheLibraryAreWritten(string scenario) =>
        Assert.Equal((int)RefusalCode.UnknownScenario, workshop.Writer.Save(scenario, Main, Mine, "", "Ada").Refusal?.Code);

    [Fact]
    public void LinksOutOfTheFolderAreNeitherReadNorWritten()
    {
        var outside = Path.Combine(workshop.PathTo(), "..", "outside.md");
        File.WriteAllText(outside, "secret");
        File.CreateSymbolicLink(workshop.PathTo("tiny", "notes.md"), outside);

        Assert.DoesNotContain("notes.md", ScenarioFiles.Read(workshop.PathTo("tiny")).Value!.Files.Keys);
        workshop.Writer.Save("tiny", "notes.md", "mine", "", "Ada");

        Assert.Equal("secret", File.ReadAllText(outside));
    }

    [Fact]
    public void ADeletedScenarioComesBackAsItWas()
    {
        var before = workshop.Everything();

        var deleted = workshop.Writer.Delete("tiny", "Ada");

        Assert.Empty(workshop.Everything());
        Assert.Equal("tiny", Assert.Single(workshop.Store.ListDeleted()).Scenario);
        Assert.True(workshop.Writer.Restore("tiny", deleted.Value!.Number, "Ada").Ok);
        Assert.Equal(before, workshop.Everything());
        Assert.Empty(workshop.Store.ListDeleted());
    }

    [Fact]
    public void AnEarlierVersionComesBackAsANewOne()
    {
        Save(Mine, workshop.HashOf("tiny", Main));
        workshop.Writer.Save("tiny", "playthroughs/added.yaml", "id: added", "", "Ada");
        var first = workshop.Store.List("tiny")[^1];

        Assert.True(workshop.Writer.Restore("tiny", first.Number, "Ada").Ok);

        Assert.Equal(TinyScenario.Text, workshop.Read("tiny", Main));
        Assert.False(File.Exists(workshop.PathTo("tiny", "playthroughs", "added.yaml")));
        Assert.Equal(VersionKind.Restored, workshop.Store.List("tiny")[0].Kind);
        Assert.Equal(4, workshop.Store.List("tiny").Length);
    }

    [Fact]
    public void AnUploadOfOneThatCameWithTheProgramIsTheAuthorsCopyOfIt()
    {
        using var shipped = new Workshop(mayWrite: false);
        var before = shipped.Everything();
        var mine = Workshop.Tree((Main, Mine));

        Assert.Equal((int)RefusalCode.Taken, shipped.Writer.Add("tiny", mine, VersionKind.Made, "Ada", "").Refusal?.Code);
        Assert.True(shipped.Writer.Add("tiny", mine, VersionKind.Uploaded, "Ada", "tiny.zip").Ok);

        Assert.Equal(before, shipped.Everything());
        var copy = Assert.Single(shipped.Library.Look());
        Assert.True(copy is { Writable: true, HidesAnother: true });
        Assert.Equal(Mine, File.ReadAllText(Path.Combine(shipped.DataFolder, "scenarios", "tiny", Main)));
        Assert.False(File.Exists(Path.Combine(shipped.DataFolder, "scenarios", "tiny", "history.yaml")));
        Assert.Equal((int)RefusalCode.Taken, shipped.Writer.Add("tiny", mine, VersionKind.Uploaded, "Ada", "tiny.zip").Refusal?.Code);
    }

    [Fact]
    public void WhatCameWithTheProgramIsCopiedBeforeItIsChanged()
    {
        using var shipped = new Workshop(mayWrite: false);
        var before = shipped.Everything();

        Assert.IsType<SaveOutcome.Saved>(shipped.Writer.Save("tiny", Main, Mine, shipped.HashOf("tiny", Main), "Ada").Value);

        Assert.Equal(before, shipped.Everything());
        var copy = Assert.Single(shipped.Library.Look());
        Assert.True(copy is { HidesAnother: true, Writable: true, Title: "Mine" });
        Assert.True(File.Exists(Path.Combine(shipped.DataFolder, "scenarios", "tiny", "history.yaml")));
        Assert.True(shipped.Writer.Delete("tiny", "Ada").Ok);
        Assert.Equal("A small leak", Assert.Single(shipped.Library.Look()).Title);
        Assert.False(shipped.Writer.Delete("tiny", "Ada").Ok);
    }

    [Fact]
    public void AnIdThatExistsIsRefusedWithTheWayOut()
    {
        var before = workshop.Everything();
        foreach (var name in new[] { "tiny", "tiny-leak" })
        {
            var refusal = workshop.Writer.Add(name, Workshop.Tree((Main, Mine)), VersionKind.Uploaded, "Ada", "").Refusal;
            Assert.Equal((int)RefusalCode.Taken, refusal?.Code);
            Assert.Contains("Choose another id", refusal!.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, workshop.Everything());
    }

    [Fact]
    public void AnEditOutsideShowsAtTheNextLook()
    {
        Assert.Equal(0, Assert.Single(workshop.Library.Look()).Errors);

        workshop.Write("id: tiny-leak\ntitle: Broken\n", "tiny", Main);

        var folder = Assert.Single(workshop.Library.Look());
        Assert.Equal("Broken", folder.Title);
        Assert.Null(folder.Scenario);
        Assert.True(folder.Errors > 0);
    }

    [Fact]
    public void WhatWasTypedIsKeptForItsAuthorAlone()
    {
        workshop.Store.Keep("ada", "tiny", Main, Mine, "base");

        var draft = Assert.Single(workshop.Store.DraftsOf("ada", "tiny")).Value;
        Assert.Equal((Mine, "base", Server.Noon), (draft.Text, draft.Base, draft.At));
        Assert.Empty(workshop.Store.DraftsOf("bob", "tiny"));
        workshop.Store.Forget("ada", "tiny", Main);
        Assert.Empty(workshop.Store.DraftsOf("ada", "tiny"));
    }

    SaveOutcome Save(string text, string basis, string path = Main, string who = "Me") =>
        workshop.Writer.Save("tiny", path, text, basis, who) is { Ok: true } saved ? saved.Value : throw new InvalidOperationException("refused");

    string? TextOf(ScenarioVersion version) => workshop.Store.Find("tiny", version.Number)!.Value.Tree.Find(Main)?.Text;
}
