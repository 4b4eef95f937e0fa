using System.Collections.Concurrent;
using System.Collections.Immutable;
using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Plays a scenario many times without people, with what the caller has typed. One at a time for each caller.</summary>
/// <param name="Typed">By path.</param>
public sealed record RehearseDraft(
    Caller Caller, string Scenario, ImmutableSortedDictionary<string, string> Typed, int Runs) : Request<DraftRehearsal>(Caller)
{
    public const int MostRuns = 2_000;

    /// <summary>States of the world that are looked at for dead ends; a small scenario is walked through whole.</summary>
    public const int MostStates = 250;

    /// <summary>It is stopped then, whatever it has found.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => Runs is < 1 or > MostRuns ? (Phrase)$"Rehearse it 1 to {MostRuns} times." : Typed.Values.Select(Limits.Text).FirstOrDefault(fault => fault is not null);
}

/// <param name="Scenario">What was played.</param>
/// <param name="Took">Real time.</param>
public sealed record DraftRehearsal(Scenario Scenario, RehearsalReport Report, ExplorationReport Explored, int Runs, TimeSpan Took);

/// <summary>Who rehearses now.</summary>
sealed class Rehearsing
{
    public ConcurrentDictionary<string, bool> People { get; } = new(StringComparer.Ordinal);
}

sealed class RehearseDraftHandler(ScenarioLibrary library, Rehearsing rehearsing, TimeProvider time) : IRequestHandler<RehearseDraft, Result<DraftRehearsal>>
{
    public async Task<Result<DraftRehearsal>> Handle(RehearseDraft request, CancellationToken cancellationToken)
    {
        if (!rehearsing.People.TryAdd(request.Caller.Person, true))
            return new Refusal(RefusalCode.Unavailable, "You have a rehearsal under way, perhaps in another window. Wait for it, or stop it there.");

        using var limit = new CancellationTokenSource(RehearseDraft.Longest, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await Task.Run(() => Rehearse(request, stop.Token), stop.Token);
        }
        catch (OperationCanceledException)
        {
            return new Refusal(RefusalCode.Unavailable, cancellationToken.IsCancellationRequested
                ? (Phrase)"The rehearsal was stopped."
                : (Phrase)$"The rehearsal took longer than {RehearseDraft.Longest.TotalSeconds:0} seconds and was stopped. Try fewer runs.");
        }
        finally
        {
            rehearsing.People.TryRemove(request.Caller.Person, out _);
        }
    }

    Result<DraftRehearsal> Rehearse(RehearseDraft request, CancellationToken stop)
    {
        var started = time.GetTimestamp();
        var found = DraftScenario.Of(library, request.Scenario, request.Typed);
        if (!found.Ok)
            return found.Refusal;

        try
        {
            // Half of the machine is for those who play meanwhile.
            var how = new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount / 2) };
            var report = RehearsalReport.Of(found.Value.Scenario, request.Runs, seed: 1, how: how);
            var explored = Exploration.Of(found.Value.Scenario, RehearseDraft.MostStates, stop.ThrowIfCancellationRequested);
            return new DraftRehearsal(found.Value.Scenario, report, explored, request.Runs, time.GetElapsedTime(started));
        }
        catch (Exception e) when (e is InvalidOperationException or AggregateException { InnerException: InvalidOperationException })
        {
            return new Refusal(RefusalCode.BrokenScenario, $"{(e.InnerException ?? e).Message}");
        }
    }
}

/// <summary>A scenario as it would be with what somebody has typed.</summary>
static class DraftScenario
{
    public static Result<ShelvedScenario> Of(ScenarioLibrary library, string name, IReadOnlyDictionary<string, string> typed)
    {
        var folder = library.Find(name);
        if (!folder.Ok)
            return folder.Refusal;

        var (read, compiled) = LibraryFolder.Compile(folder.Value.Path, typed);
        return compiled.Scenario is { } scenario
            ? new ShelvedScenario(scenario, read.Sources)
            : new Refusal(RefusalCode.BrokenScenario, "There are errors in the text: mend them first, then it can be played.");
    }
}
