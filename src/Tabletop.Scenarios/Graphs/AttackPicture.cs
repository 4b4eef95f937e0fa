using System.Collections.Immutable;
using System.Globalization;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <param name="Spec">The phase as the scenario has it.</param>
/// <param name="Title">With its times.</param>
/// <param name="Top">In pixels; its title stands at its upper edge.</param>
public sealed record PhaseBand(Engine.PhaseSpec Spec, string Title, double Top, double Height);

/// <param name="Path">In the path language of SVG.</param>
/// <param name="Says">From where to where, when and why.</param>
public sealed record DrawnMove(Move Move, string Path, string Says);

/// <param name="X">Left edge in pixels.</param>
/// <param name="Y">Upper edge in pixels.</param>
public sealed record DrawnState(StateNode State, StateCard Card, double X, double Y)
{
    /// <summary>Where its lines of text stand.</summary>
    public IEnumerable<(double X, double Y, CardLine Line)> Lines
    {
        get
        {
            var baseline = Y + StateCard.Padding - 5;
            foreach (var line in Card.Lines)
            {
                baseline += line.Style.Leading;
                yield return (X + StateCard.Padding, baseline, line);
            }
        }
    }
}

/// <summary>Where everything of an attack graph stands: states as cards in the order in which they can be reached, phases as bands behind them.</summary>
public sealed class AttackPicture
{
    /// <summary>Left of everything, in pixels.</summary>
    public const double Margin = 28;

    const double LayerGap = 46;
    const double BandHead = 40;
    const double Rail = 14;

    /// <summary>Refusals that lead from more states than this to one would cover the picture; the cards name them instead.</summary>
    const int MostRefusals = 3;

    readonly AttackGraph _graph;
    readonly PictureWords _words;
    readonly Dictionary<string, int> _indices;
    readonly ImmutableArray<Move> _drawn;
    readonly ImmutableArray<StateCard> _cards;
    readonly int[] _layers;
    readonly double[] _tops;
    readonly double[] _heights;
    readonly ImmutableArray<PhaseBand>.Builder _bands = ImmutableArray.CreateBuilder<PhaseBand>();
    readonly ImmutableArray<DrawnMove>.Builder _moves = ImmutableArray.CreateBuilder<DrawnMove>();

    AttackPicture(AttackGraph graph, double top, PictureWords words)
    {
        (_graph, _words) = (graph, words);
        _indices = graph.States.Select((state, index) => (state.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        _drawn = DrawnMoves(graph);
        var ways = _drawn.Select(move => (move.From, move.To, move.Refused)).ToHashSet();
        _cards = [.. graph.States.Select(state => StateCard.Of(state, TitleOf, (to, refused) => ways.Contains((state.Id, to, refused)), words))];
        _layers = Layers();
        _tops = new double[_layers.DefaultIfEmpty(-1).Max() + 1];
        _heights = new double[_tops.Length];
        Height = Place(top);
        Width = Draw();
    }

    public string Title => _graph.Title;

    public double Width { get; }

    public double Height { get; }

    public ImmutableArray<PhaseBand> Bands => _bands.ToImmutable();

    public ImmutableArray<DrawnMove> Moves => _moves.ToImmutable();

    public ImmutableArray<DrawnState> States { get; private set; } = [];

    /// <param name="top">Room for a heading, in pixels.</param>
    public static AttackPicture Of(AttackGraph graph, PictureWords words, double top = 0) => new(graph, top, words);

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

    double Draw()
    {
        var forward = _drawn.Where(LeadsDown).ToList();
        var back = _drawn.Except(forward).ToList();
        var layout = LayeredLayout.Of(
            [.. _cards.Select((card, index) => new LayoutBox(StateCard.Width, card.Height, _layers[index]))],
            [.. forward.Select(move => (_indices[move.From], _indices[move.To]))]);
        var right = Margin + layout.Centres.Select(centre => centre + StateCard.Width / 2).Concat(layout.Bends.SelectMany(bends => bends)).DefaultIfEmpty(StateCard.Width).Max();
        var centres = layout.Centres.Select(centre => centre + Margin).ToList();
        foreach (var (move, bends) in forward.Zip(layout.Bends))
        {
            DrawMove(move, centres, bends);
        }

        foreach (var (move, index) in back.Select((move, index) => (move, index)))
        {
            DrawWayBack(move, centres, right + (index + 1) * Rail, 14 + index % 4 * 8);
        }

        States = [.. _cards.Select((card, index) => new DrawnState(_graph.States[index], card, centres[index] - StateCard.Width / 2, _tops[_layers[index]]))];
        return right + back.Count * Rail + Margin;
    }

    double Place(double y)
    {
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

            _bands.Add(new PhaseBand(spec, _words.Say($"{spec.Title}, {_words.Stamp(spec.Start)} to {_words.Stamp(spec.End)}"), top, y - top));
        }

        return y;
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

    void AddPath(Move move, string path)
    {
        var steps = string.Join("; ", move.Steps.Select(step => step.Title));
        _moves.Add(new DrawnMove(move, path, _words.Say(move.Refused
            ? (Phrase)$"{TitleOf(move.From)} → {TitleOf(move.To)}, when refused: {steps}"
            : (Phrase)$"{TitleOf(move.From)} → {TitleOf(move.To)}: {steps}")));
    }

    static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
