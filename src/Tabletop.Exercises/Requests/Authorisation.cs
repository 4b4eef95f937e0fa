using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Lets a request through to its handler only from those whom it names.</summary>
sealed class Authorisation<TRequest, TResponse>(Authorisation authorisation) : Behaviour<TRequest, TResponse>
    where TRequest : Request
    where TResponse : IResult<TResponse>
{
    protected override Task<TResponse> Around(TRequest request, Func<Task<TResponse>> next) =>
        authorisation.Refuse(request) is { } refusal ? Task.FromResult(TResponse.Refuse(refusal)) : next();
}

/// <summary>Who may send what.</summary>
sealed class Authorisation(EventStore store, Tickets tickets, Passes passes)
{
    public static Refusal NotSignedIn { get; } = new(
        RefusalCode.NotSignedIn, "Only a facilitator can do this. Open the sign-in link that the server printed when it started.");

    public static Refusal NoTicket { get; } = new(
        RefusalCode.NoTicket, "You have no seat in this exercise. Join a team with the exercise's code.");

    static readonly Refusal NotYours = new(RefusalCode.NotYours, "Only the facilitator of this exercise can do this.");

    public Refusal? Refuse(Request request) => request.Access switch
    {
        Access.Anyone => null,
        Access.Facilitator => request.Caller.IsFacilitator ? null : Outsider(request.Caller),
        Access.ParticipantOf(var exercise) => HasSeat(request.Caller, exercise) ? null : NoTicket,
        Access.ReaderOf(var exercise) =>
            request.Caller.IsFacilitator || HasSeat(request.Caller, exercise) || passes.OfCaller(request.Caller, exercise) is not null ? null : NoTicket,
        Access.EvaluatorOf(var exercise) =>
            request.Caller.IsFacilitator || passes.OfCaller(request.Caller, exercise) is not null ? null : ExerciseFeed.NoPass,
        Access.ClockHolderOf(var exercise) =>
            request.Caller.IsFacilitator || (HasSeat(request.Caller, exercise) && store.Find(exercise)?.Mode == ExerciseMode.Solo)
                ? null
                : Outsider(request.Caller),
        _ => throw new InvalidOperationException($"No rule for {request.Access.GetType().Name}."),
    };

    static Refusal Outsider(Caller caller) => caller.Tickets.IsEmpty ? NotSignedIn : NotYours;

    bool HasSeat(Caller caller, string exercise) => tickets.Open(caller.TicketFor(exercise), exercise) is not null;
}
