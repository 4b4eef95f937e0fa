using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Takes a seat along to the caller's device. The device that had it before has it no longer.</summary>
/// <param name="Code">From <see cref="OfferSeat"/>, however it was typed.</param>
/// <param name="Browser">What tells the caller's browser from every other, so that it may ask again when the answer was lost; empty: nothing.</param>
public sealed record TakeOverSeat(Caller Caller, string Code, string Browser = "") : Request<JoinedExercise>(Caller)
{
    internal override Access Access => new Access.Anyone();
}

sealed class TakeOverSeatHandler(SeatOffers offers, WrongTries tries, ExerciseFeed feed, ExerciseGrains grains, Tickets tickets)
    : IRequestHandler<TakeOverSeat, Result<JoinedExercise>>
{
    static readonly Refusal NoSuchCode = new(
        RefusalCode.UnknownCode, "There is no such code: it was used, is older than ten minutes, or was mistyped. Make a new one on the other device.");

    public async Task<Result<JoinedExercise>> Handle(TakeOverSeat request, CancellationToken cancellationToken)
    {
        if (tries.TooMany(request.Caller.Address))
            return new Refusal(RefusalCode.TooManyTries, "Too many wrong codes came from your network. Wait a minute, then try again.");

        if (offers.Find(request.Code) is not { } seat)
        {
            tries.Count(request.Caller.Address);
            return NoSuchCode;
        }

        var read = await feed.Read(seat.Exercise);
        if (!read.Ok)
            return read.Refusal;

        if (tickets.Open(request.Caller.TicketFor(seat.Exercise), seat.Exercise) is { } own && Viewer.Of(own, read.Value) is not null)
        {
            if (own.Person == seat.Person)
                return new JoinedExercise(own.Exercise, own.Team, own.Person, request.Caller.TicketFor(seat.Exercise)!);

            // One browser, one person: the other's seat would be lost unasked.
            return new Refusal(
                (int)RejectionCode.OtherTeam, $"This browser holds the seat of {read.Value.People[own.Person].Name} in the same exercise. Leave that seat first, or use another browser.");
        }

        if (!offers.Use(request.Code, request.Browser))
            return NoSuchCode;

        // The same move each time it is asked for: the log takes it once.
        var moved = seat with { Device = seat.Device + 1 };
        var answer = await grains.Submit(seat.Exercise, new Command.MoveSeat(seat.Person, moved.Device) { Id = $"move-{seat.Person}-{moved.Device}" });
        return answer.Ok ? new JoinedExercise(seat.Exercise, seat.Team, seat.Person, tickets.Seal(moved)) : answer.Refusal;
    }
}
