namespace Tabletop.Engine;

/// <summary>
/// A small random generator of our own (SplitMix64), because that of .NET may give other numbers in another version.
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
/// </summary>
public sealed class Dice(long seed)
{
    ulong _state = unchecked((ulong)seed);

    /// <summary>A number from 0 up to, but not including, <paramref name="below"/>, which is greater than zero.</summary>
    public int Next(int below) => (int)((UInt128)Draw() * (uint)below >> 64);

    /// <summary>A time in a span, its end excluded.</summary>
    public DateTimeOffset Between(DateTimeOffset from, DateTimeOffset until) =>
        from.AddTicks((long)((UInt128)Draw() * (ulong)(until - from).Ticks >> 64));

    ulong Draw()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}
