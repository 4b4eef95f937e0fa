using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Tabletop.Scenarios;

/// <summary>A value of a YAML file with the characters that it takes up, from <paramref name="Start"/> up to before <paramref name="End"/>.</summary>
abstract record YamlSpan(int Start, int End)
{
    /// <summary>The file's one value. The text must be one that the compiler has read without a fault.</summary>
    public static YamlSpan Read(string text)
    {
        var parser = new Parser(new Scanner(new StringReader(text)));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return Read(parser, text);
    }

    static YamlSpan Read(Parser parser, string text)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            var end = (int)scalar.End.Index;
            return new ScalarSpan((int)scalar.Start.Index, IsBlock(scalar) ? EndOfContent(text, end) : end, scalar.Value, scalar.Style);
        }

        if (parser.TryConsume<SequenceStart>(out var list))
        {
            var items = new List<YamlSpan>();
            while (!parser.Accept<SequenceEnd>(out _))
            {
                items.Add(Read(parser, text));
            }

            var last = parser.Consume<SequenceEnd>();
            var flow = list.Style == SequenceStyle.Flow;
            return new ListSpan((int)list.Start.Index, flow ? (int)last.End.Index + 1 : items.Count > 0 ? items[^1].End : (int)list.End.Index, items, flow);
        }

        return ReadMap(parser, text);
    }

    static MapSpan ReadMap(Parser parser, string text)
    {
        var map = parser.Consume<MappingStart>();
        var entries = new List<(ScalarSpan Key, YamlSpan Value)>();
        while (!parser.Accept<MappingEnd>(out _))
        {
            entries.Add(((ScalarSpan)Read(parser, text), Read(parser, text)));
        }

        var end = parser.Consume<MappingEnd>();
        var flow = map.Style == MappingStyle.Flow;
        return new MapSpan((int)map.Start.Index, flow ? (int)end.End.Index + 1 : entries.Count > 0 ? entries[^1].Value.End : (int)map.End.Index, entries, flow);
    }

    static bool IsBlock(Scalar scalar) => scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded;

    /// <summary>The parser counts the empty lines below a block as part of it.</summary>
    static int EndOfContent(string text, int end) => text.AsSpan(0, end).TrimEnd().Length;
}

sealed record ScalarSpan(int Start, int End, string Value, ScalarStyle Style) : YamlSpan(Start, End);

/// <param name="Flow">Written in brackets.</param>
sealed record ListSpan(int Start, int End, List<YamlSpan> Items, bool Flow) : YamlSpan(Start, End);

/// <param name="Flow">Written in braces.</param>
sealed record MapSpan(int Start, int End, List<(ScalarSpan Key, YamlSpan Value)> Entries, bool Flow) : YamlSpan(Start, End)
{
    public int IndexOf(string key) => Entries.FindIndex(entry => entry.Key.Value == key);
}
