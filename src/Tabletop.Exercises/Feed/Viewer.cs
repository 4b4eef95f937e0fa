using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Who looks at an exercise; decides what is seen.</summary>
public abstract record Viewer
{
    Viewer()
    {
    }

    /// <summary>Sees everything.</summary>
    public sealed record Facilitator : Viewer;

    /// <summary>Looks back when the play is over: sees everything but what facilitators wrote for themselves.</summary>
    public sealed record Reviewer : Viewer;

    /// <summary>Sees what the team knows and what is addressed to the role.</summary>
    public sealed record Participant(string Person, string Team, string Role) : Viewer
    {
        internal Person AsPerson => new(Person, "", Team, Role);
    }

    /// <summary>Sees what one team sees, or every team when <paramref name="Team"/> is null; none of what lies behind it.</summary>
    public sealed record Observer(string? Team) : Viewer;

    /// <summary>Sees what an observer sees, and what evaluators write.</summary>
    public sealed record Evaluator(string Pass, string? Team) : Viewer;

    /// <summary>Sees what the whole room may: the clock, the phase, what is said to all.</summary>
    public sealed record Wall : Viewer;

    /// <summary>The holder of a pass; null when it has been ended.</summary>
    public static Viewer? Of(string pass, Exercise exercise) => exercise.FindPass(pass) switch
    {
        { Kind: PassKind.Observer } observer => new Observer(observer.Team),
        { Kind: PassKind.Evaluator } evaluator => new Evaluator(evaluator.Id, evaluator.Team),
        { Kind: PassKind.Wall } => new Wall(),
        _ => null,
    };

    /// <summary>The holder of a ticket; null when the seat has been given up, or taken along to another device.</summary>
    public static Participant? Of(Ticket ticket, Exercise exercise) =>
        exercise.Id == ticket.Exercise && exercise.People.TryGetValue(ticket.Person, out var person) && person.Team == ticket.Team && person.Device == ticket.Device
            ? new(person.Id, person.Team, person.Role)
            : null;

    /// <summary>Whether the holder of a ticket sits at another device now.</summary>
    internal static bool HasMoved(Ticket ticket, Exercise exercise) =>
        exercise.People.TryGetValue(ticket.Person, out var person) && person.Device != ticket.Device;
}
