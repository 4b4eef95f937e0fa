using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>A decision or an answer of a team.</summary>
public sealed record StreamEntry
{
    public required string TeamId { get; init; }
    public required string Team { get; init; }
    public required long Version { get; init; }
    public required Phrase By { get; init; }
    public required string Role { get; init; }

    /// <summary>The action, or for an answer the question's inject.</summary>
    public required string What { get; init; }
    public string? Target { get; init; }
    public bool IsAnswer { get; init; }

    /// <summary>Nobody answered in time, and this counts as the answer.</summary>
    public bool ByClock { get; init; }

    /// <summary>It was a question to a tool.</summary>
    public bool IsTool { get; init; }
    public string Reason { get; init; } = "";
    public int Confidence { get; init; }

    /// <summary>What else was considered.</summary>
    public string Alternatives { get; init; } = "";
    public required DateTimeOffset Time { get; init; }
    public DateTimeOffset? Finishes { get; init; }
    public DecisionStatus Status { get; init; }

    /// <summary>Markdown, or null.</summary>
    public string? Finding { get; init; }
}
