using System.Collections.Immutable;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Play;

/// <summary>What hangs on some leaked credentials, as far as the team knows: where they lead, and what stops without them.</summary>
/// <param name="Opens">Systems that one of them opens, those of the first credential first.</param>
/// <param name="Onward">Systems that can be reached from those; what the team has isolated is neither left nor entered.</param>
/// <param name="OthersOpen">Systems of <paramref name="Opens"/> that other leaked credentials open too, which nobody is known to have ended.</param>
/// <param name="Breaks">What stops working while a credential is off.</param>
public sealed record Dependencies(
    ImmutableArray<SystemRow> Opens,
    ImmutableArray<SystemRow> Onward,
    ImmutableArray<(SystemRow System, int Others)> OthersOpen,
    ImmutableArray<(CredentialRow Credential, string Says)> Breaks)
{
    public static Dependencies Of(TeamView view, IReadOnlyCollection<CredentialRow> rows)
    {
        var systems = view.Systems.ToDictionary(system => system.Id, StringComparer.Ordinal);
        var opens = rows.SelectMany(row => row.Opens).Select(thing => systems[thing.Id]).Distinct().ToImmutableArray();
        var chosen = rows.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            opens,
            Reached(systems, opens),
            [.. opens.Select(system => (system, view.Credentials.Count(row => !chosen.Contains(row.Id) && StillOpens(row, system)))).Where(item => item.Item2 > 0)],
            [.. rows.Where(row => row.Breaks.Length > 0).Select(row => (row, row.Breaks))]);
    }

    static ImmutableArray<SystemRow> Reached(Dictionary<string, SystemRow> systems, ImmutableArray<SystemRow> from)
    {
        var seen = from.Select(system => system.Id).ToHashSet(StringComparer.Ordinal);
        var waiting = new Queue<SystemRow>(from.Where(system => !SystemMap.IsCut(system)));
        var reached = ImmutableArray.CreateBuilder<SystemRow>();
        while (waiting.TryDequeue(out var system))
        {
            foreach (var next in system.Reaches.Select(thing => systems[thing.Id]).Where(next => !SystemMap.IsCut(next) && seen.Add(next.Id)))
            {
                reached.Add(next);
                waiting.Enqueue(next);
            }
        }

        return reached.ToImmutable();
    }

    static bool StillOpens(CredentialRow row, SystemRow system) =>
        row.State is KnownState.Unknown or KnownState.Live && row.Opens.Any(thing => thing.Id == system.Id);
}
