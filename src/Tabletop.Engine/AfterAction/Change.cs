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

    /// <summary>A question that was answered otherwise, or at another time, or at last.</summary>
    /// <param name="Inject">The one that asks.</param>
    /// <param name="Reply">As <see cref="Engine.Reply"/> writes it; null: nobody answers, and what is said for that case comes.</param>
    /// <param name="At">Says nothing without a reply.</param>
    public sealed record Answer(string Inject, string? Reply, DateTimeOffset At) : Change;
}

/// <summary>Something that the other course of things did not allow, and why.</summary>
/// <param name="Action">Of a decision; null where a question was to be answered.</param>
/// <param name="Inject">The one that was to be answered; null for a decision.</param>
public sealed record Impossible(string? Action, string? Target, string? Inject, DateTimeOffset At, Rejection Why);
