using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>One team's part of a finished play, or history's, to be looked at in any of its moments. For whoever may see the debrief.</summary>
public sealed class ReplaySubject
{
    // A play does not change any more once it has ended, whatever is written down about it afterwards.
    static readonly ConditionalWeakTable<Event, Recording> Recorded = [];

    readonly Scenario _scenario;
    readonly Recording _recording;
    readonly Recording? _history;
    readonly string _team;
    readonly ImmutableArray<KeySpec> _keys;

    ReplaySubject(Recording recording, Recording? history, string team, string id, Phrase name, TimeAxis axis)
    {
        _scenario = recording.At(recording.Start).Exercise.Scenario;
        (_recording, _history, _team, Id, Name, Axis) = (recording, history, team, id, name, axis);
        _keys = KeyCredentials.Of(_scenario);
        Turns = [.. recording.TurnsOf(team).Select(TurnOf).OrderBy(turn => turn.Time)];
        Inside = InsideOf(recording.TurnsOf(team));
    }

    /// <summary>The team's id, or <see cref="Story.OfHistory"/>.</summary>
    public string Id { get; }

    public Phrase Name { get; }

    public bool IsHistory => Id == Story.OfHistory;

    public TimeAxis Axis { get; }

    /// <summary>Scenario time.</summary>
    public DateTimeOffset Start => _recording.Start;

    /// <summary>Scenario time at which the play ended; history was played to the scenario's end.</summary>
    public DateTimeOffset End => _recording.End;

    /// <summary>The exercise ended in the moment in which it began.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>In order of time.</summary>
    public ImmutableArray<ReplayTurn> Turns { get; }

    /// <summary>When the attacker had at least one foothold that it could use.</summary>
    public ImmutableArray<Stretch> Inside { get; }

    /// <summary>Null when there is none of that id, or the play has not ended.</summary>
    /// <param name="log">All events of the exercise, from the first.</param>
    public static ReplaySubject? Of(Exercise exercise, IReadOnlyList<Event> log, string id)
    {
        var axis = TimeAxis.Of(exercise.Scenario, exercise.Pace);
        var history = Benchmarks.Of(exercise.Scenario).History is { } run ? RecordingOf(exercise.Scenario, run.Log) : null;
        if (id == Story.OfHistory)
            return history is null ? null : new(history, null, PlaythroughRun.TeamId, id, "History", axis);

        return exercise.FindTeam(id) is { } team && RecordingOf(exercise.Scenario, log) is { } recording
            ? new(recording, history, id, id, $"{team.Name}", axis)
            : null;
    }

    public ReplayMoment At(DateTimeOffset time)
    {
        var still = _recording.At(time);
        var (exercise, team) = (still.Exercise, still.Exercise.FindTeam(_team)!);
        var score = still.Score(_team);
        var knowledge = new Knowledge(_scenario, team);
        return new()
        {
            Time = exercise.Now,
            Version = exercise.Version,
            Phase = exercise.PhaseSpec.Title,
            World = ControlProjection.GlanceOf(exercise, team, _keys, ImmutableHashSet<string>.Empty),
            AttackerSummary = _scenario.Adversary.States[team.Adversary.State].Summary,
            Credentials = [.. _scenario.Credentials.Select(spec => CredentialOf(spec, team.World, knowledge))],
            Systems = [.. _scenario.Systems.Select(spec => SystemOf(spec, team.World)).Where(item => !item.Marks.IsEmpty || !item.Footholds.IsEmpty)],
            Counters = [.. team.World.Counters.Select(counter => (Words(counter.Key), counter.Value))],
            Inbox = [.. team.Inbox.Reverse().Select(item => MessageOf(exercise, team, item)).OfType<ReplayMessage>()],
            Decisions = [.. team.Decisions.Reverse().Select(item => TeamProjection.DecisionOf(exercise, item))],
            Total = PointsOf(score),
            Corrected = score.Corrected,
            Dimensions = [.. TeamDebrief.DimensionsOf(score).Select(item => (item.Dimension, PointsOf(score.Of(item.Dimension))))],
            History = _history?.At(exercise.Now).Score(PlaythroughRun.TeamId).Provisional,
        };
    }

    static Recording? RecordingOf(Scenario scenario, IReadOnlyList<Event> log) =>
        log.LastOrDefault(e => e is Event.Ended) is { } ended ? Recorded.GetValue(ended, _ => Recording.Of(scenario, log)) : null;

    static ReplayPoints PointsOf(Scorecard card) => new(card.Provisional, card.Max);

