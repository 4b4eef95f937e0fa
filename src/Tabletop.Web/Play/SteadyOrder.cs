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

    public SteadyOrder Next(IEnumerable<string> wanted, bool busy)
    {
        var all = wanted.ToImmutableArray();
        if (!busy || Keys.IsEmpty)
            return new(all, 0);

        var present = all.ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> kept = [.. Keys.Where(present.Contains)];
        return new(kept, all.Length - kept.Length);
    }
}
