namespace Tabletop.Engine;

public abstract partial record Condition
{
    /// <summary>Something about the answer to the question of an inject; never true before it is answered.</summary>
    public abstract record AboutAnswer(string Inject) : Condition;

    /// <summary>It has been answered: in any way, or with one option of a single choice, or within one range of numbers.</summary>
    public sealed record Answered(string Inject, string? Option) : AboutAnswer(Inject);

    /// <summary>An option is among those chosen.</summary>
    public sealed record Included(string Inject, string Option) : AboutAnswer(Inject);

    /// <summary>An option is ranked.</summary>
    /// <param name="AmongFirst">Among so many at the top; null: anywhere.</param>
    /// <param name="Above">Above another option; null: wherever that is.</param>
    public sealed record Ranked(string Inject, string Option, int? AmongFirst, string? Above) : AboutAnswer(Inject);

    /// <summary>The number lies between two bounds, both included; null: no bound.</summary>
    public sealed record NumberIs(string Inject, decimal? AtLeast, decimal? AtMost) : AboutAnswer(Inject);

    /// <summary>A credential stands in the plan.</summary>
    /// <param name="As">With this treatment; null: any.</param>
    /// <param name="AmongFirst">Among so many that are done first; null: anywhere.</param>
    /// <param name="Above">Before another credential, or with that left out of the plan; null: wherever that is.</param>
    public sealed record Planned(string Inject, string Credential, string? As, int? AmongFirst, string? Above) : AboutAnswer(Inject);
}
