using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Tabletop.Scenarios;
using Tabletop.TestKit;

namespace Tabletop.Cli.Tests;

public sealed class Graphs : IDisposable
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task MermaidShowsStatesInTheirPhasesAndBothWaysOfAStep()
    {
        Assert.Equal(0, await _terminal.Run("graph", _terminal.Tiny));
        Assert.Equal(
            """
            ---
            title: 'A small leak'
            ---
            flowchart TB
              subgraph phase_morning["A quiet morning, 4 Mar 08:00 to 4 Mar 12:00"]
                state_outside(["Outside with a token"])
              end
              subgraph phase_afternoon["The attack, 4 Mar 12:00 to 4 Mar 18:00"]
                state_inside["Inside"]
                state_gone[["Gone"]]
              end
              state_outside -->|"Logs in to the VPN, 4 Mar 12:00"| state_inside
              state_outside -.->|"refused: Logs in to the VPN"| state_gone
              state_inside -->|"Leaves a backdoor, after 30 min<br/>Copies files, 4 Mar 14:00, 1 h 30 min after at least"| state_inside
              state_inside -->|"Loses the last way in, 4 Mar 16:00"| state_gone

            """,
            _terminal.Output);
    }

    [Theory]
    [InlineData("\"quotes\": <b>tags</b>", "#34;quotes#34;: #60;b#62;tags#60;/b#62;")]
    [InlineData("#35; a|b; [x](y) `c` *d* _e_", "#35;35#59; a#124;b#59; #91;x#93;(y) #96;c#96; #42;d#42; #95;e#95;")]
    [InlineData("1. a list", "1#46; a list")]
    [InlineData("- a list", "#45; a list")]
    [InlineData("2023 is no list", "2023 is no list")]
    [InlineData("two\nlines", "two lines")]
    public void MermaidNeverTakesALabelForItsOwnLanguage(string label, string written) => Assert.Equal(written, MermaidGraph.Escape(label));

    [Fact]
    public async Task DotKeepsQuotesAndBackslashesInsideLabels()
    {
        _terminal.Exchange("title: Outside with a token", """title: 'A "token" in C:\leak'""");
        Assert.Equal(0, await _terminal.Run("graph", _terminal.Tiny, "--format", "dot"));
        Assert.Contains(""" "outside" [label="A \"token\" in C:\\leak", penwidth=2];""", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains(""" "outside" -> "gone" [label="refused: Logs in to the VPN", style=dashed];""", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APictureIsWrittenToTheFileThatWasNamed()
    {
        Assert.Equal(0, await _terminal.Run("graph", _terminal.Tiny, "--format", "svg", "--out", _terminal.PathTo("tiny.svg")));
        Assert.Equal("", _terminal.Output);
        var states = XDocument.Parse(_terminal.Read("tiny.svg")).Descendants(Svg + "g").Select(group => group.Attribute("id")!.Value);
        Assert.Equal(["state-gone", "state-inside", "state-outside"], states.Order());
    }

    [Fact]
    public async Task APictureSurvivesEveryTitle()
    {
        _terminal.Exchange("title: Outside with a token", "title: \"<script>&amp; ]]> \\x07 Наклейка 漏洩\"");
        Assert.Equal(0, await _terminal.Run("graph", _terminal.Tiny, "--format", "svg"));
        Assert.Contains("<script>&amp; ]]> \uFFFD Наклейка 漏洩", XDocument.Parse(_terminal.Output).Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void NoCardOfTheFlagshipCoversAnother()
    {
        var picture = XDocument.Parse(SvgGraph.Draw(AttackGraph.Of(ShippedScenarios.Flagship)));
        var cards = picture.Descendants(Svg + "g").Select(group => Box(group.Element(Svg + "rect")!)).ToList();
        Assert.Equal(ShippedScenarios.Flagship.Adversary.States.Count, cards.Count);
        Assert.All(cards, card => Assert.DoesNotContain(cards, other => other != card && Overlap(card, other)));

        var (width, height) = (Number(picture.Root!, "width"), Number(picture.Root!, "height"));
        Assert.All(cards, card => Assert.True(card.Left >= 0 && card.Right <= width && card.Top >= 0 && card.Bottom <= height));
    }

    [Fact]
    public async Task TheNavigatorsLayerNamesTheStepsBehindEachTechnique()
    {
        Assert.Equal(0, await _terminal.Run("graph", Repository.PathTo("scenarios", "okta-cloudflare-2023"), "--format", "navigator"));
        var layer = JsonDocument.Parse(_terminal.Output).RootElement;
        Assert.Equal("Okta to Cloudflare, 2023", layer.GetProperty("name").GetString());
        Assert.Equal("4.5", layer.GetProperty("versions").GetProperty("layer").GetString());
        Assert.Equal("enterprise-attack", layer.GetProperty("domain").GetString());

        var techniques = layer.GetProperty("techniques").EnumerateArray().ToDictionary(technique => technique.GetProperty("techniqueID").GetString()!);
        Assert.All(techniques.Keys, id => Assert.Matches(@"^T\d{4}(\.\d{3})?$", id));
        Assert.All(techniques.Values, technique => Assert.Equal(technique.GetProperty("score").GetInt32(), technique.GetProperty("comment").GetString()!.Split('\n').Length));
        Assert.Contains("make-user: Makes a user that looks like staff", techniques["T1136"].GetProperty("comment").GetString(), StringComparison.Ordinal);
        Assert.True(techniques["T1213"].GetProperty("showSubtechniques").GetBoolean());
        Assert.Contains("S0633", layer.GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFaultyScenarioIsNotDrawn()
    {
        _terminal.Exchange("to: inside\n          techniques", "to: insid\n          techniques");
        Assert.Equal(1, await _terminal.Run("graph", _terminal.Tiny));
        Assert.Equal("", _terminal.Output);
        Assert.Contains("Did you mean 'inside'?", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFaultInAPlaythroughDoesNotKeepTheAdversaryFromBeingDrawn()
    {
        _terminal.Write("steps: 3", "tiny-leak", "history.yaml");
        Assert.Equal(0, await _terminal.Run("graph", _terminal.PathTo("tiny-leak", "scenario.yaml")));
    }

    [Theory]
    [InlineData("nowhere", "--format", "svg")]
    [InlineData("tiny-leak", "--format", "png")]
    [InlineData("tiny-leak", "--out", "no/such/folder/graph.svg")]
    public async Task WhatCannotBeDoneIsRefused(string path, string option, string value)
    {
        Assert.Equal(2, await _terminal.Run("graph", _terminal.PathTo(path), option, option == "--out" ? _terminal.PathTo(value) : value));
        Assert.NotEqual("", _terminal.Error);
    }

    static (double Left, double Top, double Right, double Bottom) Box(XElement card)
    {
        var (x, y) = (Number(card, "x"), Number(card, "y"));
        return (x, y, x + Number(card, "width"), y + Number(card, "height"));
    }

    static bool Overlap((double Left, double Top, double Right, double Bottom) one, (double Left, double Top, double Right, double Bottom) other) =>
        one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;

    static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
