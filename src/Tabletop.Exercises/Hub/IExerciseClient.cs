using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>
/// What the hub tells a program that has joined: only what its ticket may see. <see cref="InjectReleased"/> and
/// <see cref="Event"/> come in the order of their versions; versions have gaps where something is not for this viewer.
/// </summary>
public interface IExerciseClient
{
    /// <summary>Comes first, after each Join: where the client is.</summary>
    Task Welcome(WelcomeMessage message);

    /// <summary>
    /// Forget all versions after this one: they follow now, again or for the first time. After a Join or a Tail, and, with 0,
    /// when a change of roles in the team has changed what can be seen.
    /// </summary>
    Task Resync(long after);

    /// <summary>An inject has come to the client's inbox (a facilitator: to a team's).</summary>
    Task InjectReleased(InjectMessage message);

    /// <summary>Anything else that happened.</summary>
    Task Event(EventMessage message);

    /// <summary>The clock began to go another way. It comes after the event that caused it.</summary>
    Task ClockChanged(ClockMessage message);

    /// <summary>Who of the team (a facilitator: of everybody) is connected now. At most about once a second.</summary>
    Task PresenceChanged(ImmutableArray<string> persons);

    /// <summary>The seat has been given up, or taken along to another device: nothing more follows. The connection stays, and may join again.</summary>
    Task Dismissed(HubAnswer reason);
}

/// <param name="Team">Name of the client's team; null for a facilitator, as <paramref name="Person"/> and <paramref name="Role"/> are.</param>
/// <param name="Person">Id.</param>
/// <param name="Role">Id.</param>
public sealed record WelcomeMessage(string Exercise, string Title, string? Team, string? Person, string? Role, ClockMessage Clock);

/// <param name="Version">Version of the event that brought it.</param>
/// <param name="At">Server time.</param>
/// <param name="Time">Scenario time.</param>
/// <param name="Team">Id of the team; null: all teams.</param>
public sealed record InjectMessage(long Version, DateTimeOffset At, DateTimeOffset Time, string? Team, InjectContent Inject);

/// <param name="Event">In the form of the store and the export; its kind is in the property "type".</param>
public sealed record EventMessage(Event Event);

/// <summary>The clock at a moment, and how it goes on from there until the next message.</summary>
/// <param name="At">Server time of the moment.</param>
/// <param name="Time">Scenario time at the moment.</param>
/// <param name="Elapsed">Exercise time at the moment, without pauses.</param>
/// <param name="Rate">Scenario seconds per second; 0 while it stands.</param>
public sealed record ClockMessage(Lifecycle Lifecycle, string PauseReason, DateTimeOffset At, DateTimeOffset Time, TimeSpan Elapsed, double Rate)
{
    public static ClockMessage Of(Exercise exercise, DateTimeOffset at)
    {
        var clock = exercise.Clock;
        var time = exercise.TimeAt(at);
        return new(
            exercise.Lifecycle,
            exercise.PauseReason,
            at,
            time,
            clock.Elapsed(at),
            clock.Running ? clock.Rate(exercise.Scenario.Phases[exercise.Scenario.PhaseAt(time)], exercise.Pace) : 0);
    }
}
