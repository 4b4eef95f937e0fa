namespace Tabletop.Engine;

/// <summary>The six sides on which a response is judged.</summary>
public enum Dimension
{
    Rotation,
    Containment,
    Detection,
    Communication,
    Evidence,
    Continuity,
}

/// <summary>Measures one thing over scenario time and gives points between 0 and <see cref="Points"/>.</summary>
public sealed record ScoreRule : ISpec
{
    public required string Id { get; init; }
    public required Dimension Dimension { get; init; }

    /// <summary>What is good, as a statement.</summary>
    public required string Title { get; init; }

    /// <summary>Greater than zero.</summary>
    public required int Points { get; init; }
    public required Measure Measure { get; init; }

    /// <summary>Judged only when this has held at some moment; null: always. What is not judged lowers the coverage, not the score.</summary>
    public Condition? Applies { get; init; }

    /// <summary>Why it matters, for the debrief, plain text.</summary>
    public string Why { get; init; } = "";
    public SourceRef Source { get; init; }

    internal IEnumerable<DateTimeOffset> Times(Scenario scenario) => (Applies?.Times(scenario) ?? []).Concat(Measure switch
    {
        Measure.HowLong how => how.Condition.Times(scenario),
        Measure.HowSoon how => how.Condition.Times(scenario),
        _ => [],
    });
}

/// <summary>How a rule turns what happened into a share of its points, linear between the two bounds.</summary>
public abstract record Measure
{
    private protected Measure() { }

    /// <summary>How long a condition held between two times: all points for at most <paramref name="Best"/>, none from <paramref name="Worst"/> on.</summary>
    public sealed record HowLong(Condition Condition, DateTimeOffset From, DateTimeOffset Until, TimeSpan Best, TimeSpan Worst) : Measure;

    /// <summary>When a condition first held: all points up to <paramref name="Best"/>, none from <paramref name="Worst"/> on or when it never did.</summary>
    public sealed record HowSoon(Condition Condition, DateTimeOffset Best, DateTimeOffset Worst) : Measure;

    /// <summary>How much a counter has counted: all points up to <paramref name="Best"/>, none from <paramref name="Worst"/> on.</summary>
    public sealed record HowMuch(string Counter, int Best, int Worst) : Measure;

    /// <summary>Whether a condition holds at the end: all points or none.</summary>
    public sealed record AtTheEnd(Condition Condition) : Measure;
}
