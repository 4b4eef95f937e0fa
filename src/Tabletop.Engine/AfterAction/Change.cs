namespace Tabletop.Engine;

/// <summary>One thing that could have been otherwise. Times are scenario time.</summary>
public abstract record Change
{
    private protected Change() { }

    /// <summary>A decision that was not taken.</summary>
    public sealed record Remove(string Decision) : Change;

    /// <summary>A decision that was taken earlier or later.</summary>
    public sealed record Move(string Decision, DateTimeOffset To) : Change;

    /// <summary>A decision that was not taken and could have been.</summary>
    public sealed record Add(string Action, string? Target, DateTimeOffset At) : Change;
}

/// <summary>A decision that the other course of things did not allow, and why.</summary>
public sealed record Impossible(string Action, string? Target, DateTimeOffset At, Rejection Why);
