using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>How one thing fell that the scenario leaves to chance.</summary>
/// <param name="Id">Of the step or the inject.</param>
public sealed record Fall(DateTimeOffset Time, string Id, Draw Draw)
{
    /// <summary>All of a log, in order.</summary>
    public static IEnumerable<Fall> In(IEnumerable<Event> log) => log.Select(Of).OfType<Fall>();

    static Fall? Of(Event e) => e switch
    {
        Event.AdversaryMoved { Draw: { } draw } moved => new(e.Time, moved.Step, draw),
        Event.AdversaryRefused { Draw: { } draw } refused => new(e.Time, refused.Step, draw),
        Event.InjectReleased { Draw: { } draw } released => new(e.Time, released.Inject, draw),
        Event.InjectPassed { Draw: { } draw } passed => new(e.Time, passed.Inject, draw),
        _ => null,
    };
}

/// <summary>Luck that an exploration wants: how things are to fall, in place of the seed's numbers.</summary>
static class Luck
{
    internal static readonly ImmutableSortedDictionary<string, bool> None = Exercise.EmptyMap<bool>();

    internal static string KeyOf(string id, DateTimeOffset time) => FormattableString.Invariant($"{id}@{time.UtcTicks}");

    /// <summary>A player after something that it does, once for every way in which chance can fall meanwhile.</summary>
    /// <param name="act">False: it could not be done; then there is no such player.</param>
    internal static IEnumerable<Player> Ways(Player before, Func<Player, bool> act)
    {
        var open = new Stack<ImmutableSortedDictionary<string, bool>>([None]);
        while (open.TryPop(out var wanted))
        {
            var player = before.Fork(wanted);
            if (!act(player))
            {
                continue;
            }

            yield return player;
            foreach (var fall in Fall.In(player.LogAfter(before.Exercise.Version)))
            {
                var key = KeyOf(fall.Id, fall.Time);
                if (!wanted.ContainsKey(key))
                {
                    open.Push(wanted.SetItem(key, !fall.Draw.ComesTrue));
                    wanted = wanted.SetItem(key, fall.Draw.ComesTrue);
                }
            }
        }
    }
}

public sealed partial record Exercise
{
    /// <summary>How chance is to fall, for explorations; empty in every real exercise.</summary>
    internal ImmutableSortedDictionary<string, bool> Luck { get; init; } = Engine.Luck.None;

    internal Draw DrawFor(int odds, string id, DateTimeOffset time) => Luck.TryGetValue(Engine.Luck.KeyOf(id, time), out var comesTrue)
        ? new(odds, comesTrue ? 0 : Draw.Sides - 1)
        : Draw.Of(odds, Seed, id, time);
}
