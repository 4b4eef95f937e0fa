using Microsoft.Extensions.Caching.Memory;
using Tabletop.Engine;

namespace Tabletop.Web.Review;

/// <summary>
/// The one change that would have helped each team most: looked for once, by the first who opens its debrief, and kept for
/// the others. One search at a time for the whole server, as a room opens the debriefs of all its teams at once.
/// </summary>
public sealed class BestChanges : IDisposable
{
    /// <summary>So many are kept; what was looked for longest ago is looked for again.</summary>
    const int Kept = 1_000;

    readonly MemoryCache found = new(new MemoryCacheOptions { SizeLimit = Kept });
    readonly SemaphoreSlim turn = new(1);

    /// <param name="subject">A team's id, or history's.</param>
    /// <param name="search">Takes seconds; is called once for all who ask.</param>
    public Task<BestChange> Of(string exercise, string subject, Func<BestChange> search)
    {
        lock (found)
        {
            return found.GetOrCreate((exercise, subject), entry =>
            {
                entry.Size = 1;
                return SearchAsync(search);
            })!;
        }
    }

    public void Dispose()
    {
        found.Dispose();
        turn.Dispose();
    }

    async Task<BestChange> SearchAsync(Func<BestChange> search)
    {
        await turn.WaitAsync();
        try
        {
            return await Task.Run(search);
        }
        finally
        {
            turn.Release();
        }
    }
}
