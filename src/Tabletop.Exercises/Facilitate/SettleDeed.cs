using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Approves or declines what another facilitator asked for, or withdraws what one asked for oneself.</summary>
/// <param name="Deed">Its id: that of the command that asked for it.</param>
/// <param name="As">Anything but <see cref="DeedOutcome.Lapsed"/>.</param>
/// <param name="Reason">Why it is declined; else empty.</param>
public sealed record SettleDeed(Caller Caller, string Exercise, string Deed, DeedOutcome As, string Reason = "") : ExerciseRequest(Caller, Exercise)
{
    public string Reason { get; } = Limits.OneLine(Reason);

    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault
        ?? Limits.Id(Deed, "id of the request")
        ?? (Enum.IsDefined(As) && As != DeedOutcome.Lapsed ? null : (Phrase)"A request can be approved, declined or withdrawn.")
        ?? Limits.Between(Reason, As == DeedOutcome.Declined ? 1 : 0, Limits.Hint, "a reason");
}

sealed class SettleDeedHandler(ExerciseGrains grains) : IRequestHandler<SettleDeed, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(SettleDeed request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.SettleDeed(request.Deed, request.As, request.Reason) { Id = request.CommandId });
}
