namespace Tabletop.Scenarios.Tests;

public sealed class ValueFaults
{
    [Theory]
    [InlineData("TT0201", "rotation: { takes: 2h, effort: 3 }", "rotation: ‸2h")]
    [InlineData("TT0201", "soc: { title: SOC analyst }", "soc: ‸SOC analyst")]
    [InlineData("TT0201", "effects: [{ plant: backdoor }]", "effects: [‸plant]")]
    [InlineData("TT0202", "roles: [lead]", "roles: ‸lead")]
    [InlineData("TT0202", "effects: [{ plant: backdoor }]", "effects: ‸{ plant: backdoor }")]
    [InlineData("TT0203", "title: A small leak", "title: ‸[A small leak]")]
    [InlineData("TT0203", "      title: Gone", "      title: ‸{ text: Gone }")]
    [InlineData("TT0204", "effort: 10", "effort: ‸ten")]
    [InlineData("TT0204", "effort: 10", "effort: ‸\"10\"")]
    [InlineData("TT0204", "points: 10", "points: ‸2.5")]
    [InlineData("TT0204", "effort: 10", "effort: ‸1e3")]
    [InlineData("TT0205", "live: false", "live: ‸no")]
    [InlineData("TT0205", "manual: true", "manual: ‸yes\n    at: 2024-03-04T11:00:00Z")]
    [InlineData("TT0206", "channel: phone", "channel: ‸phon", "phone")]
    [InlineData("TT0206", "dimension: rotation", "dimension: ‸speed")]
    [InlineData("TT0206", "repeat: always", "repeat: ‸allways", "always")]
    [InlineData("TT0206", "as: disabled", "as: ‸rotate", "rotated")]
    [InlineData("TT0207", "effort: 10", "effort: ‸-1")]
    [InlineData("TT0207", "outage: { cut: 0.5 }", "outage: { cut: ‸1.5 }")]
    [InlineData("TT0207", "at-least: 10", "at-least: ‸0")]
    [InlineData("TT0207", "by: 10", "by: ‸0")]
    [InlineData("TT0208", "id: tiny-leak", "id: ‸Tiny Leak")]
    [InlineData("TT0208", "  internet:\n", "  ‸Internet:\n")]
    [InlineData("TT0208", "  internet:\n", "  ‸target:\n")]
    [InlineData("TT0208", "  internet:\n", "  ‸inter--net:\n")]
    [InlineData("TT0208", "  L2: Find", "  L2: Find it\n  ‸l3: Find")]
    [InlineData("TT0208", "{ set: polite }", "{ set: polite }, { set: ‸Polite }")]
    [InlineData("TT0209", "title: A small leak", "title: ‸\"\"")]
    [InlineData("TT0209", "note: Nobody knows what it is for.", "note: ‸' '")]
    [InlineData("TT0210", "reaches: [files]", "reaches: [files, ‸files]")]
    public void ValuesOfAnotherTypeAreFoundWhereTheyStand(string code, string piece, string instead, string? meant = null) =>
        Broken.Gives(code, piece, instead, meant);

    [Theory]
    [InlineData("2024-03-04")]
    [InlineData("2024-03-04 08:30:00Z")]
    [InlineData("2024-03-04T08:30:00")]
    [InlineData("2024-03-04T08:30:00+01:00")]
    [InlineData("2024-03-04T08:30Z")]
    [InlineData("2024-02-30T08:30:00Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("soon")]
    [InlineData("[1]")]
    public void TimesAreUtcToTheSecond(string time)
    {
        var found = Broken.Gives("TT0301", "    at: 2024-03-04T08:30:00Z", "    at: ‸" + time);
        Assert.Contains(TimeText.TimeForm, found.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("15")]
    [InlineData("15min")]
    [InlineData("1.5h")]
    [InlineData("-1h")]
    [InlineData("30m1h")]
    [InlineData("1h 30m")]
    [InlineData("PT1H")]
    [InlineData("999999d")]
    [InlineData("99999999999999999999d")]
    [InlineData("{ hours: 1 }")]
    public void DurationsAreNumbersWithUnitsInOrder(string duration) => Broken.Gives("TT0302", "delay: 15m", "delay: ‸" + duration);

    [Theory]
    [InlineData("0m", 0)]
    [InlineData("45s", 45)]
    [InlineData("90m", 5400)]
    [InlineData("1d2h3m4s", 93784)]
    [InlineData("3650d", 315360000)]
    public void DurationsAreReadToTheSecond(string duration, int seconds)
    {
        Assert.True(TimeText.TryDuration(duration, out var read));
        Assert.Equal(TimeSpan.FromSeconds(seconds), read);
    }

    [Fact]
    public void QuotedAndFoldedTextIsTextWhateverItLooksLike()
    {
        var scenario = TestKit.TinyScenario.With("title: A small leak", "title: \"42: true\"");
        Assert.Equal("42: true", scenario.Title);
        Assert.Equal("42", TestKit.TinyScenario.With("title: A small leak", "title: 42").Title);
    }
}
