using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Tells one team's part of a log as a story along the time axis.</summary>
sealed class Stories(Replay replay, Team team, TimeAxis axis, string id, Phrase owner, IReadOnlyDictionary<long, int> turning)
{
    readonly Exercise _exercise = replay.Exercise;
    readonly Scenario _scenario = replay.Exercise.Scenario;
    readonly TeamReplay _way = replay.Team(team.Id);

    bool IsHistory => id == Story.OfHistory;

    internal static Story OfTeam(Replay replay, Team team, TimeAxis axis, IReadOnlyDictionary<long, int> turning) =>
        new Stories(replay, team, axis, team.Id, $"{team.Name}", turning).Tell();

    internal static Story OfHistory(Replay replay, TimeAxis axis) =>
        new Stories(replay, replay.Exercise.Teams[0], axis, Story.OfHistory, "History", new Dictionary<long, int>()).Tell();

    internal static Story OfWhatIf(Replay replay, TimeAxis axis, Phrase owner) =>
        new Stories(replay, replay.Exercise.Teams[0], axis, Story.OfWhatIf, owner, new Dictionary<long, int>()).Tell();

    internal static string MarkId(string story, long version) => $"{story}-{version}";

    Story Tell() => new()
    {
        Id = id,
        Owner = owner,
        IsHistory = IsHistory,
        States = States(),
        Inside = Inside(),
        Footholds = Footholds(),
        Steps = MarkRows.Of(MarkRows.Gather(Steps())),
        Messages = MarkRows.Of(IsHistory ? [] : Messages()),
        Decisions = MarkRows.Of(Decisions()),
    };

    ImmutableArray<StateSpan> States()
    {
        var spans = ImmutableArray.CreateBuilder<StateSpan>();
        var (state, since) = (_scenario.Adversary.Initial, _scenario.Start);
        foreach (var e in Mine())
        {
            if (Adversary.StateAfter(e) is not { } next)
                continue;
            if (e.Time > since)
                spans.Add(SpanOf(spans.Count, state, since, e.Time));
            (state, since) = (next, e.Time);
        }

        if (_exercise.Now > since)
            spans.Add(SpanOf(spans.Count, state, since, _exercise.Now));
        return spans.ToImmutable();
    }

    StateSpan SpanOf(int number, string state, DateTimeOffset from, DateTimeOffset until)
    {
        var spec = _scenario.Adversary.States[state];
        return new($"{id}-s{number}", spec.Title, spec.Summary, from, until, axis.X(from), axis.X(until), IsInside(from));
    }

    /// <summary>Whether the attacker could use a foothold just after a time.</summary>
    bool IsInside(DateTimeOffset time) => Inside().Any(stretch => stretch.From <= time && time < stretch.Until);

    ImmutableArray<Stretch> Inside()
    {
        var stretches = ImmutableArray.CreateBuilder<Stretch>();
        foreach (var live in Footholds().Where(span => span.Standing == FootholdStanding.Live).OrderBy(span => span.From))
        {
            if (stretches.Count > 0 && live.From <= stretches[^1].Until)
                stretches[^1] = StretchOf(stretches[^1].From, live.Until > stretches[^1].Until ? live.Until : stretches[^1].Until);
            else
                stretches.Add(StretchOf(live.From, live.Until));
        }

        return stretches.ToImmutable();
    }

    Stretch StretchOf(DateTimeOffset from, DateTimeOffset until) => new(from, until, axis.X(from), axis.X(until));

    ImmutableArray<FootholdSpan> Footholds()
    {
        var spans = ImmutableArray.CreateBuilder<FootholdSpan>();
        var rows = _way.Footholds.Select(change => change.Foothold.Id).Distinct().ToList();
        foreach (var changes in _way.Footholds.GroupBy(change => change.Foothold.Id))
        {
            var ends = changes.Skip(1).Select(change => (DateTimeOffset?)change.Time).Append(null);
            foreach (var (change, end) in changes.Zip(ends))
            {
                var until = end ?? _exercise.Now;
                if (change.Standing != FootholdStanding.Removed && until > change.Time)
                    spans.Add(SpanOf(spans.Count, change, until, rows.IndexOf(changes.Key), end is null));
            }
        }

        return spans.ToImmutable();
    }

