using Microsoft.AspNetCore.Components;

namespace Tabletop.Web.Facilitate;

/// <summary>Is drawn again only when something that it shows has changed: one row of many in a live page.</summary>
public abstract class StillComponent : ComponentBase
{
    object? drawn;

    /// <summary>All that the row is drawn from, as something that compares by value.</summary>
    protected abstract object Shown { get; }

    protected override void OnInitialized() => drawn = Shown;

    protected override bool ShouldRender()
    {
        var shown = Shown;
        if (shown.Equals(drawn))
            return false;

        drawn = shown;
        return true;
    }
}
