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
        return new(RejectionCode.NotNow, $"You can't {Verb(change)}: it {Is(from)}. {Instead(from)}");
    }

    /// <summary>What is said of it: <c>is running</c>.</summary>
    internal static Phrase Is(Lifecycle lifecycle) => lifecycle switch
    {
        Lifecycle.Lobby => (Phrase)"is still in the lobby",
        Lifecycle.Running => (Phrase)"is running",
        Lifecycle.Paused => (Phrase)"is paused",
        Lifecycle.Debrief => (Phrase)"is over and in debrief",
        _ => (Phrase)"is closed",
    };

    static Phrase Verb(Change change) => change switch
    {
        Change.Start => (Phrase)"start the exercise",
        Change.Pause => (Phrase)"pause the exercise",
        Change.Resume => (Phrase)"resume the exercise",
        Change.End => (Phrase)"end the exercise",
        _ => (Phrase)"close the exercise",
    };

    /// <summary>What the table permits.</summary>
    static Phrase Instead(Lifecycle from)
    {
        var machine = At(from);
        var possible = Enum.GetValues<Change>().Where(change => machine.CanFire(change)).Select(Verb).ToList();
        return possible.Count == 0
            ? (Phrase)"Nothing more can be done with it; open a new one."
            : $"Now you can {possible.Aggregate((all, next) => $"{all} or {next}")}.";
    }

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
