using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

public sealed class SyntaxFaults
{
    [Theory]
    [InlineData("TT0003", "title: A small leak", "title: A small‸\0 leak")]
    [InlineData("TT0003", "title: A small leak", "title: A small‸\u001b[31m leak")]
    [InlineData("TT0004", "  soc: { title: SOC analyst }", "‸\tsoc: { title: SOC analyst }")]
    [InlineData("TT0004", "  soc: { title: SOC analyst }", "  ‸\tsoc: { title: SOC analyst }")]
    [InlineData("TT0005", "summary: A VPN token has leaked. The attacker tries it at noon.\n", "summary: A VPN token.\n‸title: Again\n")]
    [InlineData("TT0005", "{ set: polite }", "{ set: polite, ‸set: rude }")]
    [InlineData("TT0005", "  internet:\n    title: The internet\n", "  internet:\n    title: The internet\n  ‸vpn:\n    title: Again\n")]
    [InlineData("TT0006", "title: A small leak", "title: ‸&title A small leak")]
    [InlineData("TT0007", "title: A small leak", "title: ‸!!str A small leak")]
    [InlineData("TT0007", "title: A small leak", "title: ‸!important A small leak")]
    [InlineData("TT0016", "title: A small leak", "title: A small leak\n? ‸[a, b]\n: c")]
    public void FaultsOfTheTextAreFoundWhereTheyStand(string code, string piece, string instead) => Broken.Gives(code, piece, instead);

    [Theory]
    [InlineData("title: A small leak", "title: A small: leak", 3)]
    [InlineData("title: A small leak", "title: \"A small leak", 3)]
    [InlineData("title: A small leak", "title A small leak", 3)]
    [InlineData("  soc: { title: SOC analyst }", "   soc: { title: SOC analyst }", 25)]
    [InlineData("  soc: { title: SOC analyst }", "  soc: { title: SOC analyst", 26)]
    [InlineData("title: A small leak", "title: @leak", 3)]
    [InlineData("title: A small leak", "- title: A small leak", 3)]
    public void WhatIsNotYamlIsOneFaultNearItsLine(string piece, string instead, int line)
    {
        var found = Assert.Single(ScenarioCompiler.Compile([new("scenario.yaml", TinyScenario.Replace(piece, instead))]).Diagnostics);
        Assert.Equal("TT0001", found.Code);
        Assert.InRange(found.Line, line - 1, line + 2);
    }

    [Fact]
    public void HalfACharacterIsRefused() => Broken.Gives("TT0003", "title: A small leak", "title: A small‸\ud800 leak");

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n")]
    [InlineData("~")]
    public void AnEmptyFileIsSaidToBeEmpty(string text) => Assert.Equal("TT0012", Only(text).Code);

    [Theory]
    [InlineData("- a\n- b\n")]
    [InlineData("just words")]
    [InlineData("[]")]
    [InlineData("42")]
    public void AFileThatIsNoMappingIsRefused(string text) => Assert.Equal("TT0201", Only(text).Code);

    [Fact]
    public void ASecondDocumentIsRefused()
    {
        var found = Only(TinyScenario.Text + "\n---\nformat: 1\n");
        Assert.Equal(("TT0011", TinyScenario.Text.Split('\n').Length + 1), (found.Code, found.Line));
    }

    [Fact]
    public void AnAliasIsRefusedAndNothingElseIsSaidOfIt()
    {
        var text = TinyScenario.Replace("title: A small leak", "title: *nothing");
        Assert.Equal(["TT0006"], ScenarioCompiler.Compile([new("scenario.yaml", text)]).Diagnostics.Select(found => found.Code));
    }

    [Fact]
    public void AListWhereAMappingIsExpectedIsRefusedInEverySection()
    {
        string[] sections = ["paces", "phases", "roles", "objectives", "systems", "credentials", "footholds", "adversary", "actions", "injects", "scoring", "endings"];
        var text = "format: 1\nid: lists\ntitle: Lists\nsummary: Lists\n" + string.Concat(sections.Select(section => section + ": [a, b]\n"));
        var found = ScenarioCompiler.Compile([new("scenario.yaml", text)]);
        Assert.Equal(sections.Length, found.Diagnostics.Length);
        Assert.All(found.Diagnostics, item => Assert.Equal("TT0201", item.Code));
    }

    static Diagnostic Only(string text)
    {
        var found = ScenarioCompiler.Compile([new("scenario.yaml", text)]);
        Assert.Null(found.Scenario);
        return Assert.Single(found.Diagnostics);
    }
}
