namespace Tabletop.Scenarios.Tests;

public sealed class StructureFaults
{
    [Theory]
    [InlineData("TT0303", "    end: 2024-03-04T12:00:00Z\n    takes: { standard: 4m", "    end: ‸2024-03-04T07:00:00Z\n    takes: { standard: 4m")]
    [InlineData("TT0304", "    title: The attack\n", "    title: The attack\n    start: ‸2024-03-04T12:30:00Z\n")]
    [InlineData("TT0305", "takes: { standard: 4m, quick: 1m }", "takes: { standard: 4m, quick: ‸0m }")]
    [InlineData("TT0306", "takes: { standard: 4m, quick: 1m }", "takes: ‸{ standard: 4m }")]
    [InlineData("TT0307", "    at: 2024-03-04T11:00:00Z\n", "    at: ‸2024-03-04T07:30:00Z\n")]
    [InlineData("TT0307", "          at: 2024-03-04T16:00:00Z", "          at: ‸2024-03-05T16:00:00Z")]
    public void PhasesCoverTheExercise(string code, string piece, string instead) => Broken.Gives(code, piece, instead);

    [Theory]
    [InlineData("summary: A VPN token", "‸sumary: Another\nsummary: A VPN token")]
    [InlineData("    reaches: [files]", "    ‸conects: [files]")]
    [InlineData("at-the-end: { answered: supplier-calls, with: thanks }", "at-the-end: { answered: supplier-calls, ‸option: thanks }")]
    [InlineData("{ set: polite }", "{ set: polite, ‸by: 2 }")]
    [InlineData("rotation: { takes: 2h, effort: 3 }", "rotation: { takes: 2h, effort: 3, ‸cost: 3 }")]
    public void UnknownKeysAreRefused(string piece, string instead) => Broken.Gives("TT0401", piece, instead);

    [Theory]
    [InlineData("    warning: What uses it stops.", "    ‸warnings: What uses it stops.", "warning")]
    [InlineData("    reaches: [files]", "    ‸reach: [files]", "reaches")]
    [InlineData("    cut-outage: 4", "    ‸cut_outage: 4", "cut-outage")]
    [InlineData("    expects: [Rotate the token]", "    ‸expect: [Rotate the token]", "expects")]
    public void UnknownKeysAskForTheNearestOneThatIsNotThereYet(string piece, string instead, string? meant) =>
        Broken.Gives("TT0401", piece, instead, meant);

    [Theory]
    [InlineData("id: tiny-leak\n", "", 1, 1)]
    [InlineData("title: A small leak", "title:", 3, 1)]
    [InlineData("title: A small leak", "title: ~", 3, 1)]
    [InlineData("    start: 2024-03-04T08:00:00Z\n", "", 11, 3)]
    [InlineData("    from: A journalist\n", "", 188, 3)]
    public void MissingKeysAreReportedAtTheirPart(string piece, string instead, int line, int column)
    {
        var found = Assert.Single(ScenarioCompiler.Compile([new("scenario.yaml", TestKit.TinyScenario.Replace(piece, instead))]).Diagnostics);
        Assert.Equal(("TT0402", line, column), (found.Code, found.Line, found.Column));
    }

    [Theory]
    [InlineData("TT0403", "{ not: { adversary-reached: inside } }", "{ all: ‸[] }")]
    [InlineData("TT0404", "    manual: true\n", "    ‸manual: true\n    when: { released: supplier-calls }\n")]
    [InlineData("TT0404", "    when: { adversary-reached: inside }\n    delay: 15m\n", "    ‸when: { adversary-reached: inside }\n    delay: 15m\n    at: 2024-03-04T13:00:00Z\n")]
    [InlineData("TT0405", "    manual: true\n", "    manual: true\n    ‸if: { released: supplier-calls }\n")]
    [InlineData("TT0405", "    manual: true\n", "    manual: true\n    ‸delay: 5m\n")]
    [InlineData("TT0406", "    needs: { did: hunt }\n    needs-says: Somebody has to look first.\n", "    ‸needs: { did: hunt }\n")]
    [InlineData("TT0407", "    needs: { did: hunt }\n    needs-says", "    ‸needs-says")]
    [InlineData("TT0408", "{ mark: target, as: isolated }", "{ mark: target, as: isolated }, { end-credential: ‸target, as: revoked }")]
    [InlineData("TT0408", "{ set: polite }", "{ set: polite }, { reveal-credential: ‸target }")]
    [InlineData("TT0408", "{ plant: backdoor }", "{ plant: backdoor }, { remove: ‸target }")]
    [InlineData("TT0408", "needs: { did: hunt }", "needs: { system: ‸target, is: isolated }")]
    [InlineData("TT0408", "{ not: { adversary-reached: inside } }", "{ did: hunt, on: ‸target }")]
    [InlineData("TT0408", "    repeat: always\n", "    repeat: always\n    ‸targets: [files]\n")]
    [InlineData("TT0408", "- { text: Nothing. }", "- { target: ‸files, text: Nothing. }")]
    [InlineData("TT0409", "needs: { did: hunt }", "needs: { did: hunt, ‸flag: polite }")]
    [InlineData("TT0409", "{ not: { adversary-reached: inside } }", "‸{}")]
    [InlineData("TT0411", "    body: They were in, and took nothing.", "    body: They were in, and took nothing.\n    ‸when: { flag: polite }")]
    [InlineData("TT0412", "  kept-out:\n    title: Kept out\n    body: The attacker never got in.\n    when: { not: { adversary-reached: inside } }", "  ‸kept-out:\n    title: Kept out\n    body: The attacker never got in.")]
    [InlineData("TT0414", "    takes: 20m\n", "    takes: ‸rotation\n")]
    [InlineData("TT0414", "    outage: 2\n", "    outage: ‸cut\n")]
    [InlineData("TT0414", "    outage: 2\n", "    outage: ‸{ cut: 0.1 }\n")]
    [InlineData("TT0415", "format: 2\n", "format: ‸3\n")]
    [InlineData("TT0415", "format: 2\n", "format: ‸\"2\"\n")]
    [InlineData("TT0416", "text: Nothing.", "text: ‸\"Nothing on {target}.\"")]
    [InlineData("TT0416", "- { text: Nothing. }", "- { text: ‸\"{finding}\" }")]
    public void PartsHaveWhatTheyNeedAndNothingElse(string code, string piece, string instead) => Broken.Gives(code, piece, instead);

