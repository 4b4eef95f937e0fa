using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Exercises.Tests.Views;

public sealed class IncidentTimeline
{
    [Fact]
    public void WhatWasReceivedDecidedDoneNotedAndSaidStandsInOrderWithScenarioTimes()
    {
        var played = SampleExercise.Started()
            .Decide("cleo", "check", Token, "It looks forgotten", 80)
            .Say("bo", "On it")
            .Do(new Command.WriteNote("ada", "n1", "Call the supplier", 0))
            .Until(At(10, 18, 14));
        var lines = Csv(played).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("time_utc,kind,by,what,why,alternatives,sure_percent,result", lines[0]);
        var kinds = lines.Where(line => line.StartsWith("2023-", StringComparison.Ordinal)).Select(line => line.Split(',')[1]).ToList();
        Assert.Equal(["Received", "Decided", "Said", "Noted", "Done", "Received"], kinds.SkipWhile(kind => kind == "New phase"));
        Assert.Contains(lines, line => line.EndsWith(",Decided,Cléo,Check whether it works: Helpdesk chatbot token,It looks forgotten,,80,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("2023-10-18T08:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=1+2", "'=1+2")]
    [InlineData("@Bo look", "'@Bo look")]
    [InlineData("-5 hosts", "'-5 hosts")]
    [InlineData("a, \"b\"", "\"a, \"\"b\"\"\"")]
    [InlineData("one\ntwo", "\"one\ntwo\"")]
    public void NoCellIsAFormulaAndNoTextBreaksARow(string said, string cell) =>
        Assert.EndsWith($",Said,Bo,{cell},,,,\r\n", Csv(SampleExercise.Started().Say("bo", said)), StringComparison.Ordinal);

    [Theory]
    [InlineData("**loud** <b>x</b>", @"\*\*loud\*\* \<b\>x\</b\>")]
    [InlineData("# heading", @"\# heading")]
    [InlineData("one\n- two", "one\\\n  \\- two")]
    [InlineData("1. first, at 10:30", "1. first, at 10:30")]
    public void WhatPeopleTypedIsTextInMarkdown(string said, string text) =>
        Assert.EndsWith($"** Said by Bo: {text}\n", Markdown(SampleExercise.Started().Say("bo", said)), StringComparison.Ordinal);

    [Fact]
    public void WhatElseWasConsideredStandsBesideTheReason()
    {
        var played = SampleExercise.Started().Do(new Command.SubmitDecision("cleo", "check", Token, "It looks forgotten", 80, " Rotate it at once "));
        Assert.Contains(",It looks forgotten,Rotate it at once,80,", Csv(played), StringComparison.Ordinal);
        Assert.Contains("  Why: It looks forgotten\n  Considered: Rotate it at once\n", Markdown(played), StringComparison.Ordinal);
    }

    [Fact]
    public void MarkdownHasADayForEachDayAndTheFindingUnderWhatBroughtIt()
    {
        var text = Markdown(SampleExercise.Started().Decide("cleo", "check", Token, "It looks forgotten", 80).Until(At(11, 3, 13)));
        Assert.StartsWith("# Blue: incident timeline\n\nAutumn exercise. All times are scenario times in UTC.\n", text, StringComparison.Ordinal);
        Assert.Contains("\n## 18 October 2023\n\n", text, StringComparison.Ordinal);
        Assert.Contains("\n## 3 November 2023\n\n", text, StringComparison.Ordinal);
        Assert.Contains("(80 % sure)\n  Why: It looks forgotten\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  > ", text, StringComparison.Ordinal);
    }

    static string Csv(SampleExercise played) => LogExport.Csv(Entries(played));

    static string Markdown(SampleExercise played) => LogExport.Markdown(played.Exercise.Title, "Blue", Entries(played));

    static IEnumerable<TimelineEntry> Entries(SampleExercise played)
    {
        var viewer = new Viewer.Participant("ada", SampleExercise.Blue, "incident-commander");
        return TeamTimeline.Of(played.Exercise, played.Exercise.FindTeam(SampleExercise.Blue)!, played.Log.Where(e => Visibility.For(viewer, e, played.Exercise) is not null));
    }
}
