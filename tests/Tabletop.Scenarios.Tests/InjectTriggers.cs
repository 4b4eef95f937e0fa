using Tabletop.Engine;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

public sealed class InjectTriggers
{
    [Fact]
    public void AnInjectFollowsAnotherUnlessSomethingWasDone()
    {
        var trigger = Compile("manual: true", "after: supplier-calls\n    delay: 30m\n    unless: { did: rotate }").Injects["press"].Trigger;
        Assert.Equal(
            new Trigger.When(new Condition.Released("supplier-calls"), TimeSpan.FromMinutes(30)) { Unless = new Condition.Did("rotate", null, false) },
            trigger);
    }

    [Fact]
    public void AnInjectMayBeLeftToChanceAndTakenBack()
    {
        var press = Compile("manual: true", "manual: true\n    chance: 40\n    withdraw: { when: { flag: polite }, says: A **mistake**. }").Injects["press"];
        Assert.Equal((40, new WithdrawalSpec(new Condition.Flag("polite"), "A **mistake**.")), (press.Chance, press.Withdrawal));
    }

    [Fact]
    public void AnInjectMayRepeatWhileSomethingIsNotDone()
    {
        var repeat = Compile("manual: true", "manual: true\n    repeat: { every: 90m, times: 3, while: { not: { withdrawn: reminder } } }").Injects["press"].Repeat;
        Assert.Equal(new RepeatSpec(TimeSpan.FromMinutes(90), 3, new Condition.Not(new Condition.Withdrawn("reminder"))), repeat);
    }

    [Theory]
    [InlineData("{ phase: morning }", null)]
    [InlineData("{ all: [{ phase: morning }, { phase: afternoon }] }", "TT0806")]
    [InlineData("{ any: [{ phase: morning }, { from: 2024-03-04T09:00:00Z }] }", null)]
    [InlineData("{ withdrawn: supplier-calls }", null)]
    [InlineData("{ phase: night }", "TT0120")]
    public void PhasesAndWhatWasTakenBackCanBeAskedFor(string condition, string? code) =>
        Assert.Equal(code is null ? [] : [code], Found("manual: true", "when: " + condition).Diagnostics.Select(item => item.Code));

    [Fact]
    public void AStepMayBeLeftToChance() =>
        Assert.Equal(60, Compile("techniques: [T1078]", "chance: 60").Adversary.States["outside"].Steps[0].Chance);

    [Theory]
    [InlineData("chance: 0")]
    [InlineData("chance: 100")]
    [InlineData("chance: 12.5")]
    [InlineData("repeat: { every: 1h, times: 1 }")]
    [InlineData("repeat: { every: 1h, times: 21 }")]
    [InlineData("repeat: { times: 3 }")]
    [InlineData("unless: { did: rotate }")]
    [InlineData("withdraw: { when: { flag: polite } }")]
    public void WhatMeansNothingIsRefused(string line) =>
        Assert.Contains(Found("manual: true", $"manual: true\n    {line}").Diagnostics, item => item.Severity == Severity.Error);

    [Fact]
    public void InjectsThatWaitForEachOtherNeverCome()
    {
        var found = Found("manual: true", "after: reminder").Diagnostics;
        Assert.Empty(found);
        var circle = TinyScenario.Replace("manual: true", "after: reminder").Replace("at: 2024-03-04T11:00:00Z\n    if: { credential: vpn-token, is: usable }", "after: press", StringComparison.Ordinal);
        Assert.Equal(2, ScenarioCompiler.Compile([new("scenario.yaml", circle)]).Diagnostics.Count(item => item.Code == DiagnosticCodes.InjectNeverComes.Id));
    }

    static Scenario Compile(string piece, string instead) => Found(piece, instead).Scenario!;

    static CompileResult Found(string piece, string instead) =>
        ScenarioCompiler.Compile([new("scenario.yaml", TinyScenario.Replace(piece, instead))]);
}
