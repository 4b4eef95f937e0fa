using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>What of a team's exercise a facilitator may set.</summary>
public enum OverrideKind
{
    Credential,

    /// <summary>A mark on a system; its id is <c>system/mark</c>.</summary>
    Mark,
    Foothold,
    Flag,

    /// <summary>The attacker; its id is empty.</summary>
    Adversary,
}

/// <summary>What a facilitator may set, and how things stand. States are words: they go into the log.</summary>
public static class Overrides
{
    public const string Usable = "usable";
    public const string Dead = "dead";
    public const string Planted = "planted";
    public const string Removed = "removed";

    /// <summary>The attacker never was there.</summary>
    public const string Absent = "absent";
    public const string On = "on";
    public const string Off = "off";

    static readonly ImmutableArray<string> Ends = [.. Enum.GetValues<CredentialEnd>().Select(WordOf)];
    static readonly ImmutableArray<string> Switch = [On, Off];

    /// <summary>Everything of a kind that can be set: ids with titles, in the scenario's order.</summary>
    public static IEnumerable<(string Id, string Title)> SubjectsOf(Scenario scenario, OverrideKind what) => what switch
    {
        OverrideKind.Credential => scenario.Credentials.Select(item => (item.Id, item.Title)),
        OverrideKind.Mark => MarksOf(scenario).Select(mark => (World.MarkKey(mark.System.Id, mark.Mark), $"{mark.System.Title}: {mark.Mark}")),
        OverrideKind.Foothold => scenario.Footholds.Select(item => (item.Id, item.Title)),
        OverrideKind.Flag => scenario.Effects.OfType<Effect.SetFlag>().Select(effect => effect.Flag).Distinct(StringComparer.Ordinal).Select(flag => (flag, flag)),
        _ => [("", "The attacker")],
    };

    /// <summary>The states that something can be set to; empty when there is no such thing.</summary>
    public static ImmutableArray<string> ChoicesOf(Scenario scenario, OverrideKind what, string subject) => what switch
    {
        OverrideKind.Credential when scenario.Credentials.TryGet(subject, out var credential) => [credential.Live ? Usable : Dead, .. Ends],
        OverrideKind.Mark or OverrideKind.Flag when SubjectsOf(scenario, what).Any(item => item.Id == subject) => Switch,
        OverrideKind.Foothold when scenario.Footholds.Contains(subject) => [Planted, Removed, Absent],
        OverrideKind.Adversary when subject.Length == 0 => [.. scenario.Adversary.States.Select(state => state.Id)],
        _ => [],
    };

    /// <summary>How something stands when nothing has happened to it.</summary>
    public static string UntouchedOf(Scenario scenario, OverrideKind what, string subject) => what switch
    {
        OverrideKind.Credential => scenario.Credentials[subject].Live ? Usable : Dead,
        OverrideKind.Foothold => Absent,
        OverrideKind.Adversary => scenario.Adversary.Initial,
        _ => Off,
    };

    /// <summary>How something stands in a world, or null: nothing has happened to it.</summary>
    /// <param name="attacker">Id of the attacker's state.</param>
    public static string? StandingOf(World world, string attacker, OverrideKind what, string subject) => what switch
    {
        OverrideKind.Credential => world.Ended.TryGetValue(subject, out var end) ? WordOf(end.As) : null,
        OverrideKind.Mark => world.Marks.ContainsKey(subject) ? On : null,
        OverrideKind.Flag => world.Flags.ContainsKey(subject) ? On : null,
        OverrideKind.Foothold => !world.Footholds.TryGetValue(subject, out var foothold) ? null : foothold.Removed is null ? Planted : Removed,
        _ => attacker,
    };

    /// <summary>A team after an override that <see cref="ChoicesOf"/> allows.</summary>
    internal static Team Overridden(this Team team, Event.Overridden e)
    {
        var world = team.World;
        return e.What switch
        {
            OverrideKind.Adversary => team with { Adversary = Adversary.EnteredAt(e.To, e.Time, team.Adversary.Visited) },
            OverrideKind.Credential => team with
            {
                World = world with
                {
                    Ended = e.To is Usable or Dead
                        ? world.Ended.Remove(e.Subject)
                        : world.Ended.SetItem(e.Subject, new(Enum.GetValues<CredentialEnd>().First(end => WordOf(end) == e.To), e.Time)),
                },
            },
            OverrideKind.Mark => team with { World = world with { Marks = Set(world.Marks, e) } },
            OverrideKind.Flag => team with { World = world with { Flags = Set(world.Flags, e) } },
            _ => team with { World = world with { Footholds = Set(world.Footholds, e) } },
        };
    }

    static ImmutableSortedDictionary<string, DateTimeOffset> Set(ImmutableSortedDictionary<string, DateTimeOffset> all, Event.Overridden e) =>
        e.To == On ? all.SetItem(e.Subject, e.Time) : all.Remove(e.Subject);

    static ImmutableSortedDictionary<string, FootholdState> Set(ImmutableSortedDictionary<string, FootholdState> all, Event.Overridden e) => e.To switch
    {
        Planted => all.SetItem(e.Subject, new(e.Time, null, all.GetValueOrDefault(e.Subject)?.Known ?? false)),
        Removed => all.SetItem(e.Subject, (all.GetValueOrDefault(e.Subject) ?? new(e.Time, null, false)) with { Removed = e.Time }),
        _ => all.Remove(e.Subject),
    };

    static string WordOf(CredentialEnd end) => end.ToString().ToLowerInvariant();

    static IEnumerable<(SystemSpec System, string Mark)> MarksOf(Scenario scenario)
    {
        var aimed = scenario.Actions.SelectMany(action => action.Effects.OfType<Effect.MarkSystem>()
            .SelectMany(effect => scenario.Systems
                .Where(system => effect.System is { } id ? system.Id == id : system.Targetable && (action.Targets.IsEmpty || action.Targets.Contains(system.Id)))
                .Select(system => (system, effect.Mark))));
        var named = scenario.Effects.OfType<Effect.MarkSystem>()
            .SelectMany(effect => scenario.Systems.Where(system => system.Id == effect.System).Select(system => (system, effect.Mark)));
        return aimed.Concat(named).Distinct();
    }
}

public sealed partial record Exercise
{
    Rejection? Override(Command.Override set, Action<Event> emit)
    {
        if (NotLive("change the world of a team in") is { } refusal)
        {
            return refusal;
        }

        if (FindTeam(set.Team) is not { } team)
        {
            return new(RejectionCode.UnknownTeam, "That team is not in this exercise.");
        }

        if (!Overrides.ChoicesOf(Scenario, set.What, set.Subject).Contains(set.To))
        {
            return new(RejectionCode.BadValue, $"The scenario has nothing of that name, or it can't be '{set.To}'.");
        }

        if (string.IsNullOrWhiteSpace(set.Reason))
        {
            return new(RejectionCode.BadValue, "Say why: it stands in the log and in the debrief.");
        }

        var from = Overrides.StandingOf(team.World, team.Adversary.State, set.What, set.Subject) ?? Overrides.UntouchedOf(Scenario, set.What, set.Subject);
        return from == set.To
            ? new(RejectionCode.AlreadyDone, "That is how it stands already; nothing was changed.")
            : Do(emit, new Event.Overridden(team.Id, set.What, set.Subject, from, set.To, set.Reason.Trim()));
    }
}
