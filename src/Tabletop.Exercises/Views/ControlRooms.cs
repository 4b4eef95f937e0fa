using System.Collections.Concurrent;

namespace Tabletop.Exercises.Views;

/// <summary>The control rooms of this node: one for each exercise while a facilitator looks at it.</summary>
public sealed class ControlRooms(TimeProvider time)
{
    readonly ConcurrentDictionary<string, WeakReference<ControlRoom>> rooms = new(StringComparer.Ordinal);

    /// <summary>The room of an exercise. It lasts as long as somebody keeps it.</summary>
    public ControlRoom Of(string exercise)
    {
        foreach (var (id, weak) in rooms)
        {
            if (!weak.TryGetTarget(out _))
                rooms.TryRemove(new(id, weak));
        }

        var fresh = new ControlRoom(time);
        return rooms.GetOrAdd(exercise, new WeakReference<ControlRoom>(fresh)).TryGetTarget(out var room) ? room : fresh;
    }
}
