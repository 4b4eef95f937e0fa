using System.Collections.Immutable;
using Orleans.Concurrency;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>One exercise: the only writer of its log. Its key is the exercise's id.</summary>
interface IExerciseGrain : IGrainWithStringKey
{
    /// <summary>Begins the log, and carries out the first commands with it.</summary>
    Task<Answer> Open(Event.Opened opened, ImmutableArray<Command> first);

    /// <summary>Carries out commands, all or none; durable before it answers.</summary>
    Task<Answer> Submit(ImmutableArray<Command> commands);

    /// <summary>Ends a rehearsal and deletes it, log and all; does nothing when it is gone.</summary>
    Task<Answer> Discard();

    /// <summary>Tells an observer of every event from now on, for a few seconds; subscribe again before they are over.</summary>
    /// <returns>The version that the exercise has now.</returns>
    [AlwaysInterleave]
    Task<long> Subscribe(IExerciseObserver observer);

    [AlwaysInterleave]
    Task Unsubscribe(IExerciseObserver observer);

    /// <summary>Does nothing but be there: a running exercise goes on by itself once it is active.</summary>
    [AlwaysInterleave]
    Task Wake();
}

/// <summary>A node's feed of one exercise.</summary>
interface IExerciseObserver : IGrainObserver
{
    /// <summary>Events that are on the disk, as JSON, in order and without gaps from a version on.</summary>
    [OneWay]
    Task Tell(long firstVersion, ImmutableArray<string> events);
}

/// <summary>What the grain says to commands.</summary>
/// <param name="Version">The version that they led to; 0 with a refusal.</param>
/// <param name="Retry">They were not carried out, through no fault of theirs: the same commands may be sent again.</param>
sealed record Answer(long Version, Refusal? Refusal, bool CodeTaken = false, bool Retry = false);