    [Fact]
    public void AFootholdDoesNotDependOnItself() => Broken.Gives(
        "TT0417",
        "holds: { not: { system: files, is: isolated } }",
        "holds: ‸{ any: [{ flag: polite }, { not: { foothold: backdoor, is: live } }] }");

    [Theory]
    [InlineData(15, 0)]
    [InlineData(3000, 1)]
    public void AChainOfFootholdsIsShort(int links, int faults)
    {
        var chain = string.Concat(Enumerable.Range(0, links).Select(link => $"  link-{link}: {{ title: Link, system: files, holds: {{ foothold: {(link == 0 ? "backdoor" : $"link-{link - 1}")}, is: live }} }}\n"));
        var found = ScenarioCompiler.Compile([new("scenario.yaml", TestKit.TinyScenario.Replace("adversary:\n", chain + "adversary:\n"))]);
        Assert.Equal(faults, found.Diagnostics.Count(item => item.Code == "TT0417"));
    }

    [Fact]
    public void TwoFootholdsDoNotDependOnEachOther()
    {
        var text = TestKit.TinyScenario.Replace(
            "    holds: { not: { system: files, is: isolated } }\n",
            "    holds: { foothold: other, is: live }\n  other:\n    title: Other\n    system: files\n    holds: { foothold: backdoor, is: live }\n");
        Assert.Equal(["TT0417", "TT0417"], ScenarioCompiler.Compile([new("scenario.yaml", text)]).Diagnostics.Select(found => found.Code));
    }

    [Theory]
    [InlineData("needs: { did: hunt }", "needs: { ‸didd: hunt }", "did")]
    [InlineData("needs: { did: hunt }", "needs: { ‸action: hunt }", null)]
    [InlineData("{ not: { adversary-reached: inside } }", "{ not: { ‸adversary-reach: inside } }", "adversary-reached")]
    public void UnknownConditionsAskForTheNearest(string piece, string instead, string? meant) => Broken.Gives("TT0409", piece, instead, meant);

    [Theory]
    [InlineData("{ set: polite }", "{ set: polite, ‸count: politeness }", null)]
    [InlineData("{ plant: backdoor }", "{ plant: backdoor }, { ‸reveal-footholds: backdoor }", "reveal-foothold")]
    [InlineData("{ plant: backdoor }", "{ plant: backdoor }, ‸{}", null)]
    [InlineData("{ plant: backdoor }", "{ plant: backdoor }, ‸{ if: { flag: polite } }", null)]
    public void EffectsHaveOneForm(string piece, string instead, string? meant) => Broken.Gives("TT0410", piece, instead, meant);

    [Fact]
    public void AQuestionOffersAChoice()
    {
        var text = TestKit.TinyScenario.Replace("        silence: { text: Nothing }\n", "");
        var found = Assert.Single(ScenarioCompiler.Compile([new("scenario.yaml", text)]).Diagnostics);
        Assert.Equal(("TT0413", 168, 7), (found.Code, found.Line, found.Column));
    }

    [Fact]
    public void AnInjectWithoutTriggerNeverComes()
    {
        var text = TestKit.TinyScenario.Replace("    manual: true\n", "");
        Assert.Equal("TT0404", Assert.Single(ScenarioCompiler.Compile([new("scenario.yaml", text)]).Diagnostics).Code);
    }

    [Fact]
    public void WhatAnActionIsAimedAtCanBeAskedForInItsConditions() =>
        TestKit.TinyScenario.With(
            "    needs: { did: hunt }\n",
            "    needs: { all: [{ foothold: target, is: live }, { not: { did: remove, on: target } }] }\n");
}
