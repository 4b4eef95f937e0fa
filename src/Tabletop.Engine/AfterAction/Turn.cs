namespace Tabletop.Engine;

/// <summary>A moment at which one team's play turned.</summary>
/// <param name="Time">Scenario time.</param>
/// <param name="Version">Of the event that did it.</param>
public abstract record Turn(DateTimeOffset Time, long Version)
{
    /// <summary>The attacker has a foothold that it can use, for the first time or again.</summary>
    public sealed record FootholdGained(string Foothold, DateTimeOffset Time, long Version) : Turn(Time, Version);

    /// <summary>The attacker can no longer use a foothold.</summary>
    /// <param name="Removed">False: it is still there, and out of the attacker's reach.</param>
    public sealed record FootholdLost(string Foothold, bool Removed, DateTimeOffset Time, long Version) : Turn(Time, Version);

    /// <summary>
    /// The attacker's last step that would have been refused, and would have led elsewhere, without a credential: whatever it
    /// did later needed it no more. Up to just before this moment, ending the credential would have changed its way.
    /// </summary>
    public sealed record LastChance(string Credential, string Step, DateTimeOffset Time, long Version) : Turn(Time, Version);

    /// <summary>The moment at which the score changed most at once. What melts away with time has no such moment.</summary>
    /// <param name="Rule">The rule that changed most.</param>
    /// <param name="Points">More or less than just before; of rules that had come into play already.</param>
    public sealed record BiggestChange(string Rule, decimal Points, DateTimeOffset Time, long Version) : Turn(Time, Version);
}
