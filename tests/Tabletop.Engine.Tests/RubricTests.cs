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

    /// <summary>The 106 subcategories that the framework published; its numbers have gaps.</summary>
    [Fact]
    public void EveryOutcomeIsOneThatTheFrameworkHas()
    {
        var published = "GV.OC 1-5 GV.RM 1-7 GV.RR 1-4 GV.PO 1-2 GV.OV 1-3 GV.SC 1-10 ID.AM 1-5,7-8 ID.RA 1-10 ID.IM 1-4 PR.AA 1-6 PR.AT 1-2 PR.DS 1-2,10-11 PR.PS 1-6 PR.IR 1-4 DE.CM 1-3,6-6,9-9 DE.AE 2-4,6-8 RS.MA 1-5 RS.AN 3-3,6-8 RS.CO 2-3 RS.MI 1-2 RC.RP 1-6 RC.CO 3-4"
            .Split(' ').Chunk(2)
            .SelectMany(pair => pair[1].Split(',').Select(range => range.Split('-').Select(int.Parse).ToArray())
                .SelectMany(range => Enumerable.Range(range[0], range[1] - range[0] + 1).Select(number => $"{pair[0]}-{number:00}")))
            .ToHashSet();
        Assert.Equal(106, published.Count);
        Assert.Empty(Subcategory().Matches(Page).Select(match => match.Value).Except(published));
    }

    static IEnumerable<(Dimension Dimension, string Text)> Sections() => Enum.GetValues<Dimension>().Select(dimension =>
        (dimension, Page.Split($"\n## {dimension}", StringSplitOptions.None)[1].Split("\n## ")[0]));

    [GeneratedRegex(@"^\| `([a-z-]+)` \| (.+?) \| ([0-9]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\b[A-Z]{2}\.[A-Z]{2}-\d{2}\b")]
    private static partial Regex Subcategory();

    [GeneratedRegex(@"\| (GV|ID|PR|DE|RS|RC)\.[A-Z]{2}-\d\d(, (GV|ID|PR|DE|RS|RC)\.[A-Z]{2}-\d\d)* \|")]
    private static partial Regex Outcome();
}
