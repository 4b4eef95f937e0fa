using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.TestKit;

namespace Tabletop.Exercises.Tests.Views;

/// <summary>What facilitators and the debrief say of chance, of injects that repeat and that were taken back, and of tools.</summary>
public sealed class ChanceShown
{
    static readonly ImmutableDictionary<string, ScoreGlance> NoScores = ImmutableDictionary<string, ScoreGlance>.Empty;
    static readonly HashSet<string> Nobody = [];

    [Fact]
    public void AFacilitatorSeesHowAnInjectFell()
    {
        var scenario = With("manual: true", "at: 2024-03-04T13:00:00Z\n    chance: 50\n    repeat: { every: 1h, times: 3 }\n    withdraw: { when: { flag: polite }, says: No. }");
        var rows = Enumerable.Range(0, 40).Select(seed => RowOf(PlaythroughRun.Of(scenario, Bot.Passive, seed))).ToList();
        Assert.Contains(rows, row => row is { Standing: InjectStanding.Sent, Times: 3 } && row.Chance?.ToString() == "chance 50 %: came true");
        Assert.Contains(rows, row => row is { Standing: InjectStanding.Passed, Times: 0 } && row.Chance?.ToString() == "chance 50 %: did not come true");
        Assert.EndsWith(
            ", with a chance of 50 %, then every 1 h, 3 times at most; taken back as soon as “A supplier calls” is answered with “Thank you”",
            ControlProjection.Of(PlaythroughRun.Of(scenario, Bot.Passive, 1).Exercise, [], NoScores, Nobody).Injects.Single(row => row.Id == "press").Trigger.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void TheDebriefSaysWhatChanceDid()
    {
        var scenario = With("manual: true", "at: 2024-03-04T13:00:00Z\n    chance: 50");
        var marks = Enumerable.Range(0, 40).SelectMany(seed => MessagesOf(PlaythroughRun.Of(scenario, Bot.Passive, seed))).Where(mark => mark.Title.ToString() == "The press asks").ToList();
        Assert.Contains(marks, mark => mark.Kind == MarkKind.Told && mark.Detail.ToString() == "From A journalist. Chance 50 %: came true.");
        Assert.Contains(marks, mark => mark.Kind == MarkKind.Missed && mark.Detail.ToString() == "It did not come: chance 50 %: did not come true");
    }

    [Fact]
    public void TheDebriefSaysWhatWasTakenBack()
    {
        var scenario = With("manual: true", "at: 2024-03-04T17:00:00Z\n    withdraw: { when: { from: 2024-03-04T16:00:00Z }, says: No. }");
        var mark = Assert.Single(MessagesOf(PlaythroughRun.Of(scenario, Bot.Passive, 0)), mark => mark.Kind == MarkKind.Missed);
        Assert.Equal(("The press asks", "It was taken back before it came"), (mark.Title.ToString(), mark.Detail.ToString()));
    }

    [Fact]
    public void AFacilitatorSeesWhatWasTypedAndWhatItWasTakenToMean()
    {
        var exercise = Played(new Command.SubmitDecision("ana", "logs", "who used the VPN?", "", 100), new Command.SubmitDecision("ana", "owners", "vpn", "", 100));
        var stream = ControlProjection.Of(exercise, [], NoScores, Nobody).Stream;
        Assert.Equal(["The VPN token", "“who used the VPN?” → The VPN token"], stream.Select(entry => entry.Target).Order(StringComparer.Ordinal));
        Assert.All(stream, entry => Assert.True(entry.IsTool));
        Assert.Contains(TeamProjection.Of(exercise, "ana", Nobody)!.Decisions, row => row.Target == "“who used the VPN?”");
    }

    [Fact]
    public void AnAnswerOfTheClockIsInTheStreamButIsNothingThatTheTeamDid()
    {
        var scenario = With("counts: first", "counts: first\n      deadline: { after: 1h, says: Silence, answer: silence }");
        var view = ControlProjection.Of(PlaythroughRun.Of(scenario, Bot.Passive, 1).Exercise, [], NoScores, Nobody);
        Assert.True(Assert.Single(view.Stream).ByClock);
        Assert.Null(Assert.Single(view.Teams).Last);
    }

    [Fact]
    public void ACallRingsNoMoreWhenWhatItAskedHasBeenAnswered()
    {
        var at = TinyScenario.Scenario.Start;
        var rings = Played(new Command.Jump(at.AddMinutes(30)));
        Assert.True(CallTo(rings).RingsUntil > at);

        var answered = Played(new Command.Jump(at.AddMinutes(30)), new Command.AnswerInject("ana", "supplier-calls", "thanks", "", 50));
        Assert.Equal(at, CallTo(answered).RingsUntil);
    }

    static InboxEntry CallTo(Exercise exercise) => TeamProjection.Of(exercise, "ana", Nobody)!.Inbox.Single(entry => entry.Id == "supplier-calls");

    static Scenario With(string piece, string instead) => TinyScenario.With(piece, instead);

    static TeamInject RowOf(PlaythroughRun run) =>
        ControlProjection.Of(run.Exercise, run.Log, NoScores, Nobody).Injects.Single(row => row.Id == "press").Teams.Single();

    static ImmutableArray<StoryMark> MessagesOf(PlaythroughRun run) =>
        DebriefProjection.Of(run.Exercise, run.Log).Stories.Single(story => story.Id == PlaythroughRun.TeamId).Messages.Marks;

    static Exercise Played(params Command[] commands)
    {
        var at = TinyScenario.Scenario.Start;
        var exercise = Exercise.Open(TinyScenario.Scenario, new Event.Opened("x", "ABC234", "A test", [], "", "standard", 1, ExerciseMode.Solo) { Version = 1, At = at, Time = at });
        Command[] all = [new Command.AddTeam("blue", "Blue"), new Command.Join("ana", "Ana", "blue", "lead"), new Command.Start(), .. commands];
        foreach (var (number, command) in all.Index())
        {
            var verdict = exercise.Decide(command with { Id = $"c{number}" }, at);
            Assert.Null(verdict.Rejection);
            exercise = verdict.Events.Aggregate(exercise, (state, e) => state.Apply(e));
        }

        return exercise;
    }
}
