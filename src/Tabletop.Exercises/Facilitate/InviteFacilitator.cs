using MediatR;

namespace Tabletop.Exercises;

/// <summary>Makes a token with which one more person can sign in as a facilitator.</summary>
public sealed record InviteFacilitator(Caller Caller) : Request<Invitation>(Caller)
{
    internal override Access Access => new Access.Facilitator();
}

/// <param name="Token">Works once, and until the server stops.</param>
public sealed record Invitation(string Token);

sealed class InviteFacilitatorHandler(SignInLinks links) : IRequestHandler<InviteFacilitator, Result<Invitation>>
{
    public Task<Result<Invitation>> Handle(InviteFacilitator request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Invitation>>(new Invitation(links.New()));
}
