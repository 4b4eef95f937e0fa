using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Turns one team's part of a log into lanes of the timeline.</summary>
sealed class Lanes(Exercise exercise, IReadOnlyList<Event> log, Team team, TimeAxis axis, string owner, bool isHistory)
{
    // Marks closer than this share of the picture's width get rows of their own.
    const double Room = 0.016;

    readonly Scenario _scenario = exercise.Scenario;

    internal IEnumerable<Lane> Draw(IReadOnlyDictionary<long, int> turning)
    {
        var (spans, moves) = Attack(turning);
        yield return LaneOf(LaneKind.Attacker, spans, moves);
        yield return LaneOf(LaneKind.Team, [], Deeds(turning));
    }

    Lane LaneOf(LaneKind kind, ImmutableArray<LaneSpan> spans, IEnumerable<LaneMark> marks)
    {
        var placed = Stack(marks.OrderBy(mark => mark.X1).ThenBy(mark => mark.Id, StringComparer.Ordinal));
        return new(kind, owner, isHistory, spans, placed, placed.IsEmpty ? 1 : placed.Max(mark => mark.Level) + 1);
    }

    /// <summary>Gives each mark the first row in which it covers no other.</summary>
    static ImmutableArray<LaneMark> Stack(IEnumerable<LaneMark> marks)
    {
        var ends = new List<double>();
        var placed = ImmutableArray.CreateBuilder<LaneMark>();
        foreach (var mark in marks)
        {
            var level = ends.FindIndex(end => end + Room <= mark.X1);
            if (level < 0)
            {
                level = ends.Count;
                ends.Add(0);
            }

            ends[level] = mark.X2;
            placed.Add(mark with { Level = level });
        }

        return placed.ToImmutable();
    }

    (ImmutableArray<LaneSpan> Spans, List<LaneMark> Marks) Attack(IReadOnlyDictionary<long, int> turning)
    {
        var spans = ImmutableArray.CreateBuilder<LaneSpan>();
        var marks = new List<LaneMark>();
        var (state, since) = (_scenario.Adversary.Initial, _scenario.Start);
        var inside = false;
        void Enter(string next, DateTimeOffset time, bool now)
        {
            if (time > since)
                spans.Add(SpanOf(state, since, time, inside));
            (state, since, inside) = (next, time, now);
        }

        foreach (var e in log.Where(item => item.TeamId == team.Id))
        {
            if (e is Event.AdversaryMoved moved)
            {
                var step = StepOf(moved.From, moved.Step);
                var plants = step.Effects.OfType<Effect.PlantFoothold>().Select(effect => _scenario.Footholds[effect.Foothold].Title).ToList();
                marks.Add(Mark(e, plants.Count > 0 ? MarkKind.Planted : MarkKind.Moved, step.Title, plants.Count > 0 ? "Left behind: " + string.Join(", ", plants) : "", null, turning));
                Enter(moved.To, e.Time, step.Needs is not null || inside);
            }
            else if (e is Event.AdversaryRefused refused)
            {
                var step = StepOf(state, refused.Step);
                marks.Add(Mark(e, MarkKind.Refused, step.Title, step.Needs is null ? "Refused" : $"Refused. It needed that {ConditionText.Of(step.Needs, _scenario)}.", null, turning));
                if (refused.To is { } to)
                    Enter(to, e.Time, false);
            }
        }

        spans.Add(SpanOf(state, since, exercise.Now, inside));
        return (spans.ToImmutable(), marks);
    }

    LaneSpan SpanOf(string state, DateTimeOffset from, DateTimeOffset until, bool inside) => new(
        _scenario.Adversary.States[state].Title, from, until, axis.X(from), axis.X(until), inside);

    AdversaryStep StepOf(string state, string step) => _scenario.Adversary.States[state].Steps.First(item => item.Id == step);

    IEnumerable<LaneMark> Deeds(IReadOnlyDictionary<long, int> turning)
    {
        foreach (var e in log.Where(item => item.TeamId == team.Id))
        {
            switch (e)
            {
                case Event.DecisionMade made:
                    var decision = team.Decisions.First(item => item.Id == made.Decision);
                    var target = TeamProjection.TargetTitle(_scenario, decision);
                    var action = _scenario.Actions[made.Action].Title;
                    var withdrawn = decision.Status == DecisionStatus.Withdrawn;
                    yield return Mark(
                        e,
                        withdrawn ? MarkKind.Withdrawn : MarkKind.Decided,
                        target is null ? action : $"{action}: {target}",
                        Said(isHistory ? null : TeamProjection.NameOf(exercise, made.Person), made.Reason, isHistory ? null : made.Confidence),
                        withdrawn ? null : made.Finishes,
                        turning);
                    break;
                case Event.InjectAnswered answered when exercise.FindInject(answered.Inject) is { Question: { } question } inject:
                    yield return Mark(
                        e,
                        MarkKind.Answered,
                        $"{inject.Title}: {question.Options[answered.Option].Text}",
                        Said(isHistory ? null : TeamProjection.NameOf(exercise, answered.Person), answered.Reason, isHistory ? null : answered.Confidence),
                        null,
                        turning);
                    break;
                case Event.InjectReleased released when !isHistory && exercise.FindInject(released.Inject) is { } spec:
                    yield return Mark(e, MarkKind.Told, spec.Title, $"From {spec.From}", null, turning);
                    break;
                case Event.InjectWritten { Team: not null } written when !isHistory:
                    yield return Mark(e, MarkKind.Told, written.Title, $"From {written.From}", null, turning);
                    break;
            }
        }
    }

    static string Said(string? by, string reason, int? confidence) => string.Join(", ", new[]
    {
        by,
        reason.Length > 0 ? $"“{reason}”" : null,
        confidence is { } sure ? $"{sure} % sure" : null,
    }.OfType<string>());

    LaneMark Mark(Event e, MarkKind kind, string title, string detail, DateTimeOffset? until, IReadOnlyDictionary<long, int> turning)
    {
        var end = until > exercise.Now ? exercise.Now : until;
        return new(
            $"{(isHistory ? "history" : team.Id)}-{e.Version}",
            kind,
            title,
            detail,
            e.Time,
            until,
            axis.X(e.Time),
            axis.X(end ?? e.Time),
            0,
            turning.GetValueOrDefault(e.Version));
    }
}
