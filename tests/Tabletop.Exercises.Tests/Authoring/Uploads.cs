using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace Tabletop.Exercises.Tests.Authoring;

/// <summary>Zips from anywhere.</summary>
public sealed class Uploads
{
    const string Good = "id: mine\ntitle: Mine\n";

    [Fact]
    public void ADownloadIsTheSameEveryTimeAndComesBackAsItWas()
    {
        var tree = Workshop.Tree(("scenario.yaml", Good), ("playthroughs/ideal.yaml", "id: ideal"), ("notes/mail.md", "Grüße"));

        var packed = PackedScenario.Pack("mine", tree);
        var unpacked = PackedScenario.Unpack("whatever.zip", PackedScenario.Pack("mine", new(tree.Files))).Value;

        Assert.Equal(packed, PackedScenario.Pack("mine", tree));
        Assert.Equal("mine", unpacked.Id);
        Assert.Equal(tree.Files.Select(Text), unpacked.Tree.Files.Select(Text));
    }

    [Fact]
    public void FilesAtTheTopOrInOneFolderAreTheSame()
    {
        Assert.Equal(["scenario.yaml"], Paths(Zip(("scenario.yaml", Good))));
        Assert.Equal(["playthroughs/a.yaml", "scenario.yaml"], Paths(Zip(("x/scenario.yaml", Good), ("x/playthroughs/a.yaml", "id: a"))));
        Assert.Equal(["playthroughs/a.yaml", "scenario.yaml"], Paths(Zip(("x\\scenario.yaml", Good), ("x\\playthroughs\\a.yaml", "id: a"))));
        Assert.Equal(["scenario.yaml"], Paths(Zip(("x/scenario.yaml", Good), ("__MACOSX/x/._scenario.yaml", "noise"), ("x/.DS_Store", "noise"))));
    }

    [Fact]
    public void AScenarioByItselfIsEnough() => Assert.Equal("mine", PackedScenario.Unpack("C:\\fakepath\\some.yaml", [.. Encoding.UTF8.GetBytes(Good)]).Value.Id);

    [Fact]
    public void WithoutAnIdTheFolderOrTheFileNamesIt()
    {
        Assert.Equal("folder", PackedScenario.Unpack("file.zip", Zip(("folder/scenario.yaml", "title: x"))).Value.Id);
        Assert.Equal("file", PackedScenario.Unpack("file.zip", Zip(("scenario.yaml", "{ broken"))).Value.Id);
        Assert.Contains("can’t be one", Fault("My File.zip", Zip(("scenario.yaml", "title: x"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/cron.d/x.yaml", "leads out")]
    [InlineData("x/../../y.yaml", "leads out")]
    [InlineData("/etc/x.yaml", "leads out")]
    [InlineData("C:\\x.yaml", "leads out")]
    [InlineData("..\\x.yaml", "leads out")]
    [InlineData(".git/config.yaml", "begin and end")]
    [InlineData("run.sh", ".yaml, .yml or .md")]
    [InlineData("two words.md", "letters, digits")]
    [InlineData("a/b/c/d/e.md", "deeper")]
    [InlineData("SCENARIO.YAML", "no others")]
    [InlineData("Scenario.yaml", "there twice")]
    public void AnEntryThatDoesNotBelongIsNamedWithTheReason(string entry, string reason)
    {
        var fault = Fault("mine.zip", Zip(("scenario.yaml", Good), (entry, "x: y")));

        Assert.StartsWith(entry, fault, StringComparison.Ordinal);
        Assert.Contains(reason, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void ALinkIsNamed()
    {
        var zip = Zip([("scenario.yaml", Good), ("notes.md", "/etc/passwd")], entry =>
        {
            if (entry.FullName == "notes.md")
                entry.ExternalAttributes = unchecked((int)0xA1FF0000);
        });

        Assert.StartsWith("notes.md: It is a link", Fault("mine.zip", zip), StringComparison.Ordinal);
    }

    [Fact]
    public void ABombIsNotInflated()
    {
        var zip = Zip(("scenario.yaml", Good), ("bomb.md", new string('0', 60_000_000)));

        Assert.True(zip.Length < 200_000);
        Assert.StartsWith("bomb.md: It is larger than 4 MB.", Fault("mine.zip", zip), StringComparison.Ordinal);
    }

    [Fact]
    public void ManySmallBombsAreNotInflatedEither()
    {
        var files = Enumerable.Range(0, 20).Select(number => ($"b{number}.md", new string('0', 4_000_000)));

        Assert.Contains("more than 20 MB together", Fault("mine.zip", Zip([("scenario.yaml", Good), .. files])), StringComparison.Ordinal);
    }

    [Fact]
    public void TooManyFilesAreRefused()
    {
        var files = Enumerable.Range(0, 250).Select(number => ($"n{number}.md", "x"));

        Assert.Contains("more than 200 files", Fault("mine.zip", Zip([("scenario.yaml", Good), .. files])), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNoZipOrNoTextSaysSo()
    {
        Assert.Contains("can’t be read as a zip", Fault("mine.zip", [1, 2, 3]), StringComparison.Ordinal);
        Assert.Contains("can’t be read as a zip", Fault("mine.zip", [.. Zip(("scenario.yaml", Good)).Take(40)]), StringComparison.Ordinal);
        Assert.StartsWith("mine.tar: Upload a .zip", Fault("mine.tar", [1]), StringComparison.Ordinal);
        Assert.Contains("no scenario.yaml", Fault("mine.zip", Zip(("notes.md", "x"))), StringComparison.Ordinal);
        Assert.Contains("no text in UTF-8", Fault("scenario.yaml", [0xC3, 0x28]), StringComparison.Ordinal);
    }

    static string Fault(string name, ImmutableArray<byte> content) =>
        PackedScenario.Unpack(name, content).Refusal?.Message ?? throw new InvalidOperationException("It was taken.");

    static IEnumerable<string> Paths(ImmutableArray<byte> zip) => PackedScenario.Unpack("mine.zip", zip).Value.Tree.Files.Keys;

    static (string, string) Text(KeyValuePair<string, ImmutableArray<byte>> file) => (file.Key, Encoding.UTF8.GetString(file.Value.AsSpan()));

    static ImmutableArray<byte> Zip(params (string Path, string Text)[] files) => Zip(files, _ => { });

    static ImmutableArray<byte> Zip((string Path, string Text)[] files, Action<ZipArchiveEntry> also)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (path, text) in files)
            {
                var entry = zip.CreateEntry(path);
                also(entry);
                using var writer = new StreamWriter(entry.Open());
                writer.Write(text);
            }
        }

        return [.. packed.ToArray()];
    }
}
