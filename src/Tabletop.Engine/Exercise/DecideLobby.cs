namespace Tabletop.Engine;

public sealed partial record Exercise
{
    /// <summary>Teams in one exercise.</summary>
    public const int MaxTeams = 50;

    /// <summary>People in one exercise.</summary>
    public const int MaxPeople = 500;

    /// <summary>People in one team.</summary>
    public const int MaxInTeam = 50;

    Rejection? AddTeam(Command.AddTeam add, Action<Event> emit)
    {
        var name = add.Name.Trim();
        if (Lifecycle != Lifecycle.Lobby)
        {
            return new(RejectionCode.NotNow, "A new team can only be added before the start. Join one of the teams that are there.");
        }

        if (Mode == ExerciseMode.Alone && Teams.Length > 0)
        {
            return new(RejectionCode.NotNow, $"Only {Teams[0].Name} plays here, by itself. Join it, or ask for the code that all teams use.");
        }

        if (name.Length == 0)
        {
            return new(RejectionCode.BadValue, "A team needs a name.");
        }

        if (Teams.Any(team => team.Id == add.Team || string.Equals(team.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return new(RejectionCode.NameTaken, $"There is a team '{name}' already. Join it, or choose another name.");
        }

        if (Teams.Length >= MaxTeams)
        {
            return new(RejectionCode.BadValue, $"An exercise has at most {MaxTeams} teams. Join one of them.");
        }

        emit(new Event.TeamAdded(add.Team, name));
        return null;
    }

    Rejection? TakeSeat(Command.Join join, Action<Event> emit)
    {
        var name = join.Name.Trim();
        if (Lifecycle is Lifecycle.Debrief or Lifecycle.Closed)
        {
            return new(RejectionCode.NotNow, $"The exercise {LifecycleTable.Is(Lifecycle)}; nobody can join any more.");
        }

        if (Mode == ExerciseMode.Door)
        {
            return new(RejectionCode.NotNow, "Nobody sits here: each team plays in an exercise of its own.");
        }

        if (Rehearsal is { } rehearsal && rehearsal.Bots.All(bot => bot.Person != join.Person))
        {
            return new(RejectionCode.NotNow, "This is a rehearsal, and bots have all its seats. Join the exercise itself by its own code.");
        }

        if (FindTeam(join.Team) is not { } team)
        {
            return new(RejectionCode.UnknownTeam, "That team is not in this exercise. Choose one from the list.");
        }

        if (!Scenario.Roles.Contains(join.Role))
        {
            return new(RejectionCode.UnknownRole, $"This scenario has no role '{join.Role}'. Its roles: {string.Join(", ", Scenario.Roles.Select(role => role.Id))}.");
        }

        if (name.Length == 0)
        {
            return new(RejectionCode.BadValue, "Say your name, so that your team knows who you are.");
        }

        if (People.TryGetValue(join.Person, out var seated))
        {
            if (seated.Team != team.Id)
            {
                return new(RejectionCode.OtherTeam, $"You already sit in team {FindTeam(seated.Team)?.Name}. Leave it first, then join {team.Name}.");
            }

            if (seated.Name == name && seated.Role == join.Role)
            {
                return null;
            }
        }
        else if (People.Count >= MaxPeople)
        {
            return new(RejectionCode.BadValue, $"An exercise seats at most {MaxPeople} people.");
        }
        else if (People.Values.Count(other => other.Team == team.Id) >= MaxInTeam)
        {
            return new(RejectionCode.BadValue, $"{team.Name} has {MaxInTeam} people, the most that a team seats. Choose another team.");
        }

        if (join.Roster is not null && People.Values.Any(other => other.Id != join.Person && other.Roster == join.Roster))
        {
            return new(RejectionCode.AlreadyDone, "Another device took this seat at the same moment. Open the link again if you want it here.");
        }

        if (People.Values.Any(other => other.Id != join.Person && other.Team == team.Id && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return new(RejectionCode.NameTaken, $"Somebody named {name} sits in {team.Name} already. Add an initial, or continue on the device where you joined.");
        }

        emit(new Event.Joined(join.Person, name, team.Id, join.Role) { Roster = join.Roster });
        return null;
    }
}
