namespace Tabletop.Exercises;

/// <summary>
/// Notices that the machine slept: the wall clock went on and the monotonic one did not. A wall clock that is set
/// forward looks the same, and is the same to an exercise: nobody played meanwhile.
/// </summary>
sealed class SleepWatch(TimeProvider time)
{
    static readonly TimeSpan Doze = TimeSpan.FromSeconds(10);

    DateTimeOffset lastLook = time.GetUtcNow();
    long lastStamp = time.GetTimestamp();

    /// <summary>When the machine fell asleep, if it has slept since the last look.</summary>
    public DateTimeOffset? Look()
    {
        var (before, now) = (lastLook, time.GetUtcNow());
        var awake = time.GetElapsedTime(lastStamp);
        (lastLook, lastStamp) = (now, time.GetTimestamp());
        return now - before - awake > Doze ? before + awake : null;
    }
}
