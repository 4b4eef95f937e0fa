using Microsoft.AspNetCore.Components.Authorization;
using Tabletop.Exercises;

namespace Tabletop.Web;

/// <summary>
/// Who looks at the page: as signed in, and with the tickets held, when the page was requested or its circuit began.
/// </summary>
public sealed class CurrentCaller(AuthenticationStateProvider authentication)
{
    /// <summary>For the requests that the page sends.</summary>
    public async Task<Caller> Get() => Callers.From((await authentication.GetAuthenticationStateAsync()).User);
}
