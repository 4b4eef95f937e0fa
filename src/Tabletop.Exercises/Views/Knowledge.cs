using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>
/// What a team knows of its world: what its own decisions did, and what was revealed to it.
/// A change counts as the team's own when one of its decisions finished at that very moment.
/// </summary>
sealed class Knowledge
{
    readonly Scenario _scenario;
    readonly Team _team;
    readonly ILookup<DateTimeOffset, Decision> _finished;

    internal Knowledge(Scenario scenario, Team team)
    {
        _scenario = scenario;
        _team = team;
        _finished = team.Decisions.Where(item => item.Status == DecisionStatus.Finished).ToLookup(item => item.Finishes);
    }

    internal (KnownState State, DateTimeOffset? Since) Of(CredentialSpec credential)
    {
        var known = _team.World.KnownCredentials.Contains(credential.Id);
        if (_team.World.Ended.TryGetValue(credential.Id, out var ended)
            && (known || _finished[ended.Since].Any(decision => Ends(decision, credential))))
        {
            return (Named(ended.As), ended.Since);
        }

        return (known ? credential.Live ? KnownState.Live : KnownState.Dead : KnownState.Unknown, null);
    }

    internal ImmutableArray<MarkView> MarksOn(string system) =>
        [.. _team.World.MarksOf(system)
            .Select(mark => new MarkView(mark.Mark, mark.Since))
            .Where(mark => _finished[mark.Since].Any(decision => Marks(decision, system, mark.Mark)))
            .OrderBy(mark => mark.Since)];

    internal bool Knows(FootholdSpec foothold) => _team.World.Footholds.TryGetValue(foothold.Id, out var state) && state.Known;

    internal Doing? DoingTo(string target) => _team.Decisions
        .Where(decision => decision.Status == DecisionStatus.Running && decision.Target == target)
        .OrderBy(decision => decision.Finishes)
        .Select(decision => new Doing(
            decision.Id,
            _scenario.Actions[decision.Action].Title,
            decision.Made,
            decision.Finishes,
            _scenario.Actions[decision.Action].Effects.Any(effect => effect is Effect.EndCredential)))
        .FirstOrDefault();

    bool Ends(Decision decision, CredentialSpec credential) => _scenario.Actions[decision.Action].Effects
        .OfType<Effect.EndCredential>()
        .Any(effect => effect.Tag is { } tag ? credential.Tags.Contains(tag) : (effect.Credential ?? decision.Target) == credential.Id);

    bool Marks(Decision decision, string system, string mark) => _scenario.Actions[decision.Action].Effects
        .OfType<Effect.MarkSystem>()
        .Any(effect => effect.On && effect.Mark == mark && (effect.System ?? decision.Target) == system);

    static KnownState Named(CredentialEnd end) => end switch
    {
        CredentialEnd.Rotated => KnownState.Rotated,
        CredentialEnd.Disabled => KnownState.Disabled,
        _ => KnownState.Revoked,
    };
}