    static string Words(string id) => char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' ');

    ReplayCredential CredentialOf(CredentialSpec spec, World world, Knowledge knowledge)
    {
        var end = world.Ended.GetValueOrDefault(spec.Id);
        return new(spec.Id, spec.Title, spec.Live, end?.As, end?.Since, knowledge.Of(spec).State)
        {
            IsKey = _keys.Any(key => key.Ids.Length == 1 && key.Ids[0] == spec.Id),
        };
    }

    ReplaySystem SystemOf(SystemSpec spec, World world) => new(
        spec.Title,
        [.. world.MarksOf(spec.Id).OrderBy(mark => mark.Since).Select(mark => mark.Mark.Replace('-', ' '))],
        [.. _scenario.Footholds.Where(foothold => foothold.System == spec.Id && world.Footholds.GetValueOrDefault(foothold.Id) is { Removed: null }).Select(foothold => foothold.Title)]);

    ReplayMessage? MessageOf(Exercise exercise, Team team, InboxItem item) => exercise.FindInject(item.Inject) is not { } spec ? null : new(
        spec.Id,
        spec.Channel,
        spec.Title,
        spec.From,
        [.. spec.To.Select(role => TeamProjection.RoleTitle(_scenario, role))],
        spec.Body,
        item.Released,
        item.ReadBy.IsEmpty && !IsHistory,
        team.WithdrawalOf(spec.Id)?.Says,
        spec.Question is not null,
        spec.Question is { } question && team.Answers.TryGetValue(spec.Id, out var answer) ? [.. answer.Reply.Lines(_scenario, question)] : []);

    ReplayTurn TurnOf(Turn turn)
    {
        var (kind, title, detail) = turn switch
        {
            Turn.FootholdGained gained => (ReplayTurnKind.Gained, (Phrase)$"The attacker has: {_scenario.Footholds[gained.Foothold].Title}", Cause(turn)),
            Turn.FootholdLost lost => (ReplayTurnKind.Lost, LostHow(lost, _scenario.Footholds[lost.Foothold].Title), Cause(turn)),
            Turn.LastChance chance => (ReplayTurnKind.LastChance, (Phrase)$"Last chance: {_scenario.Credentials[chance.Credential].Title}", (Phrase)$"Ended by now, it would still have refused “{StepTitle(chance.Version, chance.Step)}”. What the attacker did later no longer needed it."),
            Turn.BiggestChange change => (ReplayTurnKind.BiggestChange, (Phrase)$"Biggest change of the score: {Signed(change.Points)}", AboveAll(_scenario.Scoring[change.Rule].Title, Cause(turn))),
            _ => throw new InvalidOperationException($"No words for {turn.GetType().Name}."),
        };
        var time = turn is Turn.LastChance ? LastSecondBefore(turn.Time) : FirstSecondFrom(turn.Time);
        return new(kind, time, Axis.X(time), title, detail);
    }

    static Phrase AboveAll(string rule, Phrase cause) => cause.Format.Length == 0
        ? $"Above all by the rule “{rule}”."
        : (Phrase)$"Above all by the rule “{rule}”. {cause}";

    Phrase LostHow(Turn.FootholdLost lost, string foothold) => _recording.EventOf(lost.Version) is Event.AdversaryMoved ? (Phrase)$"The attacker gives up: {foothold}"
        : lost.Removed ? (Phrase)$"Taken from the attacker: {foothold}"
        : (Phrase)$"Cut off from the attacker: {foothold}";

    /// <summary>What did it, in a sentence; empty where the clock did.</summary>
    Phrase Cause(Turn turn) => _recording.EventOf(turn.Version) switch
    {
        Event.AdversaryMoved moved => (Phrase)$"By the attacker’s step “{StepTitle(moved.Version, moved.Step)}”.",
        Event.Overridden set => (Phrase)$"Set by the facilitator: {set.Reason}",
        Event.AdversaryRefused => (Phrase)"After the attacker was refused.",
        Event.DecisionMade made => (Phrase)$"By the decision “{DecisionTitle(made.Decision)}”.",
        Event.DecisionFinished finished => (Phrase)$"By the decision “{DecisionTitle(finished.Decision)}”.",
        Event.InjectReleased released when _recording.At(End).Exercise.FindInject(released.Inject) is { } inject => (Phrase)$"With the message “{inject.Title}”.",
        Event.InjectAnswered answered when _recording.At(End).Exercise.FindInject(answered.Inject) is { } inject => (Phrase)$"By the answer to “{inject.Title}”.",
        _ => (Phrase)"",
    };

    string StepTitle(long version, string step)
    {
        var from = ((Event.AdversaryMoved)_recording.EventOf(version)).From;
        return _scenario.Adversary.States[from].Steps.First(item => item.Id == step).Title;
    }

    string DecisionTitle(string id)
    {
        var decision = _recording.At(End).Exercise.FindTeam(_team)!.Decisions.First(item => item.Id == id);
        var target = TeamProjection.TargetTitle(_scenario, decision);
        return _scenario.Actions[decision.Action].Title + (target is null ? "" : $": {target}");
    }

    ImmutableArray<Stretch> InsideOf(ImmutableArray<Turn> turns)
    {
        var stretches = ImmutableArray.CreateBuilder<Stretch>();
        var (live, since) = (0, Start);
        foreach (var turn in turns)
        {
            if (turn is Turn.FootholdGained && live++ == 0)
                since = turn.Time;
            else if (turn is Turn.FootholdLost && --live == 0 && turn.Time > since)
                stretches.Add(new(since, turn.Time, Axis.X(since), Axis.X(turn.Time)));
        }

        if (live > 0)
            stretches.Add(new(since, End, Axis.X(since), Axis.X(End)));
        return stretches.ToImmutable();
    }

    DateTimeOffset FirstSecondFrom(DateTimeOffset time)
    {
        var second = new DateTimeOffset((time.UtcTicks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        return second < End ? second : End;
    }

    static DateTimeOffset LastSecondBefore(DateTimeOffset time) =>
        new((time.UtcTicks - 1) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);

    static string Signed(decimal points) => (points < 0 ? "−" : "+") + Math.Abs(points).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
