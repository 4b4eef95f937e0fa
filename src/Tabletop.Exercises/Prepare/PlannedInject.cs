using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>What facilitators planned of one inject before the start: their own, or what they changed of one of the scenario's.</summary>
public sealed record PlannedInject
{
    public required string Inject { get; init; }

    /// <summary>As it was when this was kept: what it is called when it fits no more.</summary>
    public required string Title { get; init; }

    /// <summary>A facilitator wrote it; the scenario does not have it.</summary>
    public bool Own { get; init; }

    /// <summary>Name of the one team that gets it; null: all do.</summary>
    public string? Team { get; init; }

    /// <summary>Null: the scenario's.</summary>
    public InjectWords? Words { get; init; }

    /// <summary>Scenario time at which it comes; null: the scenario's.</summary>
    public DateTimeOffset? Time { get; init; }

    public bool Held { get; init; }

    /// <param name="exercise">As it stood before the start.</param>
    internal static ImmutableArray<PlannedInject> Of(Exercise exercise)
    {
        var own = exercise.Written.Values.Where(inject => !exercise.Dropped.Contains(inject.Id) && exercise.TriggerOf(inject) is Trigger.AtTime && (inject.OnlyFor is null || exercise.FindTeam(inject.OnlyFor) is not null));
        var changed = exercise.Scenario.Injects.Select(inject => exercise.FindInject(inject.Id)!)
            .Where(inject => exercise.Edited.ContainsKey(inject.Id) || exercise.Rescheduled.ContainsKey(inject.Id) || exercise.Held.Contains(inject.Id));
        return
        [
            .. own.Concat(changed).Select(inject =>
            {
                var written = exercise.Written.ContainsKey(inject.Id);
                return new PlannedInject
                {
                    Inject = inject.Id,
                    Title = inject.Title,
                    Own = written,
                    Team = exercise.FindTeam(inject.OnlyFor)?.Name,
                    Words = written || exercise.Edited.ContainsKey(inject.Id) ? new(inject.Channel, inject.From, inject.Title, inject.Body, inject.To) : null,
                    Time = written || exercise.Rescheduled.ContainsKey(inject.Id) ? ((Trigger.AtTime)exercise.TriggerOf(inject)).Time : null,
                    Held = exercise.Held.Contains(inject.Id),
                };
            }),
        ];
    }

    /// <summary>Plans the same in the lobby of another exercise, as far as it is possible there: of one inject all or nothing.</summary>
    /// <param name="lobby">With its teams.</param>
    /// <returns>What was possible, and the commands that do it.</returns>
    internal static (ImmutableArray<PlannedInject> Fit, ImmutableArray<Command> Commands) Into(Exercise lobby, ImmutableArray<PlannedInject> planned)
    {
        var fit = ImmutableArray.CreateBuilder<PlannedInject>();
        var commands = ImmutableArray.CreateBuilder<Command>();
        foreach (var inject in planned)
        {
            if (inject.CommandsIn(lobby) is not { } wanted || After(lobby, wanted) is not { } after)
                continue;

            lobby = after;
            fit.Add(inject);
            commands.AddRange(wanted);
        }

        return (fit.ToImmutable(), commands.ToImmutable());
    }

    static Exercise? After(Exercise lobby, IEnumerable<Command> commands)
    {
        foreach (var command in commands)
        {
            var verdict = lobby.Decide(command, lobby.Clock.AnchorAt);
            if (verdict.Rejection is not null)
                return null;

            lobby = verdict.Events.Aggregate(lobby, (exercise, e) => exercise.Apply(e));
        }

        return lobby;
    }

    /// <summary>Null when its team is not there.</summary>
    internal ImmutableArray<Command>? CommandsIn(Exercise lobby)
    {
        var team = lobby.Teams.FirstOrDefault(team => string.Equals(team.Name, Team, StringComparison.OrdinalIgnoreCase));
        if (Team is not null && team is null)
            return null;

        return
        [
            .. Words is not { } words ? Array.Empty<Command>()
                : Own ? [new Command.WriteInject(Inject, words.Channel, words.From, words.Title, words.Body, words.To, team?.Id) { Due = Time }]
                : [new Command.EditInject(Inject, words.Channel, words.From, words.Title, words.Body, words.To)],
            .. Time is { } time && !Own ? [new Command.RescheduleInject(Inject, time)] : Array.Empty<Command>(),
            .. Held ? [new Command.HoldInject(Inject)] : Array.Empty<Command>(),
        ];
    }
}

/// <param name="Body">Markdown.</param>
/// <param name="To">Role ids; empty: the whole team.</param>
public sealed record InjectWords(Channel Channel, string From, string Title, string Body, ImmutableArray<string> To);
