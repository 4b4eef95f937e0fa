using System.Collections.Immutable;
using YamlDotNet.Core;

namespace Tabletop.Scenarios;

/// <summary>
/// Changes single values in the text of a YAML file and leaves every other character as it is: comments, order, blank
/// lines, the way in which the rest is written. The text must be one that the compiler has read without a fault.
/// </summary>
public sealed class YamlEditor
{
    readonly string _newline;
    readonly List<(int Start, int End, string Text)> _pending = [];
    string _text;
    YamlSpan _root;

    public YamlEditor(string text)
    {
        _text = text;
        _root = YamlSpan.Read(text);
        _newline = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
    }

    /// <summary>The text with all changes made so far.</summary>
    public string Text
    {
        get
        {
            Flush();
            return _text;
        }
    }

    /// <summary>Gives a key a text; blanks at its end are left out.</summary>
    /// <param name="path">The keys that lead to a mapping, which must be there.</param>
    /// <param name="key">The key in that mapping.</param>
    /// <param name="value">Must say something.</param>
    /// <param name="after">The key behind which a new one is written; it must be there.</param>
    public void SetText(ImmutableArray<string> path, string key, string value, string after) => Make(() =>
    {
        var map = MapAt(path);
        var text = value.ReplaceLineEndings("\n").TrimEnd();
        return map.IndexOf(key) is var index and >= 0 && map.Entries[index].Value is ScalarSpan old
            ? [Rewrite(text, old, map.Flow, Column(map.Entries[index].Key.Start))]
            : [Insert(map, key, after, indent => ScalarText.Write(text, ScalarStyle.Any, map.Flow, indent + 2, _newline))];
    });

    /// <summary>Gives a key a list of texts; a key whose list becomes empty goes.</summary>
    /// <inheritdoc cref="SetText"/>
    /// <param name="values">Those that were there already stay as they are written.</param>
    /// <param name="inBrackets">How to write a list where there was none.</param>
    public void SetList(ImmutableArray<string> path, string key, ImmutableArray<string> values, string after, bool inBrackets) => Make(() =>
    {
        var map = MapAt(path);
        var index = map.IndexOf(key);
        if (values.IsEmpty)
        {
            return index < 0 ? [] : [Remove(map, index)];
        }

        var bracketed = $"[{string.Join(", ", values.Select(value => ScalarText.Write(value, ScalarStyle.Any, flow: true, 0, _newline)))}]";
        return index < 0
            ? [Insert(map, key, after, indent => inBrackets || map.Flow ? bracketed : string.Concat(values.Select(value => _newline + Item(value, indent + 2))))]
            : map.Entries[index].Value switch
            {
                ListSpan { Flow: false } list => RewriteItems(list, values),
                ListSpan list => [(list.Start, list.End, bracketed)],
                var none => [(none.Start, none.End, none.Start == none.End ? " " + bracketed : bracketed)],
            };
    });

    /// <summary>Notes changes; those that touch one another can't be made on the same text.</summary>
    void Make(Func<IEnumerable<(int Start, int End, string Text)>> changes)
    {
        var made = changes().ToList();
        if (made.Exists(change => _pending.Exists(other => change.Start <= other.End && other.Start <= change.End)))
        {
            Flush();
            made = [.. changes()];
        }

        _pending.AddRange(made);
    }

    void Flush()
    {
        if (_pending.Count == 0)
        {
            return;
        }

        foreach (var (start, end, text) in _pending.OrderByDescending(change => change.Start))
        {
            _text = string.Concat(_text.AsSpan(0, start), text, _text.AsSpan(end));
        }

        _pending.Clear();
        _root = YamlSpan.Read(_text);
    }

    MapSpan MapAt(ImmutableArray<string> path)
    {
        var map = (MapSpan)_root;
        foreach (var key in path)
        {
            map = (MapSpan)map.Entries[map.IndexOf(key)].Value;
        }

        return map;
    }

