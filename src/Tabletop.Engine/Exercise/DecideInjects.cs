namespace Tabletop.Engine;

public sealed partial record Exercise
{
    /// <summary>Whether an inject of the person's team is meant for this person: for all, for the role, or for a role that nobody in the team holds.</summary>
    public bool IsFor(InjectSpec inject, Person person) =>
        inject.To.IsEmpty || inject.To.Contains(person.Role) || !IsStaffed(person.Team, inject.To);

    /// <summary>Whether somebody in a team holds one of the roles.</summary>
    public bool IsStaffed(string team, IReadOnlyCollection<string> roles) =>
        roles.Any(role => _seats.Contains((team, role)));

    Rejection? Send(Command.SendInject send, Action<Event> emit)
    {
        if (NotLive("send injects in") is { } refusal)
        {
            return refusal;
        }

        if (Dropped.Contains(send.Inject))
        {
            return new(RejectionCode.InjectState, "It was deleted. Put it back first.");
        }

        if (FindInject(send.Inject) is null || Copies.NumberOf(send.Inject) > 1)
        {
            return new(RejectionCode.UnknownInject, $"The scenario has no inject '{send.Inject}'.");
        }

        if (send.Team is not null && FindTeam(send.Team) is null)
        {
            return new(RejectionCode.UnknownTeam, "That team is not in this exercise.");
        }

        var teams = Teams.Where(team => (send.Team is null || team.Id == send.Team) && team.Inbox.All(item => item.Inject != send.Inject) && team.WithdrawalOf(send.Inject) is null
            && (!Written.ContainsKey(send.Inject) || Awaits(team, send.Inject))).ToList();
        if (teams.Count == 0)
        {
            return new(RejectionCode.InjectState, "It is in the inbox already, or was taken back; nothing was sent.");
        }

        foreach (var team in teams)
        {
            emit(new Event.InjectReleased(team.Id, send.Inject));
        }

        return null;
    }

    Rejection? Recall(Command.RecallInject recall, Action<Event> emit)
    {
        if (NotLive("recall injects in") is { } refusal)
        {
            return refusal;
        }

        if (FindInject(recall.Inject) is null)
        {
            return new(RejectionCode.UnknownInject, $"The scenario has no inject '{recall.Inject}'.");
        }

        if (recall.Team is not null && FindTeam(recall.Team) is null)
        {
            return new(RejectionCode.UnknownTeam, "That team is not in this exercise.");
        }

        if (string.IsNullOrWhiteSpace(recall.Says))
        {
            return new(RejectionCode.BadValue, "Say what was wrong with it: those who have it will read that.");
        }

        var teams = Teams
            .Where(team => (recall.Team is null || team.Id == recall.Team) && team.WithdrawalOf(recall.Inject) is null && team.Inbox.Any(item => item.Inject == recall.Inject))
            .ToList();
        if (teams.Count == 0)
        {
            return new(RejectionCode.InjectState, "No team has it; there is nothing to recall. To keep it back, hold it.");
        }

        foreach (var team in teams)
        {
            emit(new Event.InjectWithdrawn(team.Id, recall.Inject, recall.Says.Trim()));
        }

        return null;
    }

    Rejection? Hold(Command.HoldInject hold, Action<Event> emit)
    {
        if (FindInject(hold.Inject) is not { } inject || Copies.NumberOf(hold.Inject) > 1)
        {
            return new(RejectionCode.UnknownInject, $"The scenario has no inject '{hold.Inject}'.");
        }

        if (TriggerOf(inject) is Trigger.Manual || Held.Contains(inject.Id))
        {
            return new(RejectionCode.InjectState, "It only comes when you send it; there is nothing to hold.");
        }

        if (Teams.Length > 0 && Teams.All(team => team.Inbox.Any(item => item.Inject == inject.Id) && !team.AwaitsCopyOf(inject.Id)))
        {
            return new(RejectionCode.InjectState, "Every team has it already; it can't be held any more.");
        }

        emit(new Event.InjectHeld(inject.Id));
        return null;
    }

    Rejection? Write(Command.WriteInject write, DateTimeOffset now, Action<Event> emit)
    {
        if (NotAhead("send injects in") is { } refusal)
        {
            return refusal;
        }

        if (Lifecycle == Lifecycle.Lobby && write.Due is null)
        {
            return new(RejectionCode.BadValue, "Say when it comes: nothing is sent before the start.");
        }

        if (write.Team is not null && FindTeam(write.Team) is null)
        {
            return new(RejectionCode.UnknownTeam, "That team is not in this exercise.");
        }

        if (FindInject(write.Inject) is not null)
        {
            return new(RejectionCode.NameTaken, "An inject with that id exists already.");
        }

        if (write.Due is { } due && (due <= now || due > Scenario.End))
        {
            return new(RejectionCode.BadValue, $"Choose a time after {now} and up to {Scenario.End}, or send it now.");
        }

        return RefuseWords(write.From, write.Title, write.Body, write.To)
            ?? Do(emit, new Event.InjectWritten(write.Inject, write.Channel, write.From.Trim(), write.Title.Trim(), write.Body, write.To, write.Team) { Due = write.Due });
    }

    Rejection? Read(Command.ReadInject read, Action<Event> emit)
    {
        if (Inboxed(read.Person, read.Inject, out var person, out var item) is { } refusal)
        {
            return refusal;
        }

        if (!item!.ReadBy.Contains(person!.Id))
        {
            emit(new Event.InjectRead(person.Team, person.Id, item.Inject));
        }

        if (FindTeam(person.Team)!.MarkOf(person.Id, item.Inject).Read == false)
        {
            emit(new Event.InboxMarked(person.Team, person.Id, item.Inject, true, null));
        }

        return null;
    }

    Rejection? Inboxed(string personId, string inject, out Person? person, out InboxItem? item)
    {
        item = null;
        if (!People.TryGetValue(personId, out person))
        {
            return NotSeated;
        }

        item = FindTeam(person.Team)!.Inbox.FirstOrDefault(entry => entry.Inject == inject);
        return item is not null && FindInject(inject) is { } spec && IsFor(spec, person)
            ? null
            : new(RejectionCode.UnknownInject, "That inject is not in your inbox.");
    }

    static Rejection NotSeated => new(RejectionCode.UnknownPerson, "You have no seat in this exercise. Join a team with the exercise's code.");

    Phrase NameOf(string person) => People.TryGetValue(person, out var known) ? (Phrase)$"{known.Name}" : (Phrase)"Somebody who has left";
}
