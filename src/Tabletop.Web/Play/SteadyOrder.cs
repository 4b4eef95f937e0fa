using System.Collections.Immutable;

namespace Tabletop.Web.Play;

/// <summary>
/// The order of a live list that never moves under a hand: while somebody points at it or walks through it by keyboard,
/// what is there stays where it is and newcomers wait.
/// </summary>
/// <param name="Keys">What is shown, in order.</param>
/// <param name="Waiting">How many are not shown yet.</param>
public sealed record SteadyOrder(ImmutableArray<string> Keys, int Waiting)
{
    public static readonly SteadyOrder Empty = new([], 0);

    /// <param name="wanted">What the list would be if nobody pointed at it.</param>
    /// <param name="exists">Whether something still exists, though the list may not want it any more; null: only what is wanted does.</param>
    public SteadyOrder Next(IEnumerable<string> wanted, bool busy, Func<string, bool>? exists = null)
    {
        var all = wanted.ToImmutableArray();
        if (!busy || Keys.IsEmpty)
            return new(all, 0);

        ImmutableArray<string> kept = [.. Keys.Where(exists ?? all.ToHashSet(StringComparer.Ordinal).Contains)];
        return new(kept, all.Except(kept).Count());
    }
}
