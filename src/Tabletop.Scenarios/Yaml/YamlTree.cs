using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Tabletop.Scenarios;

/// <summary>
/// Turns the parser's events into nodes in one pass, bounded in size, depth and number. Anchors, aliases and tags are
/// refused: a few lines of them can stand for a billion values.
/// </summary>
sealed class YamlTree
{
    public const int MostNodes = 50_000;
    public const int MostDepth = 64;

    readonly string _file;
    readonly Report _report;
    readonly Stack<Open> _open = new();
    Node? _root;
    int _nodes;
    int _documents;

    YamlTree(string file, Report report)
    {
        _file = file;
        _report = report;
    }

    /// <summary>The file's one value, or null with the reason in the report.</summary>
    public static Node? Read(string file, string text, Report report)
    {
        if (!TextGuard.Accepts(file, text, report))
        {
            return null;
        }

        var tree = new YamlTree(file, report);
        return tree.Build(text);
    }

    Node? Build(string text)
    {
        var scanner = new Scanner(new StringReader(text));
        try
        {
            var parser = new Parser(scanner);
            while (parser.MoveNext())
            {
                if (!Take(parser.Current!))
                {
                    return null;
                }
            }
        }
        catch (Exception fault)
        {
            // Not only YamlException: inside brackets the scanner gives up with others as well.
            _report.Add(SyntaxFault.Explain(fault, scanner.CurrentPosition, _file, text));
            return null;
        }

        if (_root is null or ScalarNode { IsNull: true })
        {
            _report.Add(DiagnosticCodes.EmptyFile, Place.StartOf(_file), "the file is empty", "Write at least 'format: 2', an id and a title.");
            return null;
        }

        return _root;
    }

    /// <summary>False when the rest of the file is not worth reading.</summary>
    bool Take(ParsingEvent parsed)
    {
        switch (parsed)
        {
            case DocumentStart when ++_documents > 1:
                _report.Add(DiagnosticCodes.SeveralDocuments, PlaceOf(parsed), "a second YAML document begins here",
                    "Keep one document in a file: take out the line '---'.");
                return false;
            case AnchorAlias:
                _report.Add(DiagnosticCodes.AnchorOrAlias, PlaceOf(parsed), "aliases are not allowed", "Write the value out.");
                return Close(new BrokenNode(PlaceOf(parsed)));
            case Scalar scalar:
                return Allowed(scalar) && Close(new ScalarNode(scalar.Value, scalar.Style == ScalarStyle.Plain, PlaceOf(scalar)));
            case MappingStart start:
                return Allowed(start) && Begin(new Open(PlaceOf(start), IsMap: true));
            case SequenceStart start:
                return Allowed(start) && Begin(new Open(PlaceOf(start), IsMap: false));
            case MappingEnd or SequenceEnd:
                return Close(_open.Pop().ToNode());
            default:
                return true;
        }
    }

    bool Allowed(NodeEvent node)
    {
        if (++_nodes > MostNodes)
        {
            _report.Add(DiagnosticCodes.TooManyNodes, PlaceOf(node), $"more than {MostNodes} values in one file",
                "A scenario this large cannot be played: split it into several.");
            return false;
        }

        if (!node.Anchor.IsEmpty)
        {
            _report.Add(DiagnosticCodes.AnchorOrAlias, PlaceOf(node), $"anchors are not allowed, here '&{node.Anchor.Value}'",
                "Take the anchor out and write the value wherever it is needed.");
        }

        if (!node.Tag.IsEmpty)
        {
            _report.Add(DiagnosticCodes.Tag, PlaceOf(node), "tags are not allowed",
                "Take out the word that begins with '!', or put the whole text in quotes.");
        }

        return true;
    }

    bool Begin(Open open)
    {
        if (_open.Count >= MostDepth)
        {
            _report.Add(DiagnosticCodes.TooDeep, open.Place, $"nested more than {MostDepth} deep",
                "Split the condition, for instance with a flag that an effect sets.");
            return false;
        }

        _open.Push(open);
        return true;
    }

    bool Close(Node node)
    {
        if (_open.Count == 0)
        {
            _root = node;
        }
        else if (!_open.Peek().IsMap)
        {
            _open.Peek().Items.Add(node);
        }
        else
        {
            AddToMap(_open.Peek(), node);
        }

        return true;
    }

    void AddToMap(Open map, Node node)
    {
        if (!map.WaitsForValue)
        {
            map.WaitsForValue = true;
            map.Key = node as ScalarNode;
            if (node is not (ScalarNode or BrokenNode))
            {
                _report.Add(DiagnosticCodes.KeyNotText, node.Place, "a key must be a word, not a list or mapping",
                    "Put the text in quotes if it begins with '[', '{' or '?'.");
            }

            return;
        }

        map.WaitsForValue = false;
        if (map.Key is not { } key)
        {
            return;
        }

        if (map.Lines.TryAdd(key.Value, key.Place.Line))
        {
            map.Entries.Add(new MapEntry(key, node));
            return;
        }

        _report.Add(DiagnosticCodes.DuplicateKey, key.Place, $"the key '{key.Value}' is already used in line {map.Lines[key.Value]}",
            "Rename one of the two, or take it out.");
    }

    Place PlaceOf(ParsingEvent parsed) => SyntaxFault.PlaceOf(_file, parsed.Start, parsed.End);

    /// <summary>A mapping or list whose end has not come yet.</summary>
    sealed record Open(Place Place, bool IsMap)
    {
        public List<Node> Items { get; } = [];
        public List<MapEntry> Entries { get; } = [];
        public Dictionary<string, int> Lines { get; } = new(StringComparer.Ordinal);
        public bool WaitsForValue { get; set; }
        public ScalarNode? Key { get; set; }

        public Node ToNode() => IsMap
            ? new MapNode([.. Entries], Place)
            : new ListNode([.. Items], Place);
    }
}
