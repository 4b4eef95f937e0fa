using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>An action that somebody would have the team decide, with what the others say to it.</summary>
/// <param name="Confidence">Percent, 0 to 100.</param>
/// <param name="At">Scenario time.</param>
public sealed record ActionProposalView(
    string Id, string ActionId, string Action, string? Target, string? TargetTitle, string By, string Reason, int Confidence, DateTimeOffset At, string Alternatives)
{
    public ImmutableArray<VoiceView> Voices { get; init; } = [];

    /// <summary>The viewer made it.</summary>
    public bool Mine { get; init; }

    /// <summary>Whether the viewer is for it; null: has not said so.</summary>
    public bool? Side => Voices.FirstOrDefault(voice => voice.Mine)?.For;

    /// <summary>The viewer can take it off the list.</summary>
    public bool MayDrop { get; init; }

    /// <summary><c>Rotate: C2 token</c></summary>
    public string Deed => TargetTitle is null ? Action : $"{Action}: {TargetTitle}";

    internal static ActionProposalView Of(Exercise exercise, Person you, ActionProposal item) => new(
        item.Id,
        item.Action,
        exercise.Scenario.Actions[item.Action].Title,
        item.Target,
        exercise.TargetTitleOf(item),
        item.Name,
        item.Reason,
        item.Confidence,
        item.Time,
        item.Alternatives)
    {
        Voices = [.. item.Voices.Select(voice => new VoiceView(voice.Name, voice.For, voice.Reason, voice.Person == you.Id))],
        Mine = item.Person == you.Id,
        MayDrop = exercise.MayDrop(you, item),
    };
}

/// <param name="For">False: an objection.</param>
/// <param name="Mine">The viewer's.</param>
public sealed record VoiceView(string Name, bool For, string Reason, bool Mine);
