using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tabletop.Engine;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

/// <summary>scenarios/README.md says what the compiler does.</summary>
public sealed class FormatReference
{
    static readonly string Page = File.ReadAllText(Repository.PathTo("scenarios", "README.md"));

    [Fact]
    public void ItsStepsMakeAScenarioThatChecksClean()
    {
        var steps = Regex.Matches(Page, "```yaml\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(7, steps.Count);
        var found = ScenarioCompiler.Compile([new("scenario.yaml", string.Concat(steps.Take(6))), new("history.yaml", steps[6])]);
        Assert.Equal("", string.Join('\n', found.Diagnostics));
        Assert.Empty(PlaythroughRun.Of(found.Scenario!, found.Scenario!.History!).Misses);
    }

    [Fact]
    public void ItCountsTheCodesOfEachGroup() =>
        Assert.Equal(
            DiagnosticCodes.All.GroupBy(code => code.Id[..4]).Select(group => $"{group.Key} {group.Count()}"),
            Regex.Matches(Page, @"^\| (TT\d\d) \| [a-z ]+ \| (\d+) \|$", RegexOptions.Multiline).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}"));

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
            .. Words<CredentialEnd>.All, .. Words<ActionRepeat>.All, .. Words<QuestionKind>.All, .. Words<OutageRule>.All,
        ];
        Assert.All(words, word => Assert.Contains($"`{word}`", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryKeyThatTheReadersAskForStandsInIt()
    {
        var keys = new[] { ScenarioSchema.OfScenario(), ScenarioSchema.OfPlaythrough() }.SelectMany(schema => KeysIn(JsonNode.Parse(schema)!)).ToHashSet();
        Assert.True(keys.Count > 100, string.Join(' ', keys));
        Assert.All(keys, key => Assert.Matches($"[`{{ ]{key}[`:, ]", Page));
    }

    static IEnumerable<string> KeysIn(JsonNode node) => node switch
    {
        JsonObject map => (map["properties"] is JsonObject properties ? properties.Select(property => property.Key) : [])
            .Concat(map.SelectMany(entry => entry.Value is null ? [] : KeysIn(entry.Value))),
        JsonArray list => list.SelectMany(item => item is null ? [] : KeysIn(item)),
        _ => [],
    };
}
