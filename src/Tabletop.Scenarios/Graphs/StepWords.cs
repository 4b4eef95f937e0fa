using System.Globalization;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Steps and conditions in the words of the file, for those who have it open beside the picture.</summary>
public static class StepWords
{
    /// <summary>When a step is tried: <c>15 Nov 16:28</c>, <c>after 30 min</c>, both, or nothing for at once.</summary>
    /// <param name="stamp">How a time is written; null: <see cref="Stamp"/>.</param>
    public static Phrase When(AdversaryStep step, Func<DateTimeOffset, string>? stamp = null) => (step.At, step.After) switch
    {
        (null, var after) when after == TimeSpan.Zero => (Phrase)"at once",
        (null, var after) => (Phrase)$"after {Span(after)}",
        ({ } at, var after) when after == TimeSpan.Zero => (Phrase)$"{(stamp ?? Stamp)(at)}",
        ({ } at, var after) => (Phrase)$"{(stamp ?? Stamp)(at)}, {Span(after)} after at least",
    };

    public static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM HH:mm", CultureInfo.InvariantCulture);

    public static string Span(TimeSpan span)
    {
        var parts = new (int Amount, string Unit)[] { (span.Days, "d"), (span.Hours, "h"), (span.Minutes, "min"), (span.Seconds, "s") };
        var said = string.Join(' ', parts.Where(part => part.Amount > 0).Select(part => $"{part.Amount} {part.Unit}"));
        return said.Length > 0 ? said : "0 min";
    }

    public static string Of(Condition condition) => condition switch
    {
        Condition.All all => string.Join(" and ", all.Items.Select(Inside)),
        Condition.Any any => string.Join(" or ", any.Items.Select(Inside)),
        Condition.Not not => $"not {Inside(not.Item)}",
        Condition.CredentialIs(var id, var test) => $"credential {id} is {Word(test)}",
        Condition.TaggedAre(var tag, var every, var test) => $"{(every ? "all" : "any")} {tag} credential{(every ? "s are" : " is")} {Word(test)}",
        Condition.SystemIs(var id, var mark) => $"system {id} is {mark}",
        Condition.FootholdIs(var id, var test) => $"foothold {id} is {Word(test)}",
        Condition.Flag(var id) => $"flag {id}",
        Condition.Did(var action, var target, var started) => $"{(started ? "started" : "did")} {action}{(target is null ? "" : $" on {target}")}",
        Condition.Adversary(var state, var ever) => $"adversary {(ever ? "has reached" : "is")} {state}",
        Condition.CounterAtLeast(var counter, var amount) => string.Create(CultureInfo.InvariantCulture, $"{counter} at least {amount}"),
        Condition.Released(var inject) => $"{inject} was released",
        Condition.Withdrawn(var inject) => $"{inject} was taken back",
        Condition.AboutAnswer about => $"{about.Inject} is answered{Of(about)}",
        Condition.Phase(var phase) => $"in phase {phase}",
        Condition.Before(var time) => $"before {Stamp(time)}",
        Condition.From(var time) => $"from {Stamp(time)}",
        _ => condition.ToString(),
    };

    static string Of(Condition.AboutAnswer condition) => condition switch
    {
        Condition.Answered(_, var option) => option is null ? "" : $" with {option}",
        Condition.Included(_, var option) => $" with {option} included",
        Condition.Ranked(_, var option, var first, var above) => $" with {option} ranked{Place(first, above)}",
        Condition.NumberIs(_, var least, var most) => string.Create(CultureInfo.InvariantCulture, $"{(least is null ? "" : $" with {least} at least")}{(most is null ? "" : $" with {most} at most")}"),
        Condition.Planned(_, var credential, var treatment, var first, var above) => $" with {credential} planned{(treatment is null ? "" : $" as {treatment}")}{Place(first, above)}",
        _ => "",
    };

    static string Place(int? first, string? above) =>
        (first is null ? "" : string.Create(CultureInfo.InvariantCulture, $" among the first {first}")) + (above is null ? "" : $" above {above}");

    static string Inside(Condition item) => item is Condition.All or Condition.Any ? $"({Of(item)})" : Of(item);

    static string Word<T>(T test) where T : struct, Enum => test.ToString().ToLowerInvariant();
}
