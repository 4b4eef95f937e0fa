using System.Text.RegularExpressions;
using Tabletop.Engine;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

/// <summary>scenarios/README.md says what the compiler does.</summary>
public sealed class FormatReference
{
    static readonly string Page = File.ReadAllText(Repository.PathTo("scenarios", "README.md"));

    [Fact]
    public void ItsExampleCompilesAsItStands()
    {
        var blocks = Regex.Matches(Page, "```yaml\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(2, blocks.Count);
        var found = ScenarioCompiler.Compile([new("scenario.yaml", blocks[0]), new("history.yaml", blocks[1])]);
        Assert.Equal("", string.Join('\n', found.Diagnostics));
    }

    [Fact]
    public void EveryFormOfAConditionAndOfAnEffectStandsInIt()
    {
        Assert.All(ConditionReader.Keys, key => Assert.Contains($"{{ {key}: ", Page, StringComparison.Ordinal));
        Assert.All(EffectReader.Keys, key => Assert.Contains($"{{ {key}: ", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryWordStandsInIt()
    {
        string[] words =
        [
            .. Words<Channel>.All, .. Words<Dimension>.All, .. Words<TargetKind>.All, .. Words<CredentialTest>.All, .. Words<FootholdTest>.All,
            .. Words<CredentialEnd>.All, .. Words<ActionRepeat>.All, .. Words<OutageRule>.All,
        ];
        Assert.All(words, word => Assert.Contains($"`{word}`", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryKeyThatTheCompilerAsksForStandsInIt()
    {
        var keys = Directory.EnumerateFiles(Repository.PathTo("src", "Tabletop.Scenarios", "Reading"), "*Reader.cs")
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "(?:part|map|text|scenario|finding|option|step)\\.(?:Optional|Nullable)?[A-Z][A-Za-z]*(?:<[^>]*>)?\\((?:Kind\\.[A-Za-z]+, |TargetKind\\.[A-Za-z]+, )?\"([a-z-]+)\""))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList();
        Assert.True(keys.Count > 50, string.Join(' ', keys));
        Assert.All(keys, key => Assert.Matches($"[`{{ ]{key}[`:, ]", Page));
    }
}
