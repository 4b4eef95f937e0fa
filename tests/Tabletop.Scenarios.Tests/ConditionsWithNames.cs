using System.Text;
using Tabletop.Engine;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

public sealed class ConditionsWithNames
{
    [Fact]
    public void StandForTheConditionItself()
    {
        var scenario = With("  open: { credential: vpn-token, is: usable }\n  shut: { not: { condition: open } }\n", "{ all: [{ did: hunt }, { condition: shut }] }");
        Assert.Equal(
            new Condition.Not(new Condition.CredentialIs("vpn-token", CredentialTest.Usable)),
            Assert.IsType<Condition.All>(scenario.Actions["remove"].Needs).Items[1]);
    }

    [Fact]
    public void MayBeUsedBeforeTheyStandInTheFile() =>
        With("  shut: { not: { condition: open } }\n  open: { credential: vpn-token, is: usable }\n", "{ condition: shut }");

    [Fact]
    public void CanBeExpectedOfAPlaythrough()
    {
        var text = "conditions:\n  in: { adversary-reached: inside }\n" + "#\n";
        var sources = TinyScenario.Sources
            .SetItem(0, new("scenario.yaml", TinyScenario.Replace("adversary:\n", text + "adversary:\n")))
            .SetItem(2, new("playthroughs/ideal.yaml", TinyScenario.Ideal.Replace("{ adversary-reached: inside }", "{ condition: in }", StringComparison.Ordinal)));
        var compiled = ScenarioCompiler.Compile(sources);
        Assert.Empty(compiled.Diagnostics);
        Assert.Equal(new Condition.Not(new Condition.Adversary("inside", true)), Assert.Single(compiled.Scenario!.Playthroughs).Expectations[0].Condition);
    }

    [Theory]
    [InlineData("  one: { not: { condition: one } }\n")]
    [InlineData("  one: { any: [{ did: hunt }, { condition: two }] }\n  two: { not: { condition: one } }\n")]
    public void DoNotDependOnThemselves(string section) => Assert.Equal(["TT0418"], CodesOf(section, "{ condition: one }"));

    [Fact]
    public void DoNotKnowWhatAnActionIsAimedAt() => Assert.Equal(["TT0408"], CodesOf("  one: { credential: target, is: usable }\n", "{ condition: one }"));

    [Fact]
    public void DoNotGrowByDoublingEachOther()
    {
        var section = new StringBuilder("  c0: { did: hunt }\n");
        for (var link = 1; link < 40; link++)
        {
            section.Append($"  c{link}: {{ all: [{{ condition: c{link - 1} }}, {{ condition: c{link - 1} }}] }}\n");
        }

        Assert.Equal(["TT0419"], CodesOf(section.ToString(), "{ condition: c39 }").Distinct());
    }

    [Fact]
    public void DoNotStandInAChainWithoutEnd()
    {
        var section = string.Concat(Enumerable.Range(0, 5_000).Select(link => $"  c{link}: {{ not: {{ condition: c{link + 1} }} }}\n")) + "  c5000: { did: hunt }\n";
        Assert.Contains("TT0419", CodesOf(section, "{ condition: c0 }"));
    }

    [Fact]
    public void AreTheSameFaultWhereverTheyAreUsed()
    {
        var found = Compile("  shut: { credential: vpn-token, is: revoked }\n", "{ any: [{ did: hunt }, { condition: shut }, { all: [{ did: isolate }, { condition: shut }] }] }").Diagnostics;
        Assert.Equal("TT0804", Assert.Single(found).Code);
    }

    static Scenario With(string section, string needs)
    {
        var compiled = Compile(section, needs);
        Assert.Equal("", string.Join('\n', compiled.Diagnostics));
        return compiled.Scenario!;
    }

    static IEnumerable<string> CodesOf(string section, string needs) => Compile(section, needs).Diagnostics.Select(found => found.Code);

    static CompileResult Compile(string section, string needs) => ScenarioCompiler.Compile(TinyScenario.Sources.SetItem(0, new("scenario.yaml",
        TinyScenario.Replace("needs: { did: hunt }", "needs: " + needs).Replace("adversary:\n", "conditions:\n" + section + "adversary:\n", StringComparison.Ordinal))));
}
