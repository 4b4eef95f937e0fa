using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Facilitate;

/// <summary>Says in words what a team decided.</summary>
public static class StreamLines
{
    /// <summary><c>Rotate: C2 token</c>, for an answer <c>May we say it is over? → No</c>.</summary>
    public static string Deed(StreamEntry entry) => entry.Target is null ? entry.What : entry.IsAnswer ? $"{entry.What} → {entry.Target}" : $"{entry.What}: {entry.Target}";

    public static Phrase Sentence(StreamEntry entry) =>
        entry.ByClock ? (Phrase)$"{entry.Team} did not answer in time: {Deed(entry)}."
        : entry.IsAnswer ? (Phrase)$"{entry.Team} answered: {Deed(entry)}." : (Phrase)$"{entry.Team} decided: {Deed(entry)}.";
}
