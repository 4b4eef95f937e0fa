using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Tabletop.Cli;

/// <summary>A picture that stands alone: states as cards in the order in which they can be reached, phases as bands behind them.</summary>
sealed class SvgGraph
{
    const double Margin = 28;
    const double LayerGap = 46;
    const double BandHead = 40;
    const double Rail = 14;

    /// <summary>Refusals that lead from more states than this to one would cover the picture; the cards name them instead.</summary>
    const int MostRefusals = 3;

    const string Style = """
        text { font-family: system-ui, "Segoe UI", Helvetica, Arial, "DejaVu Sans", sans-serif; fill: #1b1b1b; }
        .heading { font-size: 20px; font-weight: 600; } .phase { font-size: 13px; font-weight: 600; fill: #444; paint-order: stroke; stroke: #fff; stroke-width: 5px; }
        .title { font-size: 14px; font-weight: 600; } .when { font-size: 11px; font-weight: 600; fill: #1f4e79; }
        .text { font-size: 12px; } .refused { font-size: 11px; fill: #9c1c13; } .small { font-size: 11px; fill: #444; }
        .card { fill: #fff; stroke: #6b6b6b; } .initial { stroke-width: 2.5; stroke: #1f4e79; } .final { stroke-dasharray: none; stroke-width: 2.5; }
        .move { fill: none; stroke: #1f4e79; stroke-width: 1.6; } .back { stroke: #b3261e; stroke-dasharray: 5 4; }
        """;

    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    readonly AttackGraph _graph;
    readonly Dictionary<string, int> _indices;
    readonly ImmutableArray<Move> _drawn;
    readonly ImmutableArray<StateCard> _cards;
    readonly int[] _layers;
    readonly double[] _tops;
    readonly double[] _heights;
    readonly List<XElement> _parts = [];
    readonly List<XElement> _phases = [];
    double _width;
    double _height;

