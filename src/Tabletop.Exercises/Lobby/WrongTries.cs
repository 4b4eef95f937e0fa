using System.Collections.Concurrent;

namespace Tabletop.Exercises;

/// <summary>Counts wrong codes by address. Right ones don't count: a whole office may join from one address.</summary>
sealed class WrongTries(TimeProvider time) : TryCounter(time, most: 10);

/// <summary>Counts solo exercises by address: each is a running exercise that nobody has to sign in for.</summary>
sealed class SoloTries(TimeProvider time) : TryCounter(time, most: 30);

/// <summary>Counts tries in the last minute by address.</summary>
abstract class TryCounter(TimeProvider time, int most)
{
    const int AddressesBeforeCleaning = 1_000;
    static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> tries = new(StringComparer.Ordinal);

    /// <summary>The server's own calls have no address and are not counted.</summary>
    public bool TooMany(string address)
    {
        if (!tries.TryGetValue(address, out var times))
            return false;

        lock (times)
            return Recent(times) >= most;
    }

    public void Count(string address)
    {
        if (address.Length == 0)
            return;

        if (tries.Count >= AddressesBeforeCleaning)
            Clean();

        var times = tries.GetOrAdd(address, _ => new());
        lock (times)
            times.Enqueue(time.GetUtcNow());
    }

    int Recent(Queue<DateTimeOffset> times)
    {
        var now = time.GetUtcNow();
        while (times.TryPeek(out var oldest) && now - oldest >= Window)
            times.Dequeue();
        return times.Count;
    }

    void Clean()
    {
        foreach (var (address, times) in tries)
        {
            lock (times)
            {
                if (Recent(times) == 0)
                    tries.TryRemove(address, out _);
            }
        }
    }
}
