using MediatR;

namespace Tabletop.Exercises;

/// <summary>Makes a code by which the caller can go on on another device.</summary>
public sealed record OfferSeat(Caller Caller, string Exercise) : Request<SeatOffer>(Caller)
{
    internal override Access Access => new Access.ParticipantOf(Exercise);
}

/// <param name="Code">Six characters; works once and for ten minutes.</param>
public sealed record SeatOffer(string Code);

sealed class OfferSeatHandler(Tickets tickets, SeatOffers offers) : IRequestHandler<OfferSeat, Result<SeatOffer>>
{
    public Task<Result<SeatOffer>> Handle(OfferSeat request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<SeatOffer>>(new SeatOffer(offers.New(tickets.Of(request.Caller, request.Exercise))));
}
