using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>
/// Something that a tool knows an answer to. A tool is an action that asks: it takes time and hours like any other, its
/// findings are the answers, and it may be used again and again.
/// </summary>
/// <param name="Words">Lower-case words of which one in what was typed means this topic, where the tool is searched.</param>
/// <param name="Effects">What the answer changes; most change nothing.</param>
public sealed record TopicSpec(string Id, string Title, ImmutableArray<string> Words, ImmutableArray<Effect> Effects) : ISpec;

/// <summary>What was typed, and what it means.</summary>
public static class Tools
{
    /// <summary>The id of the topic that every tool has: what is said when nothing else fits.</summary>
    public const string Nothing = "nothing";

    /// <summary>The most letters of a question.</summary>
    public const int MostLetters = 80;

    /// <summary>
    /// The id of the topic that a text means: the one with that id, else the one with the longest of its words in the
    /// text, the upper of two as long, else <see cref="Nothing"/>. Case and surrounding blanks make no difference.
    /// </summary>
    public static string Match(ActionSpec tool, string asked)
    {
        var text = asked.Trim().ToLowerInvariant();
        if (tool.Topics.Contains(text))
        {
            return text;
        }

        var (best, length) = (Nothing, 0);
        foreach (var topic in tool.Topics)
        {
            foreach (var word in topic.Words)
            {
                if (word.Length > length && text.Contains(word, StringComparison.Ordinal))
                {
                    (best, length) = (topic.Id, word.Length);
                }
            }
        }

        return best;
    }
}
