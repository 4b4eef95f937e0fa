using Tabletop.Engine;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

/// <summary>Tools that are asked about what there is.</summary>
public sealed class ToolsAboutThings
{
    const string Topics = "    topics:\n      backup: { title: The backup key, says: Operations. }\n      vpn: { title: The VPN token, says: Nobody. }";

    [Fact]
    public void EachCredentialIsASubject()
    {
        var tool = Compile("about: credential\n    answers:\n      - { target: backup-key, text: Operations. }\n      - { if: { credential: target, is: dead }, text: It is dead. }\n      - { text: \"{target}: {finding}\" }").Actions["owners"];
        Assert.Equal((true, TargetKind.Credential, ActionRepeat.Always), (tool.IsTool, tool.Target, tool.Repeat));
        Assert.Equal(["backup-key", null, null], tool.Findings.Select(finding => finding.Target));
        Assert.Empty(tool.Topics);
    }

    [Theory]
    [InlineData("about: credential", "TT0402")]
    [InlineData("about: weather\n    says: Rain.", "TT0206")]
    [InlineData("about: system\n    answers: [{ target: files, text: Ours. }]", "TT0421")]
    [InlineData("about: system\n    answers: [{ text: Ours. }, { target: files, text: Theirs. }]", "TT0421 TT0422")]
    [InlineData("about: system\n    answers: [{ target: fils, text: Ours. }, { text: Theirs. }]", "TT0115")]
    [InlineData("about: system\n    targets: [fils]\n    says: Ours.", "TT0102")]
    [InlineData("about: system\n    answers: [{ if: { credential: target, is: dead }, text: Ours. }, { text: Theirs. }]", "TT0408")]
    [InlineData("says: Nothing.", "TT0401 TT0402")]
    public void WhatDoesNotFitIsRefused(string text, string codes) =>
        Assert.Equal(codes, string.Join(' ', Found(text).Diagnostics.Select(item => item.Code).Order()));

    static Scenario Compile(string text)
    {
        var found = Found(text);
        Assert.Empty(found.Diagnostics);
        return found.Scenario!;
    }

    static CompileResult Found(string text) => ScenarioCompiler.Compile([new("scenario.yaml", TinyScenario.Replace(Topics, "    " + text))]);
}
