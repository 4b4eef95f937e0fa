using MediatR;
using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Exercises;

/// <summary>What a personal link leads to. Looking changes nothing: mail programs look, too.</summary>
public sealed record FindSeat(Caller Caller, string? Key) : Request<FoundSeat>(Caller)
{
    internal override Access Access => new Access.Anyone();
}

/// <param name="Team">Name.</param>
/// <param name="Role">Title.</param>
public sealed record FoundSeat(string Exercise, string Title, Lifecycle Lifecycle, string Name, string Team, string Role, SeatStanding Standing);

public enum SeatStanding
{
    Free,

    /// <summary>The caller sits in it.</summary>
    Here,

    /// <summary>It was taken on another device.</summary>
    Elsewhere,
}

/// <summary>Takes the seat of a personal link: joins, or brings the seat here from the device that has it.</summary>
public sealed record TakeSeat(Caller Caller, string? Key) : Request<JoinedExercise>(Caller)
{
    internal override Access Access => new Access.Anyone();
}

/// <summary>Finds what a link leads to.</summary>
sealed class LinkedSeats(SeatLinks links, ExerciseFeed feed, Tickets tickets, Doors doors)
{
    public async Task<Result<LinkedSeat>> Find(Caller caller, string? key)
    {
        if (links.Open(key) is not { } link)
            return SeatLinks.Ended;

        var read = await feed.Read(link.Exercise);
        if (!read.Ok)
            return read.Refusal;

        var listed = read.Value;
        if (listed.Roster.FirstOrDefault(entry => entry.Id == link.Entry) is not { } entry || entry.Link != link.Link)
            return SeatLinks.Ended;

        // Where teams play by themselves, the seat is in the exercise of its team.
        var exercise = listed;
        if (listed.Mode == ExerciseMode.Door)
        {
            read = await feed.Read(Doors.ExerciseOf(listed.Id, entry.Team));
            if (!read.Ok)
                return read.Refusal;

            exercise = read.Value;
        }

        var own = tickets.Open(caller.TicketFor(exercise.Id), exercise.Id) is { } held && Viewer.Of(held, exercise) is not null ? (exercise, held)
            : listed.Mode == ExerciseMode.Door ? await doors.OwnSeat(listed, caller)
            : null;
        return new LinkedSeat(
            exercise,
            entry,
            exercise.People.Values.FirstOrDefault(person => person.Roster == entry.Id),
            own is var (where, ticket) ? new(ticket, where.People[ticket.Person].Name) : null,
            listed.Lifecycle == Lifecycle.Closed);
    }
}

/// <param name="Person">Who sits there, or null.</param>
/// <param name="Own">The caller's seat in the same exercise, or in another team that came through the same door; or null.</param>
/// <param name="Closed">Nobody can join any more.</param>
sealed record LinkedSeat(Exercise Exercise, RosterEntry Entry, Person? Person, HeldSeat? Own, bool Closed);

/// <param name="Name">Of whoever sits there.</param>
sealed record HeldSeat(Ticket Ticket, string Name);

sealed class FindSeatHandler(LinkedSeats seats) : IRequestHandler<FindSeat, Result<FoundSeat>>
{
    public async Task<Result<FoundSeat>> Handle(FindSeat request, CancellationToken cancellationToken)
    {
        var found = await seats.Find(request.Caller, request.Key);
        if (!found.Ok)
            return found.Refusal;

        var (exercise, entry, person, own, closed) = found.Value;
        return new FoundSeat(
            exercise.Id,
            exercise.Title,
            closed && person is null ? Lifecycle.Closed : exercise.Lifecycle,
            entry.Name,
            exercise.FindTeam(person?.Team ?? entry.Team)?.Name ?? "",
            TeamProjection.RoleTitle(exercise.Scenario, person?.Role ?? entry.Role),
            person is null ? SeatStanding.Free : own?.Ticket.Person == person.Id ? SeatStanding.Here : SeatStanding.Elsewhere);
    }
}

sealed class TakeSeatHandler(LinkedSeats seats, ExerciseGrains grains, Tickets tickets) : IRequestHandler<TakeSeat, Result<JoinedExercise>>
{
    public async Task<Result<JoinedExercise>> Handle(TakeSeat request, CancellationToken cancellationToken)
    {
        var found = await seats.Find(request.Caller, request.Key);
        if (!found.Ok)
            return found.Refusal;

        var (exercise, entry, person, own, closed) = found.Value;
        if (own is not null)
        {
            var seat = own.Ticket;
            if (seat.Person == person?.Id)
                return new JoinedExercise(seat.Exercise, seat.Team, seat.Person, request.Caller.TicketFor(exercise.Id)!);

            // One browser, one person: the other's seat would be lost unasked.
            return new Refusal(
                (int)RejectionCode.OtherTeam, $"This browser holds the seat of {own.Name} in the same exercise. Leave that seat first, or open the link in another browser.");
        }

        if (closed && person is null)
            return Doors.Closed;

        return person is null ? await Join(exercise, entry) : await Move(exercise, person);
    }

    async Task<Result<JoinedExercise>> Join(Exercise exercise, RosterEntry entry)
    {
        var seat = new Ticket(exercise.Id, entry.Team, Ids.Short("p"));
        var joined = await grains.Submit(exercise.Id, new Command.Join(seat.Person, entry.Name, seat.Team, entry.Role) { Id = Ids.New(), Roster = entry.Id });
        return joined.Ok ? new JoinedExercise(seat.Exercise, seat.Team, seat.Person, tickets.Seal(seat))
            : joined.Refusal.Code == (int)RejectionCode.NameTaken ? new Refusal(
                joined.Refusal.Code, $"Somebody who came by the code sits in {exercise.FindTeam(entry.Team)?.Name} as {entry.Name} already. If that is you, go on there, or take the seat along from there: Team, Continue on another device. If not, tell the facilitator.")
            : joined.Refusal;
    }

    // Two devices at once: one has it, and the other is told to look again.
    async Task<Result<JoinedExercise>> Move(Exercise exercise, Person person)
    {
        var seat = new Ticket(exercise.Id, person.Team, person.Id, person.Device + 1);
        var moved = await grains.Submit(exercise.Id, new Command.MoveSeat(person.Id, seat.Device) { Id = Ids.New() });
        return moved.Ok ? new JoinedExercise(seat.Exercise, seat.Team, seat.Person, tickets.Seal(seat))
            : new Refusal(moved.Refusal.Code, "Another device took this seat at the same moment. Open the link again if you want it here.");
    }
}
