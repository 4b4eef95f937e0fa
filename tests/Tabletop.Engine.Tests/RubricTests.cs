using System.Text.RegularExpressions;
using Tabletop.TestKit;

namespace Tabletop.Engine.Tests;

/// <summary>The page that explains the flagship's rubric says what the file scores.</summary>
public sealed partial class RubricTests
{
    static readonly string Page = File.ReadAllText(Repository.PathTo("scenarios", "okta-cloudflare-2023", "RUBRIC.md"));

    [Fact]
    public void EveryRuleStandsOnceUnderItsDimensionWithItsTitleAndPoints()
    {
        var rows = Sections().SelectMany(section => Row().Matches(section.Text)
            .Select(match => (section.Dimension, Rule: match.Groups[1].Value, Title: match.Groups[2].Value, Points: match.Groups[3].Value)));
        var rules = Flagship.Shipped.Scoring.Select(rule => (rule.Dimension, rule.Id, rule.Title, Points: $"{rule.Points}"));
        Assert.Equal(rules.OrderBy(rule => rule.Dimension).ThenBy(rule => rule.Id), rows.OrderBy(row => row.Dimension).ThenBy(row => row.Rule));
    }

    [Fact]
    public void EachDimensionsSumIsThatOfItsRules() => Assert.All(Sections(), section =>
        Assert.StartsWith($", {Flagship.Shipped.Scoring.Where(rule => rule.Dimension == section.Dimension).Sum(rule => rule.Points)} points", section.Text, StringComparison.Ordinal));

    [Fact]
    public void EveryRuleNamesAnOutcomeOfTheFramework() =>
        Assert.Equal(Flagship.Shipped.Scoring.Count, Outcome().Count(Page));

    static IEnumerable<(Dimension Dimension, string Text)> Sections() => Enum.GetValues<Dimension>().Select(dimension =>
        (dimension, Page.Split($"\n## {dimension}", StringSplitOptions.None)[1].Split("\n## ")[0]));

    [GeneratedRegex(@"^\| `([a-z-]+)` \| (.+?) \| ([0-9]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\| (GV|ID|PR|DE|RS|RC)\.[A-Z]{2}-\d\d(, (GV|ID|PR|DE|RS|RC)\.[A-Z]{2}-\d\d)* \|")]
    private static partial Regex Outcome();
}
