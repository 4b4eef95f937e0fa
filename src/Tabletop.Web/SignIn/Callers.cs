using System.Collections.Immutable;
using System.Net;
using System.Security.Claims;
using Tabletop.Exercises;

namespace Tabletop.Web;

/// <summary>
/// Carries what a request's cookies say about its sender in the user's claims, which is how it reaches a circuit or a hub
/// connection that the request opens.
/// </summary>
static class Callers
{
    public const string FacilitatorRole = "facilitator";
    const string TicketClaim = "tabletop/ticket/";
    const string PassClaim = "tabletop/pass/";
    const string AddressClaim = "tabletop/address";

    public static IApplicationBuilder UseCallers(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var claims = SealedCookies.Seats.Read(context.Request).Select(seat => new Claim(TicketClaim + seat.Exercise, seat.Sealed))
            .Concat(SealedCookies.Passes.Read(context.Request).Select(pass => new Claim(PassClaim + pass.Exercise, pass.Sealed)))
            .Append(new Claim(AddressClaim, AddressOf(context.Connection.RemoteIpAddress)));
        context.User.AddIdentity(new ClaimsIdentity(claims));
        return next(context);
    });

    public static Caller From(ClaimsPrincipal user) => new(
        user.IsInRole(FacilitatorRole),
        user.FindFirst(AddressClaim)?.Value ?? "",
        ByExercise(user, TicketClaim))
    {
        Person = user.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? "",
        Passes = ByExercise(user, PassClaim),
    };

    static ImmutableDictionary<string, string> ByExercise(ClaimsPrincipal user, string prefix) => user.Claims
        .Where(claim => claim.Type.StartsWith(prefix, StringComparison.Ordinal))
        .DistinctBy(claim => claim.Type)
        .ToImmutableDictionary(claim => claim.Type[prefix.Length..], claim => claim.Value, StringComparer.Ordinal);

    // A household or an office has one IPv4 address, or one /64 of IPv6.
    static string AddressOf(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();

        var bytes = address.GetAddressBytes();
        return bytes.Length == 4 ? address.ToString() : Convert.ToHexStringLower(bytes.AsSpan(0, 8));
    }
}
