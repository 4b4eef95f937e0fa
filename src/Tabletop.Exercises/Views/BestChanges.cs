using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>
/// The one change that would have helped each team most: looked for once, by the first who opens its debrief, and kept for
/// the others. One search at a time for the whole server, as a room opens the debriefs of all its teams at once.
/// </summary>
public sealed partial class BestChanges(ILogger<BestChanges> log) : IDisposable
{
    /// <summary>So many are kept; what was looked for longest ago is looked for again.</summary>
    const int Kept = 1_000;

    readonly MemoryCache found = new(new MemoryCacheOptions { SizeLimit = Kept });
    readonly SemaphoreSlim turn = new(1);

    /// <param name="subject">A team's id, or history's.</param>
    /// <param name="search">Takes seconds; is called once for all who ask.</param>
    /// <returns>Null when the search failed: a scenario may lead where nobody has played it.</returns>
    public Task<BestChange?> Of(string exercise, string subject, Func<BestChange> search)
    {
        lock (found)
        {
            return found.GetOrCreate((exercise, subject), entry =>
            {
                entry.Size = 1;
                return SearchAsync(exercise, search);
            })!;
        }
    }

    public void Dispose()
    {
        found.Dispose();
        turn.Dispose();
    }

    async Task<BestChange?> SearchAsync(string exercise, Func<BestChange> search)
    {
        await turn.WaitAsync();
        try
        {
            return await Task.Run(search);
        }
        catch (Exception e)
        {
            LogFailed(e, exercise);
            return null;
        }
        finally
        {
            turn.Release();
        }
    }

    [LoggerMessage(LogLevel.Error, "The one change that would have helped most could not be found in exercise {Exercise}")]
    partial void LogFailed(Exception e, string exercise);
}
