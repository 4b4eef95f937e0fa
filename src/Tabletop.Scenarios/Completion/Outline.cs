namespace Tabletop.Scenarios;

/// <summary>
/// What can be told of a YAML text from its indentation, line by line. It takes half a line or an open bracket for what
/// it may become, so that it is of use while somebody types; what is right and wrong is for the compiler to say.
/// </summary>
sealed partial class Outline
{
    const int MostLevels = 200;

    readonly List<Level> _levels = [];
    readonly string[] _lines;
    int _line;

    /// <summary>The text that belongs to a key at this indentation goes on; -1 for none.</summary>
    int _textBase = -1;
    char _quote;
    int _quoteBase;

    Outline(string text)
    {
        _lines = LinesOf(text);
        End = new Caret(CaretPlace.Elsewhere, Root, 0, "", 0);
    }

    public Limb Root { get; } = new(null, null, -1, -1);

    /// <summary>How the text ends.</summary>
    public Caret End { get; private set; }

    bool IsLast => _line == _lines.Length - 1;

    public static Outline Read(string text)
    {
        var outline = new Outline(text);
        outline.TakeAll();
        return outline;
    }

    public static string[] LinesOf(string text) => text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);

    void TakeAll()
    {
        for (_line = 0; _line < _lines.Length; _line++)
        {
            Take(_lines[_line]);
        }
    }

    void Take(string line)
    {
        var at = Indentation(line);
        var isBlank = at == line.Length;
        if (isBlank && !IsLast || GoesOn(line, at, isBlank))
        {
            return;
        }

        if (isBlank)
        {
            EndAt(CaretPlace.Line, OwnerAt(at, isItem: false), at, "", at);
            return;
        }

        if (line[at] == '#' || at == 0 && (line.StartsWith("---", StringComparison.Ordinal) || line.StartsWith("...", StringComparison.Ordinal)))
        {
            return;
        }

        Limb? item = null;
        var dash = at;
        while (at < line.Length && line[at] == '-' && (at + 1 == line.Length || line[at + 1] is ' ' or '\t'))
        {
            dash = at;
            item = OwnerAt(at, isItem: true).Add(null, _line, at);
            at++;
            at += Indentation(line.AsSpan(at));
        }

        if (at < line.Length)
        {
            TakeEntry(line, at, item, dash);
        }
        else if (at > dash + 1)
        {
            EndAt(CaretPlace.Line, item!, at, "", at);
        }
    }

    /// <summary>Whether the line belongs to something that began before it. Less indentation always ends that.</summary>
    bool GoesOn(string line, int indent, bool isBlank)
    {
        if (_textBase >= 0)
        {
            if (indent > _textBase)
            {
                return true;
            }

            _textBase = -1;
        }

        if (_quote != '\0')
        {
            if (indent > _quoteBase)
            {
                var closed = ClosingQuote(line, 0, _quote);
                _quote = closed < 0 ? _quote : '\0';
                return true;
            }

            _quote = '\0';
        }

        if (_frames.Count == 0)
        {
            return false;
        }

        if (indent > _framesBase || !isBlank && line[indent] is ']' or '}')
        {
            TakeFlow(line, 0);
            return true;
        }

        _frames.Clear();
        return false;
    }

    void TakeEntry(string line, int at, Limb? item, int dash)
    {
        if (KeyAt(line, at) is { } found)
        {
            var limb = OwnerAt(at, isItem: false).Add(found.Key, _line, at, found.Length);
            TakeValue(limb, line, found.After, at, at);
            return;
        }

        var owner = item ?? OwnerAt(at, isItem: false);
        if (line[at] is '{' or '[' or '"' or '\'' or '|' or '>' || item is not null)
        {
            TakeValue(owner, line, at, item is null ? Math.Max(0, owner.Column) : dash, at);
        }
        else if (owner is { Text: null, Below.Count: 0, Parent: not null })
        {
            owner.Says(Plain(line, at), _line, at, Plain(line, at).Length);
        }

        if (IsLast && line[at] is not ('{' or '[' or '"' or '\'' or '|' or '>') && !HasComment(line, at))
        {
            EndAt(CaretPlace.Line, owner, at, line[at..], at);
        }
    }

    /// <param name="limb">Whose value it is.</param>
    /// <param name="line">The line that it stands on.</param>
    /// <param name="at">From where to look.</param>
    /// <param name="indent">Of what the value belongs to: more indented lines may be a part of it.</param>
    /// <param name="content">Where the line's content begins.</param>
    void TakeValue(Limb limb, string line, int at, int indent, int content)
    {
        at += Indentation(line.AsSpan(at));
        if (at == line.Length)
        {
            EndAt(CaretPlace.Value, limb, at, "", content);
            return;
        }

        switch (line[at])
        {
            case '#':
                break;
            case '|' or '>':
                _textBase = indent;
                break;
            case '"' or '\'':
                var closing = ClosingQuote(line, at + 1, line[at]);
                if (closing < 0)
                {
                    (_quote, _quoteBase) = (line[at], indent);
                    limb.Says(line[(at + 1)..], _line, at, line.Length - at);
                }
                else
                {
                    limb.Says(line[(at + 1)..closing], _line, at, closing + 1 - at);
                }

                break;
            case '{' or '[':
                _framesBase = indent;
                Open(limb, line[at] == '{');
                TakeFlow(line, at + 1);
                break;
            default:
                var text = Plain(line, at);
                limb.Says(text, _line, at, text.Length);
                if (!HasComment(line, at))
                {
                    EndAt(CaretPlace.Value, limb, at, line[at..], content);
                }

                break;
        }
    }

    /// <summary>To what a key or an item at this column belongs.</summary>
    Limb OwnerAt(int column, bool isItem)
    {
        while (_levels.Count > 0 && (_levels[^1].Indent > column || _levels[^1].Indent == column && _levels[^1].IsList && !isItem))
        {
            _levels.RemoveAt(_levels.Count - 1);
        }

        if (_levels is [.., { } top])
        {
            if (top.Indent == column && top.IsList == isItem || _levels.Count == MostLevels)
            {
                return top.Owner;
            }

            var owner = top.Owner.Below.Count > 0 ? top.Owner.Below[^1] : top.Owner;
            _levels.Add(new Level(column, isItem, owner));
            return owner;
        }

        _levels.Add(new Level(column, isItem, Root));
        return Root;
    }

    void EndAt(CaretPlace place, Limb owner, int column, string typed, int indent, bool nested = false)
    {
        if (IsLast)
        {
            End = new Caret(place, owner, column, typed, indent, nested);
        }
    }

    static (string Key, int Length, int After)? KeyAt(string line, int at)
    {
        if (line[at] is '"' or '\'')
        {
            var closing = ClosingQuote(line, at + 1, line[at]);
            return closing > 0 && IsColon(line, closing + 1) ? (line[(at + 1)..closing], closing + 1 - at, closing + 2) : null;
        }

        if (line[at] is '{' or '[')
        {
            return null;
        }

        for (var index = at; index < line.Length; index++)
        {
            if (index > at && IsColon(line, index))
            {
                return (line[at..index].TrimEnd(), index - at, index + 1);
            }

            if (index > at && IsComment(line, index))
            {
                break;
            }
        }

        return null;
    }

    static bool IsColon(string line, int at) => at < line.Length && line[at] == ':' && (at + 1 == line.Length || line[at + 1] is ' ' or '\t');

    static bool IsComment(string line, int at) => line[at] == '#' && (at == 0 || line[at - 1] is ' ' or '\t');

    static bool HasComment(string line, int from)
    {
        for (var index = from; index < line.Length; index++)
        {
            if (IsComment(line, index))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A text without quotes, up to a comment.</summary>
    static string Plain(string line, int at)
    {
        var end = at;
        while (end < line.Length && !IsComment(line, end))
        {
            end++;
        }

        return line[at..end].TrimEnd();
    }

    static int ClosingQuote(string line, int from, char quote)
    {
        for (var index = from; index < line.Length; index++)
        {
            if (quote == '"' && line[index] == '\\')
            {
                index++;
            }
            else if (line[index] == quote)
            {
                if (quote == '\'' && index + 1 < line.Length && line[index + 1] == '\'')
                {
                    index++;
                }
                else
                {
                    return index;
                }
            }
        }

        return -1;
    }

    static int Indentation(ReadOnlySpan<char> line) => line.IndexOfAnyExcept(' ', '\t') is var at and >= 0 ? at : line.Length;

    sealed record Level(int Indent, bool IsList, Limb Owner);
}
