using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>
/// One decision or answer of a team beside the same one of the real organisation, or beside another one that ended the same
/// thing; one of the two may be missing.
/// </summary>
/// <param name="What">The action and its target, or the title of what was asked.</param>
/// <param name="Event">Its mark in the team's story; empty when the team never did it.</param>
/// <param name="Team">When the team decided it, scenario time; null: never.</param>
/// <param name="History">When history did, scenario time; null: never.</param>
/// <param name="TeamSaid">What the team answered; empty for an action.</param>
/// <param name="HistorySaid">What history answered, or the other action by which it ended the same; else empty.</param>
/// <param name="HistoryBefore">What history had done last at the time of a decision that it never took; else empty.</param>
public sealed record BesideHistory(
    string What, string Event, DateTimeOffset? Team, DateTimeOffset? History, string TeamSaid, string HistorySaid, Phrase HistoryBefore)
{
    /// <summary>In order of time.</summary>
    internal static ImmutableArray<BesideHistory> Of(Exercise exercise, Team team, Exercise history)
    {
        var ours = Deeds(exercise, team);
        var theirs = Deeds(history, history.Teams[0]);

        // Done again counts as the next time of both.
        var paired = ours.ToDictionary(deed => deed.Key, deed => theirs.FirstOrDefault(other => other.Key == deed.Key));
        foreach (var deed in ours.Where(deed => deed.Ends is not null && paired[deed.Key] is null))
            paired[deed.Key] = theirs.FirstOrDefault(other => other.Ends == deed.Ends && !paired.ContainsValue(other));
        return [.. ours
            .Select(deed => (deed.Time, Row: paired[deed.Key] is { } other
                ? new BesideHistory(deed.What, Stories.MarkId(team.Id, deed.Version), deed.Time, other.Time, deed.Said, other.Key == deed.Key ? other.Said : other.Action, "")
                : new BesideHistory(deed.What, Stories.MarkId(team.Id, deed.Version), deed.Time, null, deed.Said, "", LastBefore(theirs, deed.Time))))
            .Concat(theirs

                // What came after the end of the play was nobody's to miss.
                .Where(other => other.Time <= exercise.Now && !paired.ContainsValue(other))
                .Select(other => (other.Time, Row: new BesideHistory(other.What, "", null, other.Time, "", other.Said, ""))))
            .OrderBy(item => item.Time)
            .Select(item => item.Row)];
    }

    static Phrase LastBefore(List<Deed> deeds, DateTimeOffset time) =>
        deeds.LastOrDefault(deed => deed.Time <= time) is { } last ? (Phrase)$"last before: {last.What}, {last.Time}" : (Phrase)"nothing decided by then";

    /// <summary>What a team decided and answered, in order of time.</summary>
    internal static List<Deed> Deeds(Exercise exercise, Team team)
    {
        var scenario = exercise.Scenario;
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        var decided = team.Decisions
            .Where(decision => decision.Status != DecisionStatus.Withdrawn)
            .Select(decision =>
            {
                var target = TeamProjection.TargetTitle(scenario, decision);
                var title = scenario.Actions[decision.Action].Title;
                var key = $"{decision.Action} {decision.Target}";
                times[key] = times.GetValueOrDefault(key) + 1;
                var effects = scenario.Actions[decision.Action].Effects;
                return new Deed($"{key} {times[key]}", target is null ? title : $"{title}: {target}", decision.Made, decision.Version, "")
                {
                    Action = title,
                    Ends = effects.Any(effect => effect is Effect.EndCredential { Credential: null, Tag: null } or Effect.RemoveFoothold { Foothold: null }) ? decision.Target : null,
                };
            });
        var answered = team.Answers
            .Where(pair => pair.Value.Person != Engine.Answer.TheClock && exercise.FindInject(pair.Key) is { Question: not null })
            .Select(pair =>
            {
                var inject = exercise.FindInject(pair.Key)!;
                return new Deed($"? {pair.Key}", inject.Title, pair.Value.Given, pair.Value.Version, pair.Value.Reply.Words(scenario, inject.Question!));
            });
        return [.. decided.Concat(answered).OrderBy(deed => deed.Time)];
    }

    /// <param name="Key">The same for the same deed of two teams.</param>
    internal sealed record Deed(string Key, string What, DateTimeOffset Time, long Version, string Said)
    {
        public string Action { get; init; } = "";

        /// <summary>What the action makes useless to the attacker, where that is its target.</summary>
        public string? Ends { get; init; }
    }
}
