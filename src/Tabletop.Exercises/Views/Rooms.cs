using System.Collections.Concurrent;

namespace Tabletop.Exercises.Views;

/// <summary>What is shared on this node by those who look at an exercise: one room for each while somebody keeps it.</summary>
public abstract class Rooms<TRoom>(Func<TRoom> open) where TRoom : class
{
    readonly ConcurrentDictionary<string, WeakReference<TRoom>> rooms = new(StringComparer.Ordinal);

    /// <summary>The room of an exercise. It lasts as long as somebody keeps it.</summary>
    public TRoom Of(string exercise)
    {
        foreach (var (id, weak) in rooms)
        {
            if (!weak.TryGetTarget(out _))
                rooms.TryRemove(new(id, weak));
        }

        var fresh = open();
        return rooms.GetOrAdd(exercise, new WeakReference<TRoom>(fresh)).TryGetTarget(out var room) ? room : fresh;
    }
}

/// <summary>The control rooms of this node.</summary>
public sealed class ControlRooms(TimeProvider time) : Rooms<ControlRoom>(() => new(time));

/// <summary>What is shown of history to those who play or watch.</summary>
public sealed class HistoryRooms(TimeProvider time) : Rooms<HistoryRoom>(() => new(time));
