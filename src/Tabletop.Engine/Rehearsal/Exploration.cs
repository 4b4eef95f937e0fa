using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>A way through a scenario that an exploration took: what was decided when, how chance fell, and the score at its end.</summary>
public sealed record Way(decimal Score, string Ending, ImmutableArray<PlaythroughStep> Steps, ImmutableArray<Fall> Falls);

/// <summary>An answer that was never worse than the others to its question that were tried, and sometimes better.</summary>
/// <param name="Reply">As <see cref="Engine.Reply"/> writes it.</param>
public sealed record Dominance(string Inject, string Reply, int Comparisons);

/// <summary>A reachable moment before the last phase from which on nothing is under way, no message comes and no action is open, to the end.</summary>
public sealed record DeadEnd(DateTimeOffset Time, string AdversaryState, ImmutableArray<PlaythroughStep> Steps);

/// <summary>What a search through the choices of one team found.</summary>
/// <param name="States">Different states of the world that were looked at.</param>
/// <param name="Complete">
/// Whether every reachable state was looked at; otherwise the search stopped at its bound, or tried only some answers to a question.
/// </param>
/// <param name="Sampled">Injects whose questions have more answers than were tried, in the scenario's order.</param>
/// <param name="UnreachedStates">Adversary states that no explored path reached.</param>
/// <param name="UnreachedInjects">Injects that no explored path released, those sent by hand left out.</param>
public sealed record ExplorationReport(
    int States, bool Complete, ImmutableArray<string> Sampled, ImmutableArray<string> UnreachedStates, ImmutableArray<string> UnreachedInjects,
    ImmutableArray<DeadEnd> DeadEnds, Way Lowest, Way Highest, ImmutableArray<Dominance> Dominating);

/// <summary>
/// Walks through the choices of one team. It decides at moments: the start of each phase and every release of an inject.
/// At a moment it may take any actions that are open, in the file's order, and answer what is asked; waiting is a choice too. Of numbers, plans
/// and long lists of options it tries a few answers that differ.
/// Where something is left to chance, both ways are walked.
/// </summary>
public sealed class Exploration
{
    readonly Scenario _scenario;
    readonly int _bound;
    readonly Action? _progress;
    readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    readonly HashSet<string> _released = new(StringComparer.Ordinal);
    readonly HashSet<string> _sampled = new(StringComparer.Ordinal);
    readonly List<DeadEnd> _deadEnds = [];
    Way? _lowest;
    Way? _highest;

    Exploration(Scenario scenario, int bound, Action? progress) => (_scenario, _bound, _progress) = (scenario, bound, progress);

    /// <param name="bound">The most states to look at, greater than zero.</param>
    /// <param name="progress">Told after each state.</param>
    public static ExplorationReport Of(Scenario scenario, int bound, Action? progress = null)
    {
        var exploration = new Exploration(scenario, bound, progress);
        var complete = exploration.Walk();
        foreach (var playthrough in scenario.History is { } history ? [history, .. scenario.Playthroughs] : scenario.Playthroughs)
        {
            exploration.Learn(PlaythroughRun.Of(scenario, playthrough), playthrough.Steps);
        }

        return new(
            exploration._seen.Count,
            complete && exploration._sampled.Count == 0,
            [.. scenario.Injects.Select(inject => inject.Id).Where(exploration._sampled.Contains)],
            [.. scenario.Adversary.States.Select(state => state.Id).Where(id => !exploration._visited.Contains(id))],
            [.. scenario.Injects.Where(inject => inject.Trigger is not Trigger.Manual && !exploration._released.Contains(inject.Id)).Select(inject => inject.Id)],
            [.. exploration._deadEnds],
            exploration._lowest!,
            exploration._highest!,
            DominanceSearch.Of(scenario));
    }

    /// <summary>Fewest decisions first, so that a search that stops at its bound has seen every simple plan.</summary>
    bool Walk()
    {
        var open = new PriorityQueue<Node, (int Depth, int Order)>();
        var order = 0;
        open.Enqueue(new(new(_scenario, "Exploration", 0), [], 0), (0, 0));
        while (open.TryDequeue(out var node, out _))
        {
            if (!_seen.Add(KeyOf(node)))
            {
                continue;
            }

            _progress?.Invoke();
            Finish(node);
            if (_seen.Count >= _bound)
            {
                return open.Count == 0;
            }

            foreach (var next in Successors(node))
            {
                open.Enqueue(next, (next.Steps.Length, ++order));
            }
        }

        return true;
    }

