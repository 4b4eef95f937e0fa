using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Lets a request through to its handler only from those whom it names.</summary>
sealed class Authorisation<TRequest, TResponse>(Authorisation authorisation) : Behaviour<TRequest, TResponse>
    where TRequest : Request
    where TResponse : IResult<TResponse>
{
    protected override async Task<TResponse> Around(TRequest request, Func<Task<TResponse>> next) =>
        await authorisation.Refuse(request) is { } refusal ? TResponse.Refuse(refusal) : await next();
}

/// <summary>Who may send what.</summary>
sealed class Authorisation(EventStore store, ExerciseFeed feed, Tickets tickets, Passes passes)
{
    public static Refusal NotSignedIn { get; } = new(
        RefusalCode.NotSignedIn, "Only a facilitator can do this. Open the sign-in link that the server printed when it started.");

    public static Refusal NoTicket { get; } = new(
        RefusalCode.NoTicket, "You have no seat in this exercise. Join a team with the exercise's code.");

    public static Refusal Moved { get; } = new(
        RefusalCode.Moved, "You have taken your seat along to another device. Continue there, or bring it back with a code.");

    static readonly Refusal NotYours = new(RefusalCode.NotYours, "Only the facilitator of this exercise can do this.");

    public async Task<Refusal?> Refuse(Request request) => request.Access switch
    {
        Access.Anyone => null,
        Access.Facilitator => !request.Caller.IsFacilitator ? Outsider(request.Caller) : request is ExerciseRequest { Exercise: var exercise } ? await RefuseForeign(request.Caller, exercise) : null,
        Access.FacilitatorOf(var exercise) => !request.Caller.IsFacilitator ? Outsider(request.Caller) : await RefuseForeign(request.Caller, exercise),
        Access.ParticipantOf(var exercise) => await RefuseSeat(request.Caller, exercise),
        Access.ReaderOf(var exercise) =>
            request.Caller.IsFacilitator ? await RefuseForeign(request.Caller, exercise)
            : HasSeat(request.Caller, exercise) || passes.OfCaller(request.Caller, exercise) is not null ? null
            : NoTicket,
        Access.EvaluatorOf(var exercise) =>
            request.Caller.IsFacilitator ? await RefuseForeign(request.Caller, exercise)
            : passes.OfCaller(request.Caller, exercise) is not null ? null
            : ExerciseFeed.NoPass,
        Access.ClockHolderOf(var exercise) =>
            HasSeat(request.Caller, exercise) && store.Find(exercise)?.Mode is ExerciseMode.Solo or ExerciseMode.Alone ? await RefuseSeat(request.Caller, exercise)
            : request.Caller.IsFacilitator ? await RefuseForeign(request.Caller, exercise)
            : Outsider(request.Caller),
        _ => throw new InvalidOperationException($"No rule for {request.Access.GetType().Name}."),
    };

    static Refusal Outsider(Caller caller) => caller.Tickets.IsEmpty ? NotSignedIn : NotYours;

    async Task<Refusal?> RefuseSeat(Caller caller, string exercise)
    {
        if (tickets.Open(caller.TicketFor(exercise), exercise) is not { } ticket)
            return NoTicket;

        var read = await feed.Read(exercise);
        return !read.Ok ? read.Refusal : Viewer.HasMoved(ticket, read.Value) ? Moved : null;
    }

    /// <summary>A facilitator may do nothing in an exercise that its owner keeps for others.</summary>
    async Task<Refusal?> RefuseForeign(Caller caller, string exercise)
    {
        var read = await feed.Read(exercise);
        return read.Ok && !read.Value.MayFacilitate(caller.Person) ? Foreign(read.Value) : null;
    }

    public static Refusal Foreign(Exercise exercise) => new(
        RefusalCode.NotYours, $"{exercise.Owner!.Name} owns this exercise and has not named you among those who may facilitate it. Ask to be added.");

    bool HasSeat(Caller caller, string exercise) => tickets.Open(caller.TicketFor(exercise), exercise) is not null;
}
