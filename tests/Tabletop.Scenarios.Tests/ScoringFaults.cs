namespace Tabletop.Scenarios.Tests;

public sealed class ScoringFaults
{
    [Theory]
    [InlineData("TT0601", "    how-much: { counter: outage-hours, best: 1, worst: 5 }", "    how-much: { counter: outage-hours, best: 1, worst: 5 }\n    ‸at-the-end: { flag: polite }")]
    [InlineData("TT0601", "  outage:\n    dimension: continuity\n    title: Work went on\n    points: 3\n    how-much: { counter: outage-hours, best: 1, worst: 5 }", "  ‸outage:\n    dimension: continuity\n    title: Work went on\n    points: 3")]
    [InlineData("TT0602", "best: 1, worst: 5", "best: 5, worst: ‸5")]
    [InlineData("TT0602", "best: 1h30m, worst: 3h30m", "best: 1h30m, worst: ‸1h")]
    [InlineData("TT0602", "worst: 2024-03-04T17:30:00Z", "worst: ‸2024-03-04T13:00:00Z")]
    [InlineData("TT0603", "until: 2024-03-04T18:00:00Z", "until: ‸2024-03-04T08:30:00Z")]
    [InlineData("TT0604", "points: 10", "points: ‸0")]
    [InlineData("TT0604", "points: 10", "points: ‸-3")]
    public void RulesMeasureOneThingBetweenTwoBounds(string code, string piece, string instead) => Broken.Gives(code, piece, instead);
}
