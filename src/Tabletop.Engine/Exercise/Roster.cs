using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>Somebody who is expected, and where.</summary>
/// <param name="Team">Id.</param>
/// <param name="Role">Id.</param>
/// <param name="Link">Counts the links to the seat; only the last one leads to it.</param>
public sealed record RosterEntry(string Id, string Name, string Team, string Role, int Link = 0);

/// <summary>What a roster took the place of.</summary>
/// <param name="NewTeams">Ids of the teams that were added for the later one, and that go with it; none behind a door, where each plays in an exercise of its own.</param>
public sealed record EarlierRoster(ImmutableArray<RosterEntry> Entries, ImmutableArray<string> NewTeams);

public sealed partial record Exercise
{
    /// <summary>Who is expected, in the order of the list; empty: whoever comes.</summary>
    public ImmutableArray<RosterEntry> Roster { get; init; } = [];

    /// <summary>What the last change of the roster can be taken back to, or null.</summary>
    public EarlierRoster? RosterBefore { get; init; }

    /// <summary>Who sits in the seat of a line of the roster: by its link, or under the same name by the code; null: nobody.</summary>
    public Person? PersonOf(RosterEntry entry) =>
        People.Values.FirstOrDefault(person => person.Roster == entry.Id)
        ?? People.Values.FirstOrDefault(person => person.Roster is null && person.Team == entry.Team && SameName(person.Name, entry.Name));

    internal static bool SameName(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    Exercise Rostered(Event e) => e switch
    {
        Event.TeamRemoved removed => this with { Teams = [.. Teams.Where(team => team.Id != removed.Team)] },
        Event.RosterSet set => this with { Roster = set.Entries, RosterBefore = new(Roster, set.NewTeams) },
        Event.RosterUndone => this with { Roster = RosterBefore!.Entries, RosterBefore = null },

        // An ended link stays so when the list is taken back.
        Event.SeatLinkRenewed renewed => this with
        {
            Roster = Renew(Roster, renewed.Entry),
            RosterBefore = RosterBefore is null ? null : RosterBefore with { Entries = Renew(RosterBefore.Entries, renewed.Entry) },
        },
        _ => this,
    };

    static ImmutableArray<RosterEntry> Renew(ImmutableArray<RosterEntry> entries, string id) =>
        [.. entries.Select(entry => entry.Id == id ? entry with { Link = entry.Link + 1 } : entry)];

    Rejection? NoRoster() =>
        Mode is not (ExerciseMode.Facilitated or ExerciseMode.Door) ? new(RejectionCode.NotNow, "Only an exercise that was opened on the host page has a roster.")
        : Lifecycle is Lifecycle.Debrief or Lifecycle.Closed ? new(RejectionCode.NotNow, $"The exercise {LifecycleTable.Is(Lifecycle)}; nobody can join any more.")
        : null;

    Rejection? SetRoster(Command.SetRoster set, Action<Event> emit)
    {
        if (NoRoster() is { } refusal)
        {
            return refusal;
        }

        if (set.Entries.Length > MaxPeople)
        {
            return new(RejectionCode.BadValue, $"An exercise seats at most {MaxPeople} people.");
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in set.Entries)
        {
            if (FindTeam(entry.Team) is null)
            {
                return new(RejectionCode.UnknownTeam, $"The team of {entry.Name} is not in this exercise any more. Look at the list again.");
            }

            if (!Scenario.Roles.Contains(entry.Role))
            {
                return new(RejectionCode.UnknownRole, $"This scenario has no role '{entry.Role}', which {entry.Name} should have.");
            }

            if (entry.Name.Trim().Length == 0 || !names.Add(entry.Name))
            {
                return new(RejectionCode.BadValue, $"Everybody on the roster needs a name of their own; '{entry.Name}' is none.");
            }
        }

        return set.Entries.SequenceEqual(Roster) ? null : Do(emit, new Event.RosterSet(set.Entries, set.NewTeams));
    }

    Rejection? UndoRoster(Action<Event> emit)
    {
        if (NoRoster() is { } refusal)
        {
            return refusal;
        }

        if (RosterBefore is not { } before)
        {
            return new(RejectionCode.AlreadyDone, "There is no change of the roster that could be taken back.");
        }

        emit(new Event.RosterUndone());
        foreach (var team in before.NewTeams.Where(id => Lifecycle == Lifecycle.Lobby && IsUntouched(id)))
        {
            emit(new Event.TeamRemoved(team));
        }

        return null;
    }

    /// <summary>Whether nobody sits in a team and nothing speaks of it: without it nothing is missing.</summary>
    bool IsUntouched(string team) =>
        FindTeam(team) is not null
        && People.Values.All(person => person.Team != team)
        && RosterBefore!.Entries.All(entry => entry.Team != team)
        && Announcements.All(said => said.Team != team)
        && Remarks.All(remark => remark.About != team)
        && Passes.All(pass => pass.Team != team);

    Rejection? RenewSeatLink(Command.RenewSeatLink renew, Action<Event> emit) =>
        NoRoster() ?? (Roster.Any(entry => entry.Id == renew.Entry)
            ? Do(emit, new Event.SeatLinkRenewed(renew.Entry))
            : new(RejectionCode.UnknownPerson, "That person is not on the roster any more."));
}
