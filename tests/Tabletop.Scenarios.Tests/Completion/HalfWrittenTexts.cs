using System.Collections.Immutable;
using CsCheck;
using Tabletop.Engine;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests.Completion;

/// <summary>Whatever a text looks like while somebody types, there is an answer.</summary>
public sealed class HalfWrittenTexts
{
    static readonly ImmutableArray<string> Pieces =
        ["", " ", "\n", "\r", "\t", ":", ": ", "- ", "[", "]", "{", "}", "[[[[", "{{{{", ",", "#", "|", ">", "'", "\"", "\\", "\0", "\u2028", "\ud83d", "é", "{{", "credential", "\n\n", "- - - - "];

    static readonly ImmutableArray<ImmutableArray<SourceText>> Shipped =
        [TinyScenario.Sources, ScenarioFolder.Read(Repository.PathTo("scenarios", "support-har-2023")).Sources, ScenarioFolder.Read(Repository.PathTo("scenarios", "okta-cloudflare-2023")).Sources];

    static readonly Gen<(ImmutableArray<SourceText> Sources, string Path, int At)> Edited =
        Gen.Select(Gen.Frequency((20, Gen.Const(0)), (4, Gen.Const(1)), (1, Gen.Const(2))), Gen.Int[0, 10], Gen.Int[0, 1_000_000], Gen.Int[0, 60], Gen.Int[0, Pieces.Length - 1],
            (which, file, at, cut, piece) =>
            {
                var sources = Shipped[which];
                var source = sources[file % sources.Length];
                var start = at % (source.Text.Length + 1);
                var text = string.Concat(source.Text.AsSpan(0, start), Pieces[piece], source.Text.AsSpan(Math.Min(source.Text.Length, start + cut)));
                return (sources.Replace(source, source with { Text = text }), source.Path, start + Pieces[piece].Length);
            });

    [Fact]
    public void NeverThrowWhereSomebodyTypes() => Edited.Sample(
        edit =>
        {
            var before = edit.Sources.First(source => source.Path == edit.Path).Text[..edit.At];
            var lines = Outline.LinesOf(before);
            var found = ScenarioCompletion.At(edit.Sources, edit.Path, lines.Length, lines[^1].Length + 1);
            Assert.True(found.StartColumn >= 1 && found.StartColumn <= found.EndColumn && found.StartColumn <= lines[^1].Length + 1);
            Assert.All(found.Items, item => Assert.True(item.Back >= 0 && item.Back <= item.Insert.Length && item.Label.Length > 0));
            _ = ScenarioHover.At(edit.Sources, edit.Path, lines.Length, lines[^1].Length + 1);
        },
        iter: 400);

    [Fact]
    public void NeverThrowAtPlacesThatAreNotThere() => Gen.Select(Gen.Int, Gen.Int).Sample(
        (line, column) =>
        {
            _ = ScenarioCompletion.At(TinyScenario.Sources, "scenario.yaml", line, column);
            _ = ScenarioHover.At(TinyScenario.Sources, "scenario.yaml", line, column);
        },
        iter: 100);

    [Fact]
    public void AnswerWhenNestedWithoutEnd()
    {
        foreach (var text in new[] { new string('[', 100_000), new string('{', 100_000), string.Concat(Enumerable.Repeat("- ", 50_000)), string.Join('\n', Enumerable.Range(0, 2000).Select(depth => new string(' ', depth) + "a:")) })
        {
            Assert.NotNull(ScenarioCompletion.At([new SourceText("scenario.yaml", text)], "scenario.yaml", Outline.LinesOf(text).Length, 1_000_000));
        }
    }

    /// <summary>What is written in a good file is among what would have been offered there.</summary>
    [Theory]
    [InlineData("support-har-2023")]
    [InlineData("okta-cloudflare-2023")]
    public void EveryKeyOfAShippedFileWouldHaveBeenOffered(string scenario)
    {
        var sources = ScenarioFolder.Read(Repository.PathTo("scenarios", scenario)).Sources;
        foreach (var source in sources.Where(source => Language.Of(source.Path) is not null))
        {
            var root = Language.Of(source.Path)!;
            var limbs = Outline.Read(source.Text).Root.All().Where(limb => limb.Key is not null).ToList();
            Assert.All(limbs, limb => Assert.True(Language.Of(root, limb) is not null, $"{source.Path}:{limb.Line + 1} {limb.Key}"));
            foreach (var limb in limbs.Where((limb, index) => index % 97 == 0 && Language.Of(root, limb) is { BroughtByKey: null }))
            {
                var offered = ScenarioCompletion.At(sources, source.Path, limb.Line + 1, limb.Column + 2);
                Assert.Contains(offered.Items, item => item.Label == limb.Key);
            }
        }
    }
}
