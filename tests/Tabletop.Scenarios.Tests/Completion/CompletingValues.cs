using Tabletop.Engine;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests.Completion;

public sealed class CompletingValues
{
    [Theory]
    [InlineData("channel: phone", "channel: ^", "email", "ticket", "phone")]
    [InlineData("initial: outside", "initial: ^", "outside")]
    [InlineData("reaches: [files]", "reaches: [^", "vpn", "files", "internet")]
    [InlineData("reaches: [files]", "reaches: [files, i^]", "internet")]
    [InlineData("holds: { not: { system: files, is: isolated } }", "holds: { not: { system: ^", "vpn", "files")]
    [InlineData("holds: { not: { system: files, is: isolated } }", "holds: { not: { system: files, is: ^ } }", "isolated")]
    [InlineData("live: false", "live: ^", "true", "false")]
    [InlineData("tags: [leaked, old]", "tags: [^]", "leaked")]
    [InlineData("effects: [{ plant: backdoor }]", "effects: [{ plant: ^ }]", "backdoor")]
    [InlineData("delay: 15m", "delay: ^", "15m", "2d")]
    public void AreWhatThePlaceTakes(string piece, string instead, params string[] expected) =>
        Assert.Equal(expected, Typing.Labels(TinyScenario.Replace(piece, instead)).Intersect(expected));

    [Fact]
    public void AreOfTheRightKindOnly()
    {
        var roles = Typing.Labels("roles:\n  soc: { title: Analysts }\nsystems:\n  files:\n    title: Files\ninjects:\n  call:\n    to: [^]\n");
        Assert.Equal(["soc"], roles);
    }

    [Fact]
    public void AreSaidWithTheirTitle()
    {
        var item = Assert.Single(Typing.At("roles:\n  soc: { title: Analysts }\ninjects:\n  call:\n    to: [s^]\n").Items);
        Assert.Equal((CompletionKind.Name, "role", "Analysts"), (item.Kind, item.Detail, item.Help));
    }

    [Fact]
    public void BehindABareColonTheyBringTheirBlank() =>
        Assert.Contains(Typing.At("injects:\n  call:\n    channel:^").Items, item => item is { Label: "phone", Insert: " phone" });

    [Fact]
    public void OfAListBringTheirBrackets() =>
        Assert.Contains(Typing.At("roles:\n  soc: { title: Analysts }\ninjects:\n  call:\n    to: ^").Items, item => item is { Label: "soc", Insert: "[soc]" });

    [Fact]
    public void OfAConditionBringTheirBraces() =>
        Assert.Contains(Typing.At("injects:\n  call:\n    when: ^").Items, item => item is { Label: "flag", Insert: "{ flag:  }", Back: 2 });

    [Fact]
    public void FlagsAreThoseThatAnEffectSets() =>
        Assert.Equal(["rung"], Typing.Labels("injects:\n  call:\n    effects: [{ set: rung }]\n  next:\n    when: { flag: ^ }\n"));

    [Fact]
    public void AnswersAreThoseOfTheInjectThatIsNamedBesideThem()
    {
        const string Text = """
            injects:
              call:
                question: { prompt: Well?, options: { pay: { text: Pay }, wait: { text: Wait } } }
              next:
                when: { answered: call, with: ^ }
            """;
        Assert.Equal(["pay", "wait"], Typing.Labels(Text));
        Assert.Equal(["call"], Typing.Labels(Text.Replace("call, with: ^", "^", StringComparison.Ordinal)));
    }

    [Fact]
    public void AStepOfAPlaythroughKnowsTheScenarioBesideIt()
    {
        const string Step = "steps:\n  - at: 2024-03-04T09:00:00Z\n";
        Assert.Contains("rotate", Typing.Labels(Step + "    do: ^", "history.yaml", TinyScenario.Text));
        Assert.Equal(["vpn-token", "backup-key"], Typing.Labels(Step + "    do: rotate\n    on: ^", "history.yaml", TinyScenario.Text));
        Assert.Contains("lead", Typing.Labels(Step + "    role: ^", "history.yaml", TinyScenario.Text));
    }

    [Fact]
    public void TargetIsOfferedInActionsThatHaveOne()
    {
        const string Action = "actions:\n  rotate:\n    target: credential\n    effects: [{ end-credential: ^ }]\n";
        Assert.Contains("target", Typing.Labels(Action));
        Assert.DoesNotContain("target", Typing.Labels(Action.Replace("target: credential", "group: other", StringComparison.Ordinal)));
    }

    [Fact]
    public void VariablesAreOfferedInAnyText()
    {
        const string Variables = "variables:\n  company: { title: The company, default: Acme }\n";
        Assert.Contains(Typing.At(Variables + "briefing: |\n  You work for {{com^").Items, item => item is { Label: "company", Insert: "company}}" });
        Assert.Equal(["company"], Typing.Labels("You work for {{^", "bodies/call.md", Variables));
    }

    [Fact]
    public void NamesComeFromIncludedFilesToo()
    {
        var found = ScenarioCompletion.At(
            [new SourceText("scenario.yaml", "include: [parts.yaml]\n"), new SourceText("parts.yaml", "roles:\n  soc: { title: Analysts }\n"), new SourceText("injects.yaml", "injects:\n  call:\n    to: [")],
            "injects.yaml", 3, 10);
        Assert.Equal(["soc"], found.Items.Select(item => item.Label));
    }
}
