using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Something that a facilitator can set by hand in a team's world.</summary>
/// <param name="Untouched">The state that it has when nothing has happened to it.</param>
/// <param name="Choices">States that it can be set to, with what they are called.</param>
public sealed record SettableThing(OverrideKind What, string Subject, Phrase Title, string Untouched, ImmutableArray<(string Id, Phrase Text)> Choices)
{
    static readonly OverrideKind[] Order = [OverrideKind.Adversary, OverrideKind.Credential, OverrideKind.Foothold, OverrideKind.Mark, OverrideKind.Flag];
    static readonly ConditionalWeakTable<Scenario, ImmutableArray<SettableThing>[]> Known = [];

    /// <summary>The state that it has in a team.</summary>
    public string NowIn(TeamGlance team) => Overrides.StandingOf(team.World, team.AttackerId, What, Subject) ?? Untouched;

    /// <summary>All that a scenario has, the same array each time.</summary>
    internal static ImmutableArray<SettableThing> Of(Scenario scenario) => Known.GetValue(scenario, static item => [Find(item)])[0];

    static ImmutableArray<SettableThing> Find(Scenario scenario) =>
    [
        .. Order.SelectMany(what => Overrides.SubjectsOf(scenario, what).Select(item => new SettableThing(
            what,
            item.Id,
            Interventions.TitleOf(what, item.Title),
            Overrides.UntouchedOf(scenario, what, item.Id),
            [.. Overrides.ChoicesOf(scenario, what, item.Id).Select(state => (state, Interventions.WordsOf(scenario, what, state)))]))),
    ];
}