    FootholdSpan SpanOf(int number, FootholdChange change, DateTimeOffset until, int level, bool last)
    {
        var lasted = ScenarioTime.Span(until - change.Time);
        var detail = (change.Standing, last) switch
        {
            (FootholdStanding.Live, false) => (Phrase)$"The attacker could use it for {lasted}.",
            (FootholdStanding.Live, true) => (Phrase)$"The attacker could use it for {lasted}, up to the end.",
            (_, false) => (Phrase)$"Still there for {lasted}, but out of the attacker’s reach.",
            _ => (Phrase)$"Still there for {lasted}, up to the end, but out of the attacker’s reach.",
        };
        return new(
            $"{id}-f{number}", change.Foothold.Title, detail, change.Standing, change.Time, until, axis.X(change.Time), axis.X(until), level, last);
    }

    IEnumerable<StoryMark> Steps()
    {
        var state = _scenario.Adversary.Initial;
        foreach (var e in Mine())
        {
            if (e is Event.AdversaryMoved moved)
            {
                var step = StepOf(moved.From, moved.Step);
                var plants = step.Effects.OfType<Effect.PlantFoothold>().Select(effect => _scenario.Footholds[effect.Foothold].Title).ToList();
                var left = plants.Count > 0 ? (Phrase)$"Now in its hands: {Sentence.Join(plants)}." : (Phrase)"";
                yield return MarkOf(e, plants.Count > 0 ? MarkKind.Planted : MarkKind.Moved, $"{step.Title}", Sentence.Follow(left, _way.ReasonOf(e.Version)));
            }
            else if (e is Event.AdversaryRefused refused)
            {
                yield return MarkOf(e, MarkKind.Refused, $"{StepOf(state, refused.Step).Title}", _way.ReasonOf(e.Version));
            }
            else if (e is Event.Overridden { What: OverrideKind.Adversary } set)
            {
                yield return MarkOf(e, MarkKind.Set, $"Set by the facilitator: {_scenario.Adversary.States[set.To].Title}", $"{set.Reason}");
            }

            state = Adversary.StateAfter(e) ?? state;
        }
    }

    IEnumerable<StoryMark> Messages()
    {
        foreach (var e in replay.Log)
        {
            if (e is Event.InjectReleased released && released.Team == team.Id && _exercise.FindInject(released.Inject) is { } spec)
                yield return MarkOf(e, MarkKind.Told, $"{spec.Title}", Sentence.Follow($"From {spec.From}.", StepReasons.Chance(released.Draw)));
            else if (e is Event.InjectWritten { Due: null } written && (written.Team is null || written.Team == team.Id))
                yield return MarkOf(e, MarkKind.Told, $"{written.Title}", $"From {written.From}.");
            else if (e is Event.HintGiven hint && hint.Team == team.Id)
                yield return MarkOf(e, MarkKind.Told, $"{hint.Text}", hint.Cost > 0 ? (Phrase)$"A hint of the facilitator, for {hint.Cost:0.#} points" : (Phrase)"A hint of the facilitator");
            else if (e is Event.Overridden set && set.Team == team.Id && set.What != OverrideKind.Adversary)
                yield return MarkOf(e, MarkKind.Set, $"Set by the facilitator: {Interventions.TitleOf(_scenario, set.What, set.Subject)}, {Interventions.WordsOf(_scenario, set.What, set.To)}", $"{set.Reason}");
            else if (e is Event.InjectPassed { Draw: { } draw } passed && passed.Team == team.Id && _exercise.FindInject(passed.Inject) is { } missed)
                yield return MarkOf(e, MarkKind.Missed, $"{missed.Title}", $"It did not come: {ChanceText.Of(draw)}");
            else if (e is Event.InjectWithdrawn back && back.Team == team.Id && _exercise.FindInject(back.Inject) is { } wrong)
                yield return MarkOf(e, MarkKind.Missed, $"{wrong.Title}", team.Inbox.Any(item => item.Inject == back.Inject) ? (Phrase)"It was taken back" : (Phrase)"It was taken back before it came");
        }
    }

