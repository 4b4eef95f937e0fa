using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Prepare;

/// <summary>What was planned of injects before the start, in words.</summary>
static class PlannedInjects
{
    /// <summary><c>injects: 2 own, 1 with other words</c>; null when nothing was.</summary>
    public static Phrase? Of(ImmutableArray<PlannedInject> planned) => Of(
        planned.Count(inject => inject.Own),
        planned.Count(inject => inject is { Own: false, Words: not null }),
        planned.Count(inject => inject is { Own: false, Time: not null }),
        planned.Count(inject => inject.Held));

    /// <summary>The same of an exercise as it stands.</summary>
    public static Phrase? Of(ControlView view) => Of(
        view.Injects.Count(row => row.Written),
        view.Injects.Count(row => row.Edited),
        view.Injects.Count(row => row is { Written: false, Moved: true }),
        view.Injects.Count(row => row.Held));

    /// <summary>What was planned of one.</summary>
    public static Phrase Of(PlannedInject inject) => Listed(
    [
        .. inject.Own ? [(Phrase)$"own, comes on {inject.Time!.Value}"] : Array.Empty<Phrase>(),
        .. inject is { Own: false, Words: not null } ? [(Phrase)"other words"] : Array.Empty<Phrase>(),
        .. inject is { Own: false, Time: { } time } ? [(Phrase)$"moved to {time}"] : Array.Empty<Phrase>(),
        .. inject.Held ? [(Phrase)"held back"] : Array.Empty<Phrase>(),
    ]);

    static Phrase? Of(int own, int edited, int moved, int held)
    {
        ImmutableArray<Phrase> parts =
        [
            .. own > 0 ? [(Phrase)$"{own} own"] : Array.Empty<Phrase>(),
            .. edited > 0 ? [(Phrase)$"{edited} with other words"] : Array.Empty<Phrase>(),
            .. moved > 0 ? [(Phrase)$"{moved} moved"] : Array.Empty<Phrase>(),
            .. held > 0 ? [(Phrase)$"{held} held back"] : Array.Empty<Phrase>(),
        ];
        return parts.IsEmpty ? null : (Phrase)$"Injects: {Listed(parts)}";
    }

    static Phrase Listed(IEnumerable<Phrase> parts) => parts.Aggregate((all, next) => (Phrase)$"{all}, {next}");
}
