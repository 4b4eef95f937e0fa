namespace Tabletop.Engine;

/// <summary>What an action costs on a target.</summary>
static class Prices
{
    internal static TimeSpan TakesOf(ActionSpec action, CredentialSpec? target) =>
        action.Takes.Per == CredentialPrice.Rotation && target is not null ? target.Rotation.Takes : action.Takes.Fixed;

    /// <summary>Analyst hours.</summary>
    internal static decimal EffortOf(ActionSpec action, CredentialSpec? target) =>
        action.Effort.Per == CredentialPrice.Rotation && target is not null ? target.Rotation.Effort : action.Effort.Fixed;

    /// <summary>Hours of outage as announced before the commitment, if the credential is in use.</summary>
    internal static decimal AnnouncedOutageOf(ActionSpec action, CredentialSpec? target) => action.Outage.Per switch
    {
        CredentialPrice.Rotation when target is not null => target.Rotation.Outage * action.Outage.Share,
        CredentialPrice.Cut when target is not null => target.CutOutage * action.Outage.Share,
        _ => action.Outage.Fixed,
    };

    /// <summary>Hours of outage that it really causes: a credential that was dead already takes nothing down with it.</summary>
    internal static decimal OutageOf(ActionSpec action, Facts facts) =>
        action.Outage.Per != CredentialPrice.None && facts.Scenario.Credentials.TryGet(facts.Target, out var target)
            ? facts.IsUsable(target) ? AnnouncedOutageOf(action, target) : 0
            : action.Outage.Fixed;
}

static class Findings
{
    /// <summary>What a team learns from an action that finishes in this world, or null.</summary>
    internal static string? Of(ActionSpec action, Facts facts)
    {
        foreach (var finding in action.Findings)
        {
            if ((finding.Target is null || finding.Target == facts.Target) && facts.Holds(finding.If))
            {
                var credential = facts.Scenario.Credentials.TryGet(facts.Target, out var spec) ? spec.Finding : "";
                return finding.Text
                    .Replace("{target}", Targets.TitleOf(facts.Scenario, action, facts.Target), StringComparison.Ordinal)
                    .Replace("{finding}", credential, StringComparison.Ordinal);
            }
        }

        return null;
    }
}

static class Targets
{
    internal static string TitleOf(Scenario scenario, ActionSpec action, string? id) => action.Target switch
    {
        TargetKind.Credential when scenario.Credentials.TryGet(id, out var credential) => credential.Title,
        TargetKind.System when scenario.Systems.TryGet(id, out var system) => system.Title,
        TargetKind.Foothold when scenario.Footholds.TryGet(id, out var foothold) => foothold.Title,
        TargetKind.Topic when action.Topics.TryGet(id, out var topic) => topic.Title,
        _ => id ?? "",
    };

    /// <summary>What an action can be aimed at in a team's world, as far as the team knows it.</summary>
    internal static IEnumerable<string> Of(Scenario scenario, ActionSpec action, Team team) => action.Target switch
    {
        TargetKind.Credential => Restrict(scenario.Credentials.Select(item => item.Id), action),
        TargetKind.System => Restrict(scenario.Systems.Where(item => item.Targetable).Select(item => item.Id), action),
        TargetKind.Foothold => Restrict(
            scenario.Footholds.Select(item => item.Id).Where(id => team.World.Footholds.TryGetValue(id, out var state) && state.Known), action),
        TargetKind.Topic => action.Topics.Select(item => item.Id),
        _ => [],
    };

    static IEnumerable<string> Restrict(IEnumerable<string> ids, ActionSpec action) =>
        action.Targets.IsEmpty ? ids : ids.Where(id => action.Targets.Contains(id));
}