    SvgGraph(AttackGraph graph)
    {
        _graph = graph;
        _indices = graph.States.Select((state, index) => (state.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        _drawn = DrawnMoves(graph);
        var ways = _drawn.Select(move => (move.From, move.To, move.Refused)).ToHashSet();
        _cards = [.. graph.States.Select(state => StateCard.Of(state, TitleOf, (to, refused) => ways.Contains((state.Id, to, refused))))];
        _layers = Layers();
        _tops = new double[_layers.DefaultIfEmpty(-1).Max() + 1];
        _heights = new double[_tops.Length];
    }

    internal static string Draw(AttackGraph graph) => new SvgGraph(graph).Draw();

    string TitleOf(string id) => _graph.States[_indices[id]].Title;

    static ImmutableArray<Move> DrawnMoves(AttackGraph graph)
    {
        var crowded = graph.Moves.Where(move => move.Refused).GroupBy(move => move.To).Where(group => group.Count() > MostRefusals).Select(group => group.Key).ToHashSet();
        return [.. graph.Moves.Where(move => move.From != move.To && !(move.Refused && crowded.Contains(move.To)))];
    }

    bool LeadsDown(Move move) => _layers[_indices[move.From]] < _layers[_indices[move.To]];

    /// <summary>Each state below those that lead to it, and below all of the phase before.</summary>
    int[] Layers()
    {
        var layers = new int[_graph.States.Length];
        var (floor, deepest, phase) = (0, -1, -1);
        for (var index = 0; index < layers.Length; index++)
        {
            var state = _graph.States[index];
            if (state.Phase != phase)
            {
                (floor, phase) = (deepest + 1, state.Phase);
            }

            var before = _graph.Moves.Where(move => move.To == state.Id && _indices[move.From] < index).ToList();
            var drawn = before.Where(_drawn.Contains).Select(move => layers[_indices[move.From]] + 1);

            // Of the ways that are only named, the first is enough: a state that all fall back to need not stand below all.
            var named = before.Except(_drawn).Select(move => layers[_indices[move.From]] + 1).Order().Take(1);
            layers[index] = drawn.Concat(named).Append(floor).Max();
            deepest = Math.Max(deepest, layers[index]);
        }

        return layers;
    }

    string Draw()
    {
        var forward = _drawn.Where(LeadsDown).ToList();
        var back = _drawn.Except(forward).ToList();
        var layout = LayeredLayout.Of(
            [.. _cards.Select((card, index) => new LayoutBox(StateCard.Width, card.Height, _layers[index]))],
            [.. forward.Select(move => (_indices[move.From], _indices[move.To]))]);
        var right = Margin + layout.Centres.Select(centre => centre + StateCard.Width / 2).Concat(layout.Bends.SelectMany(bends => bends)).DefaultIfEmpty(StateCard.Width).Max();
        _width = Math.Max(right + back.Count * Rail + Margin, 780);
        DrawBands();

        var centres = layout.Centres.Select(centre => centre + Margin).ToList();
        foreach (var (move, bends) in forward.Zip(layout.Bends))
        {
            DrawMove(move, centres, bends);
        }

        foreach (var (move, index) in back.Select((move, index) => (move, index)))
        {
            DrawWayBack(move, centres, right + (index + 1) * Rail, 14 + index % 4 * 8);
        }

        _parts.AddRange(_phases);
        for (var index = 0; index < _cards.Length; index++)
        {
            DrawCard(_graph.States[index], _cards[index], centres[index] - StateCard.Width / 2, _tops[_layers[index]]);
        }

        return Document();
    }

    string Document()
    {
        var svg = new XElement(Svg + "svg",
            new XAttribute("width", Number(_width)), new XAttribute("height", Number(_height)),
            new XAttribute("viewBox", $"0 0 {Number(_width)} {Number(_height)}"), new XAttribute("role", "img"), new XAttribute("aria-labelledby", "heading"),
            new XElement(Svg + "title", new XAttribute("id", "heading"), Printable($"The adversary of {_graph.Title}")),
            new XElement(Svg + "style", Style),
            new XElement(Svg + "defs", ArrowHead("arrow", "#1f4e79"), ArrowHead("arrow-back", "#b3261e")),
            new XElement(Svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", "#fff")),
            Text("heading", Margin, 34, $"The adversary of {_graph.Title}"),
            Text("small", Margin, 54, "Solid lines: the step has its way. Dashed lines: where the attacker turns when it is refused. Times are the earliest, UTC."),
            _parts);
        return svg.ToString().ReplaceLineEndings("\n") + "\n";
    }

    void DrawBands()
    {
        var y = 72.0;
        for (var phase = 0; phase < _graph.Phases.Count; phase++)
        {
            var spec = _graph.Phases[phase];
            var top = y;
            y += BandHead;
            foreach (var layer in Enumerable.Range(0, _tops.Length).Where(layer => _graph.States.Zip(_layers).Any(pair => pair.First.Phase == phase && pair.Second == layer)))
            {
                _tops[layer] = y;
                _heights[layer] = _cards.Zip(_layers).Where(pair => pair.Second == layer).Max(pair => pair.First.Height);
                y += _heights[layer] + LayerGap;
            }

            _parts.Add(new XElement(Svg + "rect", new XAttribute("y", Number(top)), new XAttribute("width", "100%"), new XAttribute("height", Number(y - top)),
                new XAttribute("fill", phase % 2 == 0 ? "#f3f1ea" : "#fafaf7")));
            _phases.Add(Text("phase", Margin, top + 22, $"{spec.Title}, {StepWords.Stamp(spec.Start)} to {StepWords.Stamp(spec.End)}"));
        }

        _height = y;
    }

    void DrawMove(Move move, List<double> centres, ImmutableArray<double> bends)
    {
        var (from, to) = (_indices[move.From], _indices[move.To]);
        var (x, y) = (PortOf(move, centres, leaving: true), _tops[_layers[from]] + _cards[from].Height);
        var path = $"M{Number(x)} {Number(y)}";

        // First past its taller neighbours, which it could run into on a slope.
        y = _tops[_layers[from]] + _heights[_layers[from]];
        path += $"V{Number(y)}";
        foreach (var (bend, step) in bends.Select((bend, step) => (bend + Margin, step + 1)))
        {
            var layer = _layers[from] + step;
            path += Curve(ref x, ref y, bend, _tops[layer]);
            y = _tops[layer] + _heights[layer];
            path += $"V{Number(y)}";
        }

        path += Curve(ref x, ref y, PortOf(move, centres, leaving: false), _tops[_layers[to]] - 2);
        AddPath(move, path);
    }

    static string Curve(ref double x, ref double y, double toX, double toY)
    {
        // Leaves and arrives upright, and is straight where nothing forces it to be curved.
        var middle = (y + toY) / 2;
        var path = Math.Abs(x - toX) < 1 ? $"L{Number(toX)} {Number(toY)}" : $"C{Number(x)} {Number(middle)} {Number(toX)} {Number(middle)} {Number(toX)} {Number(toY)}";
        (x, y) = (toX, toY);
        return path;
    }

    /// <summary>Down into the gap below the card, to a rail of its own at the right, up, and through the gap above the target.</summary>
    void DrawWayBack(Move move, List<double> centres, double rail, double port)
    {
        const double Round = 8;
        var (from, to) = (_indices[move.From], _indices[move.To]);
        var (x, y) = (centres[from] + StateCard.Width / 2 - port, _tops[_layers[from]] + _cards[from].Height);
        var (toX, toY) = (centres[to] + StateCard.Width / 2 - port, _tops[_layers[to]] - 2);
        var (low, high) = (y + 9 + port / 2, toY - 9 - port / 3);
        AddPath(move,
            $"M{Number(x)} {Number(y)}V{Number(low - Round)}Q{Number(x)} {Number(low)} {Number(x + Round)} {Number(low)}"
            + $"H{Number(rail - Round)}Q{Number(rail)} {Number(low)} {Number(rail)} {Number(low - Round)}V{Number(high + Round)}"
            + $"Q{Number(rail)} {Number(high)} {Number(rail - Round)} {Number(high)}H{Number(toX + Round)}Q{Number(toX)} {Number(high)} {Number(toX)} {Number(high + Round)}V{Number(toY)}");
    }

    /// <summary>Where a line meets its card: the lines of one side stand in the order of where they lead.</summary>
    double PortOf(Move move, List<double> centres, bool leaving)
    {
        var card = _indices[leaving ? move.From : move.To];
        var lines = _drawn.Where(other => LeadsDown(other) && (leaving ? other.From == move.From : other.To == move.To))
            .OrderBy(other => centres[_indices[leaving ? other.To : other.From]]).ToList();
        return centres[card] + (lines.IndexOf(move) - (lines.Count - 1) / 2.0) * Math.Min(40, (StateCard.Width - 60) / lines.Count);
    }

    void AddPath(Move move, string path) => _parts.Add(new XElement(Svg + "path",
        new XAttribute("class", move.Refused ? "move back" : "move"), new XAttribute("d", path),
        new XAttribute("marker-end", move.Refused ? "url(#arrow-back)" : "url(#arrow)"),
        new XElement(Svg + "title", Printable($"{TitleOf(move.From)} → {TitleOf(move.To)}{(move.Refused ? ", when refused" : "")}: {string.Join("; ", move.Steps.Select(step => step.Title))}"))));

    void DrawCard(StateNode state, StateCard card, double x, double y)
    {
        var border = state.IsInitial ? "card initial" : state.Spec.Steps.IsEmpty ? "card final" : "card";
        var group = new XElement(Svg + "g", new XAttribute("id", $"state-{state.Id}"),
            new XElement(Svg + "rect", new XAttribute("class", border), new XAttribute("x", Number(x)), new XAttribute("y", Number(y)),
                new XAttribute("width", Number(StateCard.Width)), new XAttribute("height", Number(card.Height)), new XAttribute("rx", "8")));
        var baseline = y + StateCard.Padding - 5;
        foreach (var line in card.Lines)
        {
            baseline += line.Style.Leading;
            var text = Text(line.Style.Class, x + StateCard.Padding, baseline, line.Text);
            if (line.Hint.Length > 0)
            {
                text.Add(new XElement(Svg + "title", Printable(line.Hint)));
            }

            group.Add(text);
        }

        _parts.Add(group);
    }

    static XElement ArrowHead(string id, string colour) => new(Svg + "marker",
        new XAttribute("id", id), new XAttribute("viewBox", "0 0 10 10"), new XAttribute("refX", "9"), new XAttribute("refY", "5"),
        new XAttribute("markerWidth", "7"), new XAttribute("markerHeight", "7"), new XAttribute("orient", "auto-start-reverse"),
        new XElement(Svg + "path", new XAttribute("d", "M0 0L10 5L0 10z"), new XAttribute("fill", colour)));

    static XElement Text(string kind, double x, double y, string text) =>
        new(Svg + "text", new XAttribute("class", kind), new XAttribute("x", Number(x)), new XAttribute("y", Number(y)), Printable(text));

    /// <summary>YAML can write characters that XML has no way to hold.</summary>
    static string Printable(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));

    static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
