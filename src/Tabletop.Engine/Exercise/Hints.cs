using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>Help of a facilitator for one team, outside of the story.</summary>
/// <param name="Cost">Points that it takes off the team's score, 0 to 100.</param>
/// <param name="Time">Scenario time.</param>
/// <param name="Version">Version of the event that gave it.</param>
/// <param name="ReadBy">Ids of the persons who put it away; it stays in the team's list of hints.</param>
public sealed record Hint(string Id, string Text, decimal Cost, DateTimeOffset Time, long Version, ImmutableSortedSet<string> ReadBy);

public sealed partial record Team
{
    /// <summary>In order of being given.</summary>
    public ImmutableArray<Hint> Hints { get; init; } = [];

    internal Team Hinted(Event.HintGiven given) => this with
    {
        Hints = Hints.Add(new(given.Hint, given.Text, given.Cost, given.Time, given.Version, ImmutableSortedSet.Create<string>(StringComparer.Ordinal))),
    };

    internal Team Hinted(Event.HintRead read) => this with
    {
        Hints = [.. Hints.Select(hint => hint.Id == read.Hint ? hint with { ReadBy = hint.ReadBy.Add(read.Person) } : hint)],
    };
}

public sealed partial record Exercise
{
    /// <summary>Hints that one team may be given.</summary>
    public const int MaxHints = 200;

    Rejection? Give(Command.GiveHint give, Action<Event> emit)
    {
        if (NotLive("give hints in") is { } refusal)
        {
            return refusal;
        }

        if (give.Team is not null && FindTeam(give.Team) is null)
        {
            return new(RejectionCode.UnknownTeam, "That team is not in this exercise.");
        }

        if (string.IsNullOrWhiteSpace(give.Text))
        {
            return new(RejectionCode.BadValue, "Write the hint: an empty one helps nobody.");
        }

        if (!IsPoints(give.Cost) || give.Cost < 0)
        {
            return new(RejectionCode.BadValue, $"A hint costs between 0 and {MaxPoints} points, with one place after the point.");
        }

        var teams = Teams.Where(team => give.Team is null || team.Id == give.Team).ToList();
        if (teams.FirstOrDefault(team => team.Hints.Length >= MaxHints) is { } full)
        {
            return new(RejectionCode.BadValue, $"{full.Name} has had {MaxHints} hints; there are no more.");
        }

        foreach (var team in teams)
        {
            emit(new Event.HintGiven(team.Id, give.Hint, give.Text.Trim(), give.Cost));
        }

        return null;
    }

    Rejection? Read(Command.ReadHint read, Action<Event> emit)
    {
        if (!People.TryGetValue(read.Person, out var person))
        {
            return NotSeated;
        }

        if (FindTeam(person.Team)!.Hints.FirstOrDefault(hint => hint.Id == read.Hint) is not { } given)
        {
            return new(RejectionCode.BadValue, "Your team has no such hint.");
        }

        return given.ReadBy.Contains(person.Id) ? null : Do(emit, new Event.HintRead(person.Team, person.Id, given.Id));
    }
}
