using System.Diagnostics;
using System.Text;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

/// <summary>Files made to hurt: each is refused soon, with few words and without an exception.</summary>
public sealed class HostileText
{
    /// <summary>What grows with the square of the text takes minutes; a busy machine takes seconds.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>All that is ever allocated on the way, most of which is not held at once.</summary>
    const long MostBytes = 200_000_000;

    [Fact]
    public void AliasBombsDoNotGoOff()
    {
        var bomb = new StringBuilder("format: 1\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 30; level++)
        {
            bomb.Append($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n");
        }

        Refused(bomb.ToString(), "TT0006");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("{ not: ")]
    public void DepthIsBounded(string opening) => Refused("format: " + Repeat(opening, 100_000), null);

    [Fact]
    public void DeepConditionsAreRefusedWhereTheyGetTooDeep()
    {
        var deep = Repeat("{ not: ", 70) + "{ flag: polite }" + Repeat(" }", 70);
        var found = Refused(TinyScenario.Replace("needs: { did: hunt }", "needs: " + deep), "TT0010");
        Assert.Equal(152, Assert.Single(found).Line);
    }

    [Fact]
    public void ConditionsMayBeNestedDeeperThanAnybodyNeeds()
    {
        var deep = Repeat("{ not: ", 40) + "{ flag: polite }" + Repeat(" }", 40);
        TinyScenario.With("needs: { did: hunt }", "needs: " + deep);
    }

    [Fact]
    public void AHundredThousandValuesAreTooMany() => Refused("format: 1\nlist: [" + Repeat("a, ", 100_000) + "a]\n", "TT0009");

    [Fact]
    public void TenThousandUnknownKeysAreNotAllListed()
    {
        var found = Refused("format: 1\n" + string.Concat(Enumerable.Range(0, 10_000).Select(number => $"key-{number}: 1\n")), "TT0017");
        Assert.Equal(501, found.Count);
    }

    [Fact]
    public void ThousandsOfUnknownNamesAmongThousandsOfKnownOnesTakeNoTime()
    {
        var systems = string.Concat(Enumerable.Range(0, 7_000).Select(number => $"  system-{number}: {{ title: S, reaches: [sistem-{number}] }}\n"));
        Refused(TinyScenario.Replace("  internet:\n", systems + "  internet:\n"), "TT0102");
    }

    [Fact]
    public void TenThousandKeysWrittenTwiceAreNotAllListed() => Refused("format: 1\n" + Repeat("a: 1\n", 10_000), "TT0005");

    [Fact]
    public void BinaryFilesAreRefused()
    {
        var bytes = new byte[200_000];
        for (var index = 0; index < bytes.Length; index++)
        {
            bytes[index] = (byte)((index * 7919) >> 3);
        }

        Refused(Encoding.Latin1.GetString(bytes), "TT0003");
    }

    [Fact]
    public void AMegabyteIsTheLimit() => Refused("# " + Repeat("x", 1 << 20), "TT0008");

    [Theory]
    [InlineData("title: ")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("- - - ")]
    [InlineData("a: [")]
    [InlineData("\n\n")]
    [InlineData("\t")]
    [InlineData("%")]
    [InlineData("&a ")]
    [InlineData("!!")]
    [InlineData("|\n")]
    [InlineData("\"\\")]
    [InlineData("}{")]
    public void AMegabyteOfOneThingIsRefusedSoon(string piece) => Refused(Repeat(piece, (1 << 20) / piece.Length), null);

    [Fact]
    public void TooManyFilesAreRefused()
    {
        var sources = TinyScenario.Sources.AddRange(Enumerable.Range(0, 10_000).Select(number => new Engine.SourceText($"playthroughs/p{number}.yaml", TinyScenario.Ideal)));
        Assert.Contains(ScenarioCompiler.Compile(sources).Diagnostics, found => found.Code == "TT0008");
    }

    [Theory]
    [InlineData("../scenario.yaml")]
    [InlineData("playthroughs/../x.yaml")]
    [InlineData("playthroughs/.yaml")]
    [InlineData("notes.txt")]
    [InlineData("")]
    public void FilesThatAreNoPartOfAScenarioAreRefused(string path) =>
        Assert.Equal("TT0015", Assert.Single(ScenarioCompiler.Compile(TinyScenario.Sources.Add(new(path, "x: 1"))).Diagnostics).Code);

    [Fact]
    public void AFileGivenTwiceIsRefused() =>
        Assert.Equal("TT0015", Assert.Single(ScenarioCompiler.Compile(TinyScenario.Sources.Add(TinyScenario.Sources[0])).Diagnostics).Code);

    [Fact]
    public void NoFilesAreNoScenario() => Assert.Equal("TT0013", Assert.Single(ScenarioCompiler.Compile([]).Diagnostics).Code);

    static string Repeat(string piece, int times) => new StringBuilder().Insert(0, piece, times).ToString();

    static IReadOnlyList<Diagnostic> Refused(string text, string? code)
    {
        var (watch, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        var found = ScenarioCompiler.Compile([new("scenario.yaml", text)]);
        Assert.True(watch.Elapsed < Patience, $"It took {watch.Elapsed}.");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        Assert.Null(found.Scenario);
        Assert.NotEmpty(found.Diagnostics);
        Assert.All(found.Diagnostics, item => Assert.InRange(item.Render([new("scenario.yaml", text)]).Length, 1, 4000));
        if (code is not null)
        {
            Assert.Contains(found.Diagnostics, item => item.Code == code);
        }

        return found.Diagnostics;
    }
}
