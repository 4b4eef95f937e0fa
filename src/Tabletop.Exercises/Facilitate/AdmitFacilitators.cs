using System.Collections.Immutable;
using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Says who may facilitate beside the owner.</summary>
/// <param name="Who">Ids of accounts that have names; null: every facilitator of the server.</param>
public sealed record AdmitFacilitators(Caller Caller, string Exercise, ImmutableArray<string>? Who) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault ?? (Who is { } who ? who.Select(id => Limits.Id(id, "account")).FirstOrDefault(fault => fault is not null) : null);
}

sealed class AdmitFacilitatorsHandler(ExerciseGrains grains, Facilitators facilitators) : IRequestHandler<AdmitFacilitators, Result<Accepted>>
{
    public async Task<Result<Accepted>> Handle(AdmitFacilitators request, CancellationToken cancellationToken)
    {
        var named = request.Who?.Select(facilitators.Find).ToList();
        return named?.Contains(null) == true
            ? Facilitators.Unknown
            : await grains.Submit(request, new Command.AdmitFacilitators(named is null ? null : [.. named.OfType<Facilitator>()]) { Id = request.CommandId });
    }
}
