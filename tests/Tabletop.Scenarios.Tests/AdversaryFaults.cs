namespace Tabletop.Scenarios.Tests;

public sealed class AdversaryFaults
{
    [Theory]
    [InlineData("TT0501", "    gone:\n      title: Gone", "    gone:\n      title: Gone\n    ‸nowhere:\n      title: Nowhere")]
    [InlineData("TT0502", "refused: { retry: 2h }", "refused: { retry: ‸0s }")]
    [InlineData("TT0503", "      title: Gone", "      title: Gone\n      steps:\n        ‸copy: { title: Again, after: 1d, to: gone }")]
    [InlineData("TT0504", "      title: Gone", "      title: Gone\n      steps:\n        ‸rest: { title: Rests, to: gone }")]
    [InlineData("TT0504", "      title: Gone", "      title: Gone\n      steps:\n        ‸rest: { title: Rests, at: 2024-03-04T17:00:00Z, after: 0m, to: gone }")]
    [InlineData("TT0504", "      title: Gone", "      title: Gone\n      steps:\n        ‸turn: { title: Turns, to: lurking }\n    lurking:\n      title: Lurking\n      steps:\n        return: { title: Returns, to: gone }")]
    [InlineData("TT0504", "      title: Gone", "      title: Gone\n      steps:\n        ‸rest: { title: Rests, after: 3s, to: gone }")]
    [InlineData("TT0505", "refused: { retry: 2h }", "refused: ‸{ retry: 3s }")]
    public void ThePlanOfTheAttackerIsSound(string code, string piece, string instead) => Broken.Gives(code, piece, instead);

    [Theory]
    [InlineData("rest: { title: Rests, after: 1h, to: gone }")]
    [InlineData("rest: { title: Rests, needs: { flag: polite }, to: gone }")]
    [InlineData("rest: { title: Rests, to: outside }")]
    public void ACircleThatTakesTimeOrCanBeBrokenIsNone(string step) =>
        TestKit.TinyScenario.With("      title: Gone", "      title: Gone\n      steps:\n        " + step);

    [Fact]
    public void AnAdversaryThatIsNotThereIsOneFault()
    {
        var text = TestKit.TinyScenario.Text;
        var start = text.IndexOf("adversary:\n", StringComparison.Ordinal);
        var end = text.IndexOf("actions:\n", StringComparison.Ordinal);
        var found = ScenarioCompiler.Compile([new("scenario.yaml", text.Remove(start, end - start))]);
        Assert.Equal("TT0402", Assert.Single(found.Diagnostics).Code);
    }
}
