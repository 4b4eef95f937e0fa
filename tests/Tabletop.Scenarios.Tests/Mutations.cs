using System.Collections.Immutable;
using CsCheck;
using Tabletop.Engine;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

/// <summary>A scenario with slips in it is still answered in words.</summary>
public sealed class Mutations
{
    /// <summary>Characters and words that mean something to YAML or to the format.</summary>
    static readonly ImmutableArray<string> Pieces =
    [
        "", " ", "  ", "\n", "\t", ":", ": ", "- ", "[", "]", "{", "}", ",", "#", "&a ", "*a", "!", "|", ">", "'", "\"", "%", "@", "?", "~", "\\", "\0", "\u2028", "\ud83d", "é",
        "null", "target", "rotation", "cut", "0", "-1", "1e99", "99999999999999999999999999999999", "0.0000000000000000000000000000001", "2024-03-04T99:00:00Z", "99999d", "all", "<<: *a\n", "---\n", "...\n",
    ];

    static readonly Gen<Func<string, string>> Slip = Gen.OneOf(
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 40], (at, length) => Edit(at, length, "")),
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 3], Gen.Int[0, Pieces.Length - 1], (at, length, piece) => Edit(at, length, Pieces[piece])),
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Char, (at, letter) => Edit(at, 1, letter.ToString())),
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000], Gen.Int[0, 2], ShiftLine));

    static readonly Gen<ImmutableArray<SourceText>> Mutated = MutationsOf(TinyScenario.Sources);

    static Gen<ImmutableArray<SourceText>> MutationsOf(ImmutableArray<SourceText> sources) =>
        Gen.Select(Gen.Int[0, sources.Length - 1], Slip.Array[1, 4], (file, slips) =>
            sources.SetItem(file, sources[file] with { Text = slips.Aggregate(sources[file].Text, (text, slip) => slip(text)) }));

    [Fact]
    public void NeverThrowAndAlwaysSayWhatIsWrong() => Mutated.Sample(SayWhatIsWrong, iter: 600);

    /// <summary>Real files are longer and use more of the language; fewer of them are as good as many small ones.</summary>
    [Theory]
    [InlineData("okta-cloudflare-2023")]
    [InlineData("support-har-2023")]
    public void NeverThrowInWhatIsShippedEither(string scenario) =>
        MutationsOf(ScenarioFolder.Read(Repository.PathTo("scenarios", scenario)).Sources).Sample(SayWhatIsWrong, iter: 40);

    static void SayWhatIsWrong(ImmutableArray<SourceText> sources)
    {
        var found = ScenarioCompiler.Compile(sources);
        var hasErrors = found.Diagnostics.Any(item => item.Severity == Severity.Error);
        Assert.Equal(hasErrors, found.Scenario is null);
        foreach (var item in found.Diagnostics)
        {
            Assert.True(item.Line >= 1 && item.Column >= 1 && item.Length >= 1, item.ToString());
            Assert.NotEqual("", item.Render(sources));
            Assert.NotEqual("", item.Mend);
        }
    }

    [Fact]
    public void GiveTheSameAnswerTwice() => Mutated.Sample(
        sources =>
        {
            var (first, second) = (ScenarioCompiler.Compile(sources), ScenarioCompiler.Compile([.. sources.Reverse()]));
            Assert.Equal(first.Diagnostics, second.Diagnostics);
            Assert.Equal(first.Scenario?.Hash, second.Scenario?.Hash);
        },
        iter: 100);

    [Fact]
    public void ChangeTheHash()
    {
        var other = TinyScenario.Sources.SetItem(2, TinyScenario.Sources[2] with { Text = TinyScenario.Ideal + "\n" });
        Assert.NotEqual(ScenarioCompiler.HashOf(TinyScenario.Sources), ScenarioCompiler.HashOf(other));
        Assert.Equal(TinyScenario.Scenario.Hash, ScenarioCompiler.HashOf(TinyScenario.Sources));
    }

    static Func<string, string> Edit(int at, int length, string instead) => text =>
    {
        var start = at % (text.Length + 1);
        return string.Concat(text.AsSpan(0, start), instead, text.AsSpan(Math.Min(text.Length, start + length)));
    };

    /// <summary>Deletes a line, writes it twice, or moves it elsewhere.</summary>
    static Func<string, string> ShiftLine(int from, int to, int how) => text =>
    {
        var lines = text.Split('\n').ToList();
        var line = lines[from % lines.Count];
        if (how != 1)
        {
            lines.RemoveAt(from % lines.Count);
        }

        if (how != 0)
        {
            lines.Insert(to % (lines.Count + 1), line);
        }

        return string.Join('\n', lines);
    };
}