    IEnumerable<StoryMark> Decisions()
    {
        foreach (var e in Mine())
        {
            if (e is Event.DecisionMade made)
                yield return MarkOf(made, team.Decisions.First(item => item.Id == made.Decision));
            else if (e is Event.InjectAnswered answered && _exercise.FindInject(answered.Inject) is { Question: { } question } inject)
                yield return MarkOf(e, MarkKind.Answered, $"{inject.Title} → {Reply.Known(_scenario, question, answered.Reply).Words(_scenario, question)}", Said(answered.Person, answered.Reason, answered.Confidence, answered.Alternatives));
            else if (e is Event.DeadlinePassed lapsed && _exercise.FindInject(lapsed.Inject) is { Question.Deadline: { } deadline } missed)
                yield return MarkOf(e, MarkKind.Missed, $"{missed.Title}: nobody answered in time", $"{deadline.Says}");
        }
    }

    StoryMark MarkOf(Event.DecisionMade made, Decision decision)
    {
        var target = TeamProjection.TargetTitle(_scenario, decision);
        var action = _scenario.Actions[made.Action].Title;
        var withdrawn = decision.Status == DecisionStatus.Withdrawn;
        return MarkOf(
            made,
            withdrawn ? MarkKind.Withdrawn : MarkKind.Decided,
            target is null ? (Phrase)$"{action}" : $"{action}: {target}{ControlProjection.MeantBy(_scenario, decision)}",
            _scenario.Actions[made.Action].IsTool ? (Phrase)$"Asked by {TeamProjection.NameOf(_exercise, made.Person)}" : Discussed(made, Said(made.Person, made.Reason, made.Confidence, made.Alternatives)),
            withdrawn ? null : made.Finishes);
    }

    /// <summary>Who had proposed it, and who had objected.</summary>
    Phrase Discussed(Event.DecisionMade made, Phrase said)
    {
        var before = team.Decisions.LastOrDefault(item => item.Version < made.Version && item.Action == made.Action && item.Target == made.Target)?.Version ?? 0;
        return team.Proposed.LastOrDefault(item => item.End == ProposalEnd.Decided && item.Action == made.Action && item.Target == made.Target && item.Version > before && item.Version < made.Version) is not { } proposal
            ? said
            : proposal.Voices.Where(voice => !voice.For).Aggregate(
                proposal.Person == made.Person ? said : (Phrase)$"{said}; proposed by {proposal.Name}",
                (text, voice) => (Phrase)$"{text}; {voice.Name} objected: “{voice.Reason}”");
    }

    /// <summary>Who, why and how sure; of history only why is recorded.</summary>
    Phrase Said(string person, string reason, int confidence, string alternatives)
    {
        var said = (IsHistory, reason.Length > 0) switch
        {
            (true, true) => (Phrase)$"“{reason}”",
            (true, false) => (Phrase)"",
            (false, true) => (Phrase)$"{TeamProjection.NameOf(_exercise, person)}, “{reason}”, {confidence} % sure",
            _ => (Phrase)$"{TeamProjection.NameOf(_exercise, person)}, {confidence} % sure",
        };
        return alternatives.Length > 0 ? (Phrase)$"{said}; considered: “{alternatives}”" : said;
    }

    IEnumerable<Event> Mine() => replay.Log.Where(item => item.TeamId == team.Id);

    AdversaryStep StepOf(string state, string step) => _scenario.Adversary.States[state].Steps.First(item => item.Id == step);

    StoryMark MarkOf(Event e, MarkKind kind, Phrase title, Phrase detail, DateTimeOffset? until = null)
    {
        var end = until > _exercise.Now ? _exercise.Now : until;
        return new(MarkId(id, e.Version), kind, title, detail, e.Time, until, axis.X(e.Time), axis.X(end ?? e.Time), 0, turning.GetValueOrDefault(e.Version));
    }
}
