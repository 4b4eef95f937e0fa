using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.Web.Glyphs;
using Tabletop.Web.Language;

namespace Tabletop.Web.Review;

/// <summary>One thing in a story, whatever it was: what the picture, the panel and the list all show.</summary>
/// <param name="Until">When it was over, or took effect; null when it was a moment.</param>
/// <param name="X">Where it begins, 0 to 1 along the axis.</param>
/// <param name="Turning">1, 2 or 3 for a turning point, else 0.</param>
public sealed record Happening(
    string Id, string Story, Phrase Owner, Sign Sign, Phrase Title, Phrase Detail, DateTimeOffset Time, DateTimeOffset? Until, double X, int Turning)
{
    /// <summary>For the tip of a finger or a screen reader: all of it in one breath.</summary>
    public string Spoken(IStringLocalizer texts) => string.Join(". ", new string[]
    {
        Turning > 0 ? texts.Say($"Turning point {Turning}") : "",
        $"{texts.Say(Owner)}, {texts.Say(TimeText)}",
        $"{texts.Say(Sign.Text)}: {texts.Say(Title)}",
        texts.Say(Detail).TrimEnd('.'),
    }.Where(part => part.Length > 0)) + ".";

    public Phrase TimeText => Until is { } until ? (Phrase)$"{ScenarioTime.Long(Time)} to {ScenarioTime.Near(until, Time)} UTC" : (Phrase)$"{ScenarioTime.Long(Time)} UTC";

    /// <summary>All that is in a story, in order of time.</summary>
    public static ImmutableArray<Happening> Of(Story story) =>
        [.. story.States.Select(item => Of(story, item))
            .Concat(story.Footholds.Select(item => Of(story, item)))
            .Concat(story.Steps.Marks.Select(item => Of(story, item)))
            .Concat(story.Messages.Marks.Select(item => Of(story, item)))
            .Concat(story.Decisions.Marks.Select(item => Of(story, item)))
            .OrderBy(item => item.Time)];

    public static Happening Of(Story story, StateSpan item) => new(
        item.Id, story.Id, story.Owner, EventSigns.Of(item), $"{item.Title}", $"{item.Detail}", item.From, item.Until, item.X1, 0);

    public static Happening Of(Story story, FootholdSpan item) => new(
        item.Id, story.Id, story.Owner, EventSigns.Of(item.Standing), $"{item.Title}", item.Detail, item.From, item.Until, item.X1, 0);

    public static Happening Of(Story story, StoryMark item) => new(
        item.Id, story.Id, story.Owner, EventSigns.Of(item.Kind), item.Title, item.Detail, item.Time, item.Until, item.X1, item.Turning);
}
