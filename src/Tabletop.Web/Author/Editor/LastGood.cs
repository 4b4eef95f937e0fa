using Tabletop.Engine;

namespace Tabletop.Web.Author.Editor;

/// <summary>The last scenario that had no errors: what is drawn while the text has some.</summary>
sealed class LastGood<T>(Func<Scenario, T> draw) where T : class
{
    Scenario? _seen;

    public T? Drawn { get; private set; }

    /// <summary>What it is drawn from.</summary>
    public Scenario? Scenario => _seen;

    /// <summary>The text has changed since, and has errors.</summary>
    public bool IsStale { get; private set; }

    /// <summary>True when there is something else to show.</summary>
    public bool Take(Scenario? scenario)
    {
        var stale = scenario is null && Drawn is not null;
        var changed = stale != IsStale || scenario is not null && !ReferenceEquals(scenario, _seen);
        IsStale = stale;
        if (scenario is not null && !ReferenceEquals(scenario, _seen))
            (_seen, Drawn) = (scenario, draw(scenario));
        return changed;
    }
}
