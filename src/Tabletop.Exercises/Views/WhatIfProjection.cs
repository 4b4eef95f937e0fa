using System.Collections.Immutable;
using System.Globalization;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Plays one part of a debrief again, with something otherwise. For whoever may see the debrief.</summary>
/// <param name="log">All events of the exercise, or of history's run.</param>
/// <param name="team">Id of the team in that log.</param>
public sealed class WhatIfSubject(Scenario scenario, IReadOnlyList<Event> log, Exercise exercise, string team, Phrase name)
{
    Team Team => exercise.FindTeam(team)!;

    /// <summary>A team's part, or history's with <see cref="Story.OfHistory"/>; null when there is none of that id.</summary>
    public static WhatIfSubject? Of(Exercise exercise, IReadOnlyList<Event> log, string id) =>
        id == Story.OfHistory
            ? Benchmarks.Of(exercise.Scenario).History is { } history
                ? new(exercise.Scenario, history.Log, history.Exercise, PlaythroughRun.TeamId, "History")
                : null
            : exercise.FindTeam(id) is { } found ? new(exercise.Scenario, log, exercise, id, $"{found.Name}") : null;

    public WhatIfChoices Choices() => new(
        [.. Team.Decisions.Where(item => item.Status != DecisionStatus.Withdrawn).Select(item => (item.Id, TitleOf(item.Action, item.Target), item.Made))],
        [.. Team.Inbox.Select(QuestionOf).OfType<WhatIfQuestion>()],
        [.. scenario.Actions.Where(action => action.Topics.Count == 0).Select(action => (action.Id, action.Title, TargetsOf(action)))],
        scenario.Start,
        exercise.Now);

    /// <summary>What would have followed, or why a change makes no sense.</summary>
    /// <param name="axis">The debrief's.</param>
    public Result<WhatIfView> Ask(ImmutableArray<Change> changes, TimeAxis axis)
    {
        if (changes.Select(FaultOf).FirstOrDefault(fault => fault is not null) is { } fault)
            return new Refusal(RefusalCode.BadValue, fault);

        var before = WhatIf.Of(scenario, log, team);
        var after = WhatIf.Of(scenario, log, team, changes);
        var pairs = before.Score.Lines.Zip(after.Score.Lines, (was, now) => (Was: was, Now: now)).ToList();
        return new WhatIfView
        {
            Changes = [.. changes.Select(Words)],
            Story = Stories.OfWhatIf(Replay.Of(scenario, after.Log), axis, $"{name}, what if"),
            EndingBefore = before.Ending.Title,
            Ending = after.Ending.Title,
            Total = new(before.Score.Provisional, after.Score.Provisional),
            Dimensions = [.. pairs.GroupBy(pair => pair.Was.Dimension).OrderBy(group => group.Key)
                .Select(group => (group.Key, new WhatIfPoints(group.Sum(pair => pair.Was.Points), group.Sum(pair => pair.Now.Points))))],
            Rules = [.. pairs.Where(pair => pair.Was.Points != pair.Now.Points)
                .Select(pair => new WhatIfRule(pair.Now.Title, new(pair.Was.Points, pair.Now.Points), pair.Now.Why))
                .OrderByDescending(rule => Math.Abs(rule.Points.Gain))],
            PathBefore = TitlesOf(before),
            Path = TitlesOf(after),
            Impossible = [.. after.Impossible.Select(item =>
                (Phrase)$"{(item.Action is { } action ? TitleOf(action, item.Target) : scenario.Injects[item.Inject!].Title)}, {ScenarioTime.Long(item.At)}: {item.Why.Says}")],
        };
    }

    /// <summary>The one change that would have helped most. Takes seconds, and leaves half of the machine to those who play.</summary>
    public BestChange Best() => BestChange.Of(scenario, log, team, atOnce: Math.Max(1, Environment.ProcessorCount / 2));

