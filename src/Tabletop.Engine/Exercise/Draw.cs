using System.Text;

namespace Tabletop.Engine;

/// <summary>
/// What chance decided, for the record. It depends on the exercise's seed, on what is tried and on the scenario time, and
/// on nothing else: teams that try the same thing at the same moment have the same luck, and a log always has the same again.
/// </summary>
/// <param name="Odds">Percent, 1 to 99.</param>
/// <param name="Drawn">0 to 99; below the odds it comes true.</param>
public sealed record Draw(int Odds, int Drawn)
{
    /// <summary>How many numbers may be drawn.</summary>
    internal const int Sides = 100;

    public bool ComesTrue => Drawn < Odds;

    /// <param name="id">Of the step or the inject.</param>
    /// <param name="time">Scenario time.</param>
    public static Draw Of(int odds, long seed, string id, DateTimeOffset time) =>
        new(odds, new Dice(unchecked(seed ^ (long)Mix(id) ^ time.UtcTicks)).Next(Sides));

    /// <summary>A number that stands for an id: FNV-1a, 64 bits. .NET's own hash of a text is another one in each process.</summary>
    internal static ulong Mix(string id)
    {
        var mixed = 14695981039346656037UL;
        foreach (var letter in Encoding.UTF8.GetBytes(id))
        {
            mixed = unchecked((mixed ^ letter) * 1099511628211UL);
        }

        return mixed;
    }
}
