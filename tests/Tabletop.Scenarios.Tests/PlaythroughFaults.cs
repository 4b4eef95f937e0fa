namespace Tabletop.Scenarios.Tests;

public sealed class PlaythroughFaults
{
    const string Ideal = "playthroughs/ideal.yaml";
    const string History = "history.yaml";
    const string Rotate = "  - { at: 2024-03-04T08:40:00Z, do: rotate, on: vpn-token, role: lead }";

    [Theory]
    [InlineData("TT0101", Rotate, "  - { at: 2024-03-04T08:40:00Z, do: rotate, on: vpn-token, role: ‸leader }", "lead")]
    [InlineData("TT0105", Rotate, "  - { at: 2024-03-04T08:40:00Z, do: ‸rotat, on: vpn-token }", "rotate")]
    [InlineData("TT0115", Rotate, "  - { at: 2024-03-04T08:40:00Z, do: rotate, on: ‸vpn-tokens }", "vpn-token")]
    [InlineData("TT0106", "answer: supplier-calls, with: thanks", "answer: ‸supplier-cals, with: thanks", "supplier-calls")]
    [InlineData("TT0107", "answer: supplier-calls, with: thanks", "answer: supplier-calls, with: ‸yes", null)]
    [InlineData("TT0116", "answer: supplier-calls, with: thanks", "answer: ‸press, with: thanks", null)]
    [InlineData("TT0307", Rotate, "  - { at: ‸2023-03-04T08:40:00Z, do: rotate, on: vpn-token }", null)]
    [InlineData("TT0401", "title: The best answer", "title: The best answer\n‸sumary: Good", "summary")]
    [InlineData("TT0701", "  - { at: 2024-03-04T08:45:00Z, answer", "  - { at: ‸2024-03-04T08:39:59Z, answer", null)]
    [InlineData("TT0702", Rotate, "  - ‸{ at: 2024-03-04T08:40:00Z, reason: Why not }", null)]
    [InlineData("TT0702", "answer: supplier-calls, with: thanks", "‸answer: supplier-calls, with: thanks, do: hunt", null)]
    [InlineData("TT0703", Rotate, "  - ‸{ do: rotate, on: vpn-token }", null)]
    [InlineData("TT0703", Rotate, "  - { at: 2024-03-04T08:40:00Z, ‸done: 2024-03-04T08:40:00Z, do: hunt }", null)]
    [InlineData("TT0704", "answer: supplier-calls, with: thanks", "answer: supplier-calls, with: thanks, ‸on: vpn-token", null)]
    [InlineData("TT0704", Rotate, "  - { at: 2024-03-04T08:40:00Z, do: hunt, ‸with: thanks }", null)]
    [InlineData("TT0704", "  - { at: 2024-03-04T08:45:00Z, answer", "  - { ‸done: 2024-03-04T08:45:00Z, answer", null)]
    [InlineData("TT0705", Rotate, "  - { at: 2024-03-04T08:40:00Z, do: ‸rotate }", null)]
    [InlineData("TT0706", Rotate, "  - { at: 2024-03-04T08:40:00Z, do: rotate, on: vpn-token, role: ‸soc }", null)]
    [InlineData("TT0707", "id: ideal", "id: ‸history", null)]
    [InlineData("TT0415", "format: 2", "format: ‸one", null)]
    [InlineData("TT0109", "adversary-reached: inside", "adversary-reached: ‸insid", "inside")]
    public void PlaythroughsCanBePlayed(string code, string piece, string instead, string? meant = null) =>
        Broken.Gives(code, piece, instead, meant, Ideal);

    [Fact]
    public void HistoryIsCheckedLikeAnyPlaythrough() => Broken.Gives("TT0115", "on: backdoor", "on: ‸backdor", "backdoor", History);

    [Fact]
    public void AnAnswerSaysWhichOption()
    {
        var ideal = TestKit.TinyScenario.Ideal.Replace(", with: thanks", "", StringComparison.Ordinal);
        var found = ScenarioCompiler.Compile([new("scenario.yaml", TestKit.TinyScenario.Text), new(Ideal, ideal)]);
        Assert.Equal("TT0402", Assert.Single(found.Diagnostics).Code);
    }
}
