using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>What a person has done with one thing of the inbox, for that person alone.</summary>
/// <param name="Read">Null: as the inbox has it. False: marked as unread again.</param>
public readonly record struct InboxMark(bool? Read, bool Flagged)
{
    const string ResultPrefix = "done:";

    /// <summary>How what came of a decision is named in the inbox; an inject is named by its id.</summary>
    public static string ItemOf(string decision) => ResultPrefix + decision;

    /// <summary>The decision that an item is the result of; null: it is an inject.</summary>
    public static string? DecisionOf(string item) => item.StartsWith(ResultPrefix, StringComparison.Ordinal) ? item[ResultPrefix.Length..] : null;
}

public sealed partial record Team
{
    /// <summary>By person, then by item.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, InboxMark>> Marks { get; init; } =
        Exercise.EmptyMap<ImmutableSortedDictionary<string, InboxMark>>();

    public InboxMark MarkOf(string person, string item) => Marks.GetValueOrDefault(person)?.GetValueOrDefault(item) ?? default;

    internal Team Mark(Event.InboxMarked marked)
    {
        var before = MarkOf(marked.Person, marked.Item);
        var after = new InboxMark(marked.Read ?? before.Read, marked.Flagged ?? before.Flagged);
        return this with
        {
            Marks = Marks.SetItem(marked.Person, (Marks.GetValueOrDefault(marked.Person) ?? Exercise.EmptyMap<InboxMark>()).SetItem(marked.Item, after)),
        };
    }
}

public sealed partial record Exercise
{
    Rejection? Mark(Command.MarkInbox mark, Action<Event> emit)
    {
        if (!People.TryGetValue(mark.Person, out var person))
        {
            return NotSeated;
        }

        var team = FindTeam(person.Team)!;
        if (InboxMark.DecisionOf(mark.Item) is not { } decision)
        {
            if (Inboxed(mark.Person, mark.Item, out _, out _) is { } refusal)
            {
                return refusal;
            }
        }
        else if (!team.Decisions.Any(item => item.Id == decision && item is { Status: DecisionStatus.Finished, Finding: not null }))
        {
            return new(RejectionCode.UnknownDecision, "That result is not in your inbox.");
        }

        var before = team.MarkOf(person.Id, mark.Item);
        return (mark.Read is null || mark.Read == before.Read) && (mark.Flagged is null || mark.Flagged == before.Flagged)
            ? null
            : Do(emit, new Event.InboxMarked(team.Id, person.Id, mark.Item, mark.Read, mark.Flagged));
    }
}
