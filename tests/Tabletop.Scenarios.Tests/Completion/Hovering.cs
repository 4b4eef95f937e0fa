using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests.Completion;

public sealed class Hovering
{
    [Fact]
    public void AKeySaysWhatItIsForAndWhatItTakes()
    {
        var hover = Typing.Over("holds: { not:", "holds");
        Assert.Equal("While this does not hold, the foothold is planted but of no use to the attacker. [always]\nTakes a condition.", hover!.Text);
        Assert.Null(hover.DefinedIn);
    }

    [Fact]
    public void ANameSaysWhatItStandsForAndWhere()
    {
        var hover = Typing.Over("system: files, is: isolated", "files");
        Assert.StartsWith("System 'files': File server\nscenario.yaml, line ", hover!.Text, StringComparison.Ordinal);
        Assert.Equal("  files:", TinyScenario.Text.Split('\n')[hover.DefinedIn!.Value.Line - 1]);
    }

    [Fact]
    public void AnIdSaysWhatItIs() => Assert.Equal("Credential 'vpn-token': VPN token", Typing.Over("  vpn-token:\n", "vpn-token")!.Text);

    [Fact]
    public void AWordSaysItsOthers() => Assert.Contains("phone", Typing.Over("channel: phone", "phone")!.Text, StringComparison.Ordinal);

    [Fact]
    public void ABlankOrATextSaysNothing()
    {
        Assert.Null(ScenarioHover.At(TinyScenario.Sources, "scenario.yaml", 3, 12));
        Assert.Null(ScenarioHover.At(TinyScenario.Sources, "scenario.yaml", 9999, 1));
        Assert.Null(ScenarioHover.At(TinyScenario.Sources, "missing.yaml", 1, 1));
    }
}