    Phrase? FaultOf(Change change) => change switch
    {
        Change.Remove(var id) when !Knows(id) => (Phrase)"The link speaks of a decision that was not taken here. Choose one of the list.",
        Change.Move(var id, _) when !Knows(id) => (Phrase)"The link speaks of a decision that was not taken here. Choose one of the list.",
        Change.Add(var action, _, _) when !scenario.Actions.Contains(action) => (Phrase)$"This scenario has no action “{action}”. Choose one of the list.",
        Change.Answer(var inject, _, _) when SpecOf(inject) is null || !Team.Inbox.Any(item => item.Inject == inject) =>
            (Phrase)"The link speaks of a question that was not asked here. Choose one of the list.",
        Change.Answer(_, null, _) => null,
        Change.Answer(_, _, var at) when IsOutside(at) => OutsideText,
        Change.Answer(var inject, { } reply, _) when ReplyIn(inject, reply, out _) is { } refusal => refusal.Says,
        Change.Move(_, var to) when IsOutside(to) => OutsideText,
        Change.Add(_, _, var at) when IsOutside(at) => OutsideText,
        _ => null,
    };

    Phrase OutsideText => $"Choose a time between {ScenarioTime.Long(scenario.Start)} and {ScenarioTime.Long(exercise.Now)} UTC.";

    bool IsOutside(DateTimeOffset time) => time < scenario.Start || time > exercise.Now;

    bool Knows(string decision) => Team.Decisions.Any(item => item.Id == decision);

    /// <summary>A clause for a change: "without …", "with … on 23 Nov 16:35".</summary>
    public Phrase Words(Change change) => change switch
    {
        Change.Remove(var id) => (Phrase)$"without “{TitleOf(id)}”",
        Change.Move(var id, var to) => (Phrase)$"“{TitleOf(id)}” moved to {ScenarioTime.Long(to)}",
        Change.Add(var action, var target, var at) => (Phrase)$"with “{TitleOf(action, target)}” on {ScenarioTime.Long(at)}",
        Change.Answer(var inject, null, _) => (Phrase)$"“{SpecOf(inject)!.Title}” without an answer",
        Change.Answer(var inject, { } reply, var at) => (Phrase)$"“{SpecOf(inject)!.Title}” answered with “{WordsOf(inject, reply)}” on {ScenarioTime.Long(at)}",
        _ => (Phrase)"",
    };

    WhatIfQuestion? QuestionOf(InboxItem item)
    {
        if (SpecOf(item.Inject) is not { Question: { } question } spec)
            return null;

        var given = Team.Answers.GetValueOrDefault(item.Inject) is { Person: not Engine.Answer.TheClock } answer ? answer : null;
        return new(
            spec.Id,
            spec.Title,
            item.Released,
            given?.Reply.Text,
            given?.Reply.Words(scenario, question) ?? "",
            given?.Given ?? item.Released,
            question.Kind == QuestionKind.Text ? [] : [.. Replies.Choices(scenario, question, out _).Where(reply => reply != given?.Reply.Text).Select(reply => (reply, WordsOf(spec.Id, reply)))]);
    }

    InjectSpec? SpecOf(string inject) => scenario.Injects.TryGet(inject, out var spec) && spec.Question is not null ? spec : null;

    Rejection? ReplyIn(string inject, string text, out Reply? reply) =>
        Reply.Read(SpecOf(inject)!.Question!, SpecOf(inject)!.Question!.CredentialsIn(scenario.Credentials), text, out reply);

    string WordsOf(string inject, string text) => ReplyIn(inject, text, out var reply) is null ? reply!.Words(scenario, SpecOf(inject)!.Question!) : text;

    string TitleOf(string decision) => Team.Decisions.First(item => item.Id == decision) is var found ? TitleOf(found.Action, found.Target) : "";

    string TitleOf(string action, string? target) => target is null ? scenario.Actions[action].Title
        : string.Create(CultureInfo.InvariantCulture, $"{scenario.Actions[action].Title}: {TargetsOf(scenario.Actions[action]).FirstOrDefault(item => item.Id == target).Title ?? target}");

    ImmutableArray<(string Id, string Title)> TargetsOf(ActionSpec action) =>
        [.. (action.Target switch
        {
            TargetKind.Credential => scenario.Credentials.Select(item => (item.Id, item.Title)),
            TargetKind.System => scenario.Systems.Where(item => item.Targetable).Select(item => (item.Id, item.Title)),
            TargetKind.Foothold => scenario.Footholds.Select(item => (item.Id, item.Title)),
            TargetKind.Topic => action.Topics.Select(item => (item.Id, item.Title)),
            _ => [],
        }).Where(item => action.Targets.IsEmpty || action.Targets.Contains(item.Id))];

    ImmutableArray<string> TitlesOf(WhatIf run) => [.. run.Path.Select(state => scenario.Adversary.States[state].Title)];
}
