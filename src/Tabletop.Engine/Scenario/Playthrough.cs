using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>A plain record of who does what and when, and of what must follow: test, ghost and example in one.</summary>
public sealed record Playthrough
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public string Summary { get; init; } = "";

    /// <summary>In order of time.</summary>
    public ImmutableArray<PlaythroughStep> Steps { get; init; } = [];
    public ImmutableArray<Expectation> Expectations { get; init; } = [];
    public SourceRef Source { get; init; }
}

/// <summary>One decision of a playthrough: an action on a target, or the answer to an inject.</summary>
public sealed record PlaythroughStep
{
    /// <summary>When it is decided (or, with <see cref="Done"/>, when its effects take place).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>True: <see cref="At"/> is when the action is finished; it is decided earlier by what it takes.</summary>
    public bool Done { get; init; }
    public string? Action { get; init; }
    public string? Target { get; init; }
    public string? Inject { get; init; }

    /// <summary>As <see cref="Engine.Reply"/> writes it.</summary>
    public string? Reply { get; init; }
    public string? Role { get; init; }
    public string Reason { get; init; } = "";
    public Provenance Provenance { get; init; } = Provenance.None;
    public SourceRef Source { get; init; }
}

/// <summary>Something that must hold at a time of a playthrough, or at its end when <see cref="At"/> is null.</summary>
public sealed record Expectation(DateTimeOffset? At, Condition Condition, SourceRef Source);