    /// <param name="value">The new text.</param>
    /// <param name="old">What it replaces.</param>
    /// <param name="flow">Inside brackets or braces.</param>
    /// <param name="column">Where the key or the dash stands that it belongs to.</param>
    (int Start, int End, string Text) Rewrite(string value, ScalarSpan old, bool flow, int column)
    {
        if (old.Style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            var lines = _text[old.Start..old.End].ReplaceLineEndings("\n").Split('\n');
            var first = lines.Skip(1).FirstOrDefault(line => line.Trim().Length > 0) ?? "";
            var indent = Math.Max(first.Length - first.TrimStart(' ').Length, column + 1);

            // A header that counts the blanks counts those of the old text.
            var header = lines[0].AsSpan(1).IndexOfAnyInRange('1', '9') is >= 0 and <= 1 ? "" : lines[0][1..];
            return (old.Start, old.End, ScalarText.Write(value, old.Style, flow, indent, _newline, header));
        }

        var line = ScalarText.Write(value, old.Style, flow, column + 2, _newline);
        if (!line.StartsWith('|'))
        {
            return (old.Start, old.End, line);
        }

        // A comment behind the value would become the end of the block; it belongs behind the block's head.
        var end = EndOfLine(old.End);
        return (old.Start, end, ScalarText.Write(value, old.Style, flow, column + 2, _newline, _text[old.End..end].TrimEnd()));
    }

    (int Start, int End, string Text) Insert(MapSpan map, string key, string after, Func<int, string> write)
    {
        var entry = map.Entries[map.IndexOf(after)];
        if (map.Flow)
        {
            return (entry.Value.End, entry.Value.End, $", {key}: {write(0)}");
        }

        var indent = Column(entry.Key.Start);
        var value = write(indent);
        var end = EndOfLine(entry.Value.End);
        return (end, end, $"{_newline}{new string(' ', indent)}{key}:{(value.StartsWith(_newline, StringComparison.Ordinal) ? "" : " ")}{value}");
    }

    (int Start, int End, string Text) Remove(MapSpan map, int index)
    {
        var (key, value) = map.Entries[index];
        if (!map.Flow)
        {
            return (StartOfLine(key.Start), StartOfNextLine(value.End), "");
        }

        return index + 1 < map.Entries.Count
            ? (key.Start, map.Entries[index + 1].Key.Start, "")
            : (index == 0 ? key.Start : map.Entries[index - 1].Value.End, value.End, "");
    }

    /// <summary>What is the same at the beginning and at the end of both lists stays; of the rest, item by item is rewritten.</summary>
    IEnumerable<(int Start, int End, string Text)> RewriteItems(ListSpan list, ImmutableArray<string> values)
    {
        var old = list.Items.ConvertAll(item => ((ScalarSpan)item).Value.TrimEnd());
        var most = Math.Min(old.Count, values.Length);
        var head = Enumerable.Range(0, most).TakeWhile(index => old[index] == values[index]).Count();
        var tail = Enumerable.Range(1, most - head).TakeWhile(back => old[^back] == values[^back]).Count();
        var (olds, news) = (old.Count - tail, values.Length - tail);
        var dash = Column(_text.LastIndexOf('-', list.Items[0].Start - 1));
        for (var index = head; index < Math.Min(olds, news); index++)
        {
            yield return Rewrite(values[index], (ScalarSpan)list.Items[index], flow: false, dash);
        }

        for (var index = news; index < olds; index++)
        {
            yield return (StartOfLine(list.Items[index].Start), StartOfNextLine(list.Items[index].End), "");
        }

        if (news > olds)
        {
            // Behind the last one that stays in its place; in front of the first one, should none do so.
            var added = values[olds..news].Select(value => Item(value, dash)).ToList();
            var end = olds > 0 ? EndOfLine(list.Items[olds - 1].End) : StartOfLine(list.Items[0].Start);
            yield return (end, end, string.Concat(added.Select(line => olds > 0 ? _newline + line : line + _newline)));
        }
    }

    string Item(string value, int indent) => $"{new string(' ', indent)}- {ScalarText.Write(value, ScalarStyle.Any, flow: false, indent + 2, _newline)}";

    int Column(int at) => at - StartOfLine(at);

    int StartOfLine(int at) => _text.LastIndexOf('\n', Math.Max(0, at - 1), Math.Max(0, at)) + 1;

    /// <summary>Before the line's end, behind a comment.</summary>
    int EndOfLine(int at)
    {
        var end = _text.AsSpan(at).IndexOfAny('\r', '\n');
        return end < 0 ? _text.Length : at + end;
    }

    int StartOfNextLine(int at)
    {
        var end = _text.IndexOf('\n', at);
        return end < 0 ? _text.Length : end + 1;
    }
}
