using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>One event as it leaves the server.</summary>
/// <param name="Inject">What came, when the event brought an inject.</param>
public sealed record FeedMessage(Event Event, InjectContent? Inject);

/// <summary>An inject as its readers get it: without what triggers it and what it or an answer to it changes.</summary>
/// <param name="To">Role ids; empty: the whole team.</param>
/// <param name="Body">Markdown.</param>
/// <param name="Question">Null when it asks nothing.</param>
public sealed record InjectContent(
    string Id, Channel Channel, string Title, string From, ImmutableArray<string> To, string Body, QuestionContent? Question)
{
    internal static InjectContent Of(InjectSpec inject, Scenario scenario) => new(
        inject.Id,
        inject.Channel,
        inject.Title,
        inject.From,
        inject.To,
        inject.Body,
        inject.Question is { } question ? QuestionContent.Of(question, scenario) : null);
}
