using Stateless;

namespace Tabletop.Engine;

/// <summary>What may happen to an exercise as a whole, and where it leads. A table that is asked; it holds no state of its own.</summary>
static class LifecycleTable
{
    internal enum Change
    {
        Start,
        Pause,
        Resume,
        End,
        Close,
    }

    internal static bool Permits(Lifecycle from, Change change) => At(from).CanFire(change);

    /// <summary>Says what is not possible now and what is.</summary>
    internal static Rejection Refuse(Lifecycle from, Change change)
    {
        var machine = At(from);
        var possible = Enum.GetValues<Change>().Where(item => machine.CanFire(item)).Select(Verb).ToList();
        var instead = possible.Count == 0 ? "Nothing more can be done with it; open a new one." : $"Now you can {string.Join(" or ", possible)} it.";
        return new(RejectionCode.NotNow, $"You can't {Verb(change)} the exercise: it is {Says(from)}. {instead}");
    }

    internal static string Says(Lifecycle lifecycle) => lifecycle switch
    {
        Lifecycle.Lobby => "still in the lobby",
        Lifecycle.Running => "running",
        Lifecycle.Paused => "paused",
        Lifecycle.Debrief => "over and in debrief",
        _ => "closed",
    };

    static string Verb(Change change) => change switch
    {
        Change.Start => "start",
        Change.Pause => "pause",
        Change.Resume => "resume",
        Change.End => "end",
        _ => "close",
    };

    static StateMachine<Lifecycle, Change> At(Lifecycle state)
    {
        var machine = new StateMachine<Lifecycle, Change>(state);
        machine.Configure(Lifecycle.Lobby).Permit(Change.Start, Lifecycle.Running).Permit(Change.Close, Lifecycle.Closed);
        machine.Configure(Lifecycle.Running).Permit(Change.Pause, Lifecycle.Paused).Permit(Change.End, Lifecycle.Debrief);
        machine.Configure(Lifecycle.Paused).Permit(Change.Resume, Lifecycle.Running).Permit(Change.End, Lifecycle.Debrief);
        machine.Configure(Lifecycle.Debrief).Permit(Change.Close, Lifecycle.Closed);
        return machine;
    }
}
