using System.Globalization;

namespace Tabletop.Engine;

/// <summary>An inject that comes again and again: each time is an item of the inbox for itself.</summary>
/// <param name="Every">From one time to the next, longer than zero.</param>
/// <param name="Times">At most so often in all, the first time included; two or more.</param>
/// <param name="While">Looked at before each further time; when it does not hold, no more follow. Null: always.</param>
public sealed record RepeatSpec(TimeSpan Every, int Times, Condition? While)
{
    /// <summary>The most times that an inject may come.</summary>
    public const int MostTimes = 20;
}

/// <summary>The ids of an inject that repeats: <c>id</c>, <c>id.2</c>, <c>id.3</c>. No id of a scenario holds a dot.</summary>
public static class Copies
{
    const char Mark = '.';

    public static string IdOf(string inject, int number) =>
        number == 1 ? inject : string.Create(CultureInfo.InvariantCulture, $"{inject}{Mark}{number}");

    /// <summary>The id of the inject itself.</summary>
    public static string BaseOf(string id) => id.IndexOf(Mark) is var at and > 0 ? id[..at] : id;

    /// <summary>1 for the first time.</summary>
    public static int NumberOf(string id) =>
        id.IndexOf(Mark) is var at and > 0 && int.TryParse(id.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    /// <summary>The copy with an id, or null when there is none.</summary>
    internal static InjectSpec? Find(Scenario scenario, string id) =>
        scenario.Injects.TryGet(BaseOf(id), out var spec) && spec.Repeat is { } repeat
        && NumberOf(id) is var number && number > 1 && number <= repeat.Times && IdOf(spec.Id, number) == id
            ? spec with { Id = id }
            : null;
}

public sealed partial record Team
{
    /// <summary>When and why an inject, or the one that this is a copy of, was taken back; or null.</summary>
    public Withdrawal? WithdrawalOf(string inject) => Withdrawn.GetValueOrDefault(Copies.BaseOf(inject)) ?? Withdrawn.GetValueOrDefault(inject);

    /// <summary>Puts the next copy of an inject on its way, if there is one.</summary>
    internal Team Expect(InjectSpec inject, string id, DateTimeOffset time) =>
        inject.Repeat is { } repeat && Copies.NumberOf(id) is var number && number < repeat.Times && WithdrawalOf(id) is null
            ? this with { Pending = Pending.SetItem(Copies.IdOf(inject.Id, number + 1), time + repeat.Every) }
            : this;

    /// <summary>Neither the inject nor any copy of it comes any more.</summary>
    internal Team TakeBack(string inject, Withdrawal why) => this with
    {
        Withdrawn = Withdrawn.SetItem(inject, why),
        Settled = Settled.Add(inject),
        Pending = Pending.RemoveRange(Pending.Keys.Where(id => Copies.BaseOf(id) == inject)),
    };

    internal bool AwaitsCopyOf(string inject) => Pending.Keys.Any(id => Copies.BaseOf(id) == inject);
}