    IEnumerable<Node> Successors(Node node)
    {
        foreach (var (index, decide, step) in Choices(node))
        {
            foreach (var player in Luck.Ways(node.Player, player => decide(player) is null))
            {
                yield return new(player, node.Steps.Add(step), index);
            }
        }

        foreach (var waiting in Luck.Ways(node.Player, Wait))
        {
            if (!waiting.IsOver)
            {
                yield return new(waiting, node.Steps, 0);
            }
            else if (_scenario.HasChance)
            {
                // Without chance this is the end that the node has been played to already.
                Learn(PlaythroughRun.Of(waiting, []), node.Steps);
            }
        }
    }

    /// <summary>
    /// Actions from the last one on, so that one set of decisions is walked in one order only; then answers. Of what a tool
    /// can be asked, only what changes something, and that once.
    /// </summary>
    IEnumerable<(int Index, Func<Player, Rejection?> Decide, PlaythroughStep Step)> Choices(Node node)
    {
        var time = node.Player.Time;
        var index = 0;
        foreach (var offer in node.Player.Offers.SelectMany(offer => Asking(offer, node.Player.Team)))
        {
            if (++index > node.Index && offer.Refusal is null)
            {
                yield return (index, player => player.Decide(offer.Action.Id, offer.Target), new() { At = time, Action = offer.Action.Id, Target = offer.Target });
            }
        }

        foreach (var item in node.Player.Team.Inbox)
        {
            if (node.Player.Exercise.FindInject(item.Inject)?.Question is { } question && node.Player.Team.CanAnswer(item.Inject))
            {
                var replies = Replies.Choices(_scenario, question, out var complete);
                foreach (var reply in replies)
                {
                    yield return (node.Index, player => player.Answer(item.Inject, reply), new() { At = time, Inject = item.Inject, Reply = reply });
                }

                if (!complete)
                {
                    _sampled.Add(item.Inject);
                }
            }
        }
    }

    static IEnumerable<Offer> Asking(Offer offer, Team team)
    {
        var tool = offer.Action;
        if (!tool.IsTool)
        {
            return [offer];
        }

        var asking = tool.Search ? tool.Topics.Select(topic => offer with { Target = topic.Id }) : [offer];
        return asking.Where(item =>
            !(tool.Topics.TryGet(item.Target, out var topic) ? topic.Effects : tool.Effects).IsEmpty
            && !team.Decisions.Any(decision => decision.Action == tool.Id && decision.Target == item.Target));
    }

    static bool Wait(Player player)
    {
        player.JumpTo(player.NextMoment());
        return true;
    }

    /// <summary>Plays a node to its end without further decisions and keeps what was learnt.</summary>
    void Finish(Node node)
    {
        var player = node.Player.Fork();
        var before = player.Team.Inbox.Length;
        player.JumpTo(_scenario.End);
        var run = PlaythroughRun.Of(player, []);
        Learn(run, node.Steps);
        if (player.Team.Inbox.Length == before && node.Player.Time < _scenario.Phases[^1].Start && IsOver(node.Player.Fork()))
        {
            _deadEnds.Add(new(node.Player.Time, node.Player.Team.Adversary.State, node.Steps));
        }
    }

    /// <summary>What is not open now may be later: every phase brings hours of its own.</summary>
    bool IsOver(Player player)
    {
        var last = _scenario.Phases[^1].Start;
        while (player.Team.Decisions.All(decision => decision.Status != DecisionStatus.Running) && player.Offers.All(offer => offer.Refusal is not null))
        {
            if (player.Time >= last)
            {
                return true;
            }

            player.JumpTo(player.NextMoment());
        }

        return false;
    }

    void Learn(PlaythroughRun run, ImmutableArray<PlaythroughStep> steps)
    {
        var team = run.Exercise.Teams[0];
        _visited.UnionWith(team.Adversary.Visited);
        _released.UnionWith(team.Inbox.Select(item => item.Inject));
        var path = new Way(run.Score.Points, run.Ending.Id, steps, [.. Fall.In(run.Log)]);
        _lowest = _lowest is null || path.Score < _lowest.Score ? path : _lowest;
        _highest = _highest is null || path.Score > _highest.Score ? path : _highest;
    }

    /// <summary>Two ways to the same state of things have the same key, whatever the numbers of their events.</summary>
    static string KeyOf(Node node)
    {
        var exercise = node.Player.Exercise;
        return $"{node.Index}|" + StateHash.Of(exercise with
        {
            Version = 0,
            Accepted = Exercise.EmptyMap<long>(),
            Teams = [.. exercise.Teams.Select(team => team with
            {
                Inbox = [.. team.Inbox.Select(item => item with { Version = 0 })],
                Decisions = [.. team.Decisions.Select(item => item with { Version = 0, Id = "" })],
                Answers = team.Answers.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value with { Version = 0 }, StringComparer.Ordinal),
            })],
        });
    }

    sealed record Node(Player Player, ImmutableArray<PlaythroughStep> Steps, int Index);
}
