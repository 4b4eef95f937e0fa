namespace Tabletop.Engine;

public sealed partial record Exercise
{
    Exercise Seated(Event e) => e switch
    {
        Event.Joined joined => this with { People = People.SetItem(joined.Person, PersonAfter(joined)) },
        Event.SeatMoved moved => Edit(moved.Person, person => person with { Device = moved.Device }),
        Event.Readied readied => Edit(readied.Person, person => person with { Ready = readied.Ready }),
        Event.CaughtUp caught => Edit(caught.Person, person => person with { CaughtUp = true }),
        _ => this,
    };

    // Who only changes name or role stays on the same device, and is no newcomer.
    Person PersonAfter(Event.Joined joined) => People.TryGetValue(joined.Person, out var before)
        ? before with { Name = joined.Name, Team = joined.Team, Role = joined.Role }
        : new(joined.Person, joined.Name, joined.Team, joined.Role) { JoinedLate = Lifecycle != Lifecycle.Lobby, Roster = joined.Roster };

    Exercise Edit(string person, Func<Person, Person> edit) => this with { People = People.SetItem(person, edit(People[person])) };

    Rejection? MoveSeat(Command.MoveSeat move, Action<Event> emit)
    {
        if (!People.TryGetValue(move.Person, out var person))
        {
            return NotSeated;
        }

        return move.Device == person.Device + 1
            ? Do(emit, new Event.SeatMoved(person.Team, person.Id, move.Device))
            : new(RejectionCode.AlreadyDone, "This seat has been moved since. Make a new code on the device where it is now.");
    }

    Rejection? CatchUp(Command.CatchUp caught, Action<Event> emit)
    {
        if (!People.TryGetValue(caught.Person, out var person))
        {
            return NotSeated;
        }

        return person is { JoinedLate: true, CaughtUp: false } ? Do(emit, new Event.CaughtUp(person.Team, person.Id)) : null;
    }
}
