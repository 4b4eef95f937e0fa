using System.Collections.Immutable;

namespace Tabletop.Scenarios;

/// <summary>A box to be placed: its size in pixels and the layer that it stands in, 0 at the top.</summary>
readonly record struct LayoutBox(double Width, double Height, int Layer);

/// <summary>Where the boxes came to stand.</summary>
/// <param name="Centres">Horizontal centre of each box.</param>
/// <param name="Bends">For each edge, where it crosses each layer between its ends.</param>
sealed record LayoutResult(ImmutableArray<double> Centres, ImmutableArray<ImmutableArray<double>> Bends);

/// <summary>
/// Places boxes of known layers side by side so that few lines cross and most run straight down: the last two steps of
/// Sugiyama's method. Long edges are held by a narrow stand-in in every layer that they pass.
/// </summary>
sealed class LayeredLayout
{
    const int Sweeps = 24;
    const double Gap = 28;
    const double LineWidth = 10;

    readonly List<Spot> _spots = [];
    readonly List<List<Spot>> _layers = [];

    sealed class Spot(double width)
    {
        public double Width { get; } = width;
        public double Centre { get; set; }
        public bool IsLine { get; init; }
        public List<Spot> Above { get; } = [];
        public List<Spot> Below { get; } = [];
        public int Order { get; set; }
    }

    /// <param name="boxes">In the order in which they should stand where nothing else matters.</param>
    /// <param name="edges">Indices of boxes; each leads to a lower layer.</param>
    internal static LayoutResult Of(ImmutableArray<LayoutBox> boxes, ImmutableArray<(int From, int To)> edges)
    {
        var layout = new LayeredLayout();
        var placed = boxes.Select(box => layout.Add(new Spot(box.Width), box.Layer)).ToList();
        var chains = edges.Select(edge => layout.Connect(placed[edge.From], boxes[edge.From].Layer, placed[edge.To], boxes[edge.To].Layer)).ToList();
        layout.Untangle();
        layout.Straighten();
        var left = layout._spots.Count == 0 ? 0 : layout._spots.Min(spot => spot.Centre - spot.Width / 2);
        return new(
            [.. placed.Select(spot => spot.Centre - left)],
            [.. chains.Select(chain => chain.Select(spot => spot.Centre - left).ToImmutableArray())]);
    }

    Spot Add(Spot spot, int layer)
    {
        while (_layers.Count <= layer)
        {
            _layers.Add([]);
        }

        spot.Order = _layers[layer].Count;
        _layers[layer].Add(spot);
        _spots.Add(spot);
        return spot;
    }

    List<Spot> Connect(Spot from, int fromLayer, Spot to, int toLayer)
    {
        var chain = new List<Spot>();
        var last = from;
        for (var layer = fromLayer + 1; layer < toLayer; layer++)
        {
            var line = Add(new Spot(LineWidth) { IsLine = true }, layer);
            Join(last, line);
            chain.Add(line);
            last = line;
        }

        Join(last, to);
        return chain;
    }

    static void Join(Spot above, Spot below)
    {
        above.Below.Add(below);
        below.Above.Add(above);
    }

    /// <summary>Sorts each layer by where its neighbours stand, down and up in turn, and keeps the order with the fewest crossings.</summary>
    void Untangle()
    {
        var best = Orders();
        var fewest = Crossings();
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            var down = sweep % 2 == 0;
            foreach (var layer in down ? _layers : Enumerable.Reverse(_layers))
            {
                var sorted = layer.OrderBy(spot => MeanOrder(down ? spot.Above : spot.Below) ?? spot.Order).ToList();
                Reorder(layer, sorted);
            }

            var crossings = Crossings();
            if (crossings < fewest)
            {
                (fewest, best) = (crossings, Orders());
            }
        }

        for (var layer = 0; layer < _layers.Count; layer++)
        {
            Reorder(_layers[layer], best[layer]);
        }
    }

    static double? MeanOrder(List<Spot> neighbours) => neighbours.Count == 0 ? null : neighbours.Average(spot => spot.Order);

    List<List<Spot>> Orders() => [.. _layers.Select(layer => layer.ToList())];

    static void Reorder(List<Spot> layer, List<Spot> sorted)
    {
        for (var index = 0; index < sorted.Count; index++)
        {
            sorted[index].Order = index;
            layer[index] = sorted[index];
        }
    }

    int Crossings()
    {
        var crossings = 0;
        foreach (var layer in _layers)
        {
            var lines = layer.SelectMany(from => from.Below.Select(to => (From: from.Order, To: to.Order))).ToList();
            for (var one = 0; one < lines.Count; one++)
            {
                for (var other = one + 1; other < lines.Count; other++)
                {
                    crossings += (lines[one].From - lines[other].From) * (lines[one].To - lines[other].To) < 0 ? 1 : 0;
                }
            }
        }

        return crossings;
    }

    /// <summary>
    /// Moves every spot to its neighbours above or below, as far as its own layer leaves room. The last sweep goes down, so
    /// that what follows stands right under what leads to it; the mean of both sides would turn every chain into a slope.
    /// </summary>
    void Straighten()
    {
        foreach (var layer in _layers)
        {
            Settle(layer, _ => (0, 1));
        }

        for (var sweep = 0; sweep <= Sweeps; sweep++)
        {
            var down = sweep % 2 == 0;
            foreach (var layer in down ? _layers : Enumerable.Reverse(_layers))
            {
                Settle(layer, spot => Wish(spot, down ? spot.Above : spot.Below));
            }
        }
    }

    /// <summary>Where a spot would like to stand, and how much it matters: lines that run between lines should be straight.</summary>
    static (double Centre, double Weight) Wish(Spot spot, List<Spot> neighbours)
    {
        if (neighbours.Count == 0)
        {
            return (spot.Centre, 0.1);
        }

        var weights = neighbours.Select(other => spot.IsLine && other.IsLine ? 8.0 : spot.IsLine || other.IsLine ? 2.0 : 1.0).ToList();
        var total = weights.Sum();
        return (neighbours.Zip(weights, (other, weight) => other.Centre * weight).Sum() / total, total);
    }

    /// <summary>
    /// The places nearest to the wished ones, by least squares, at which nothing overlaps: pool-adjacent-violators on the
    /// wishes less the room that the ones before need.
    /// </summary>
    static void Settle(List<Spot> layer, Func<Spot, (double Centre, double Weight)> wish)
    {
        var pools = new List<(double Place, double Weight, int Count)>();
        var offsets = new double[layer.Count];
        for (var index = 0; index < layer.Count; index++)
        {
            offsets[index] = index == 0 ? 0 : offsets[index - 1] + (layer[index - 1].Width + layer[index].Width) / 2 + Gap;
            var (centre, weight) = wish(layer[index]);
            pools.Add((centre - offsets[index], weight, 1));
            while (pools.Count > 1 && pools[^2].Place >= pools[^1].Place)
            {
                var (last, before) = (pools[^1], pools[^2]);
                var sum = last.Weight + before.Weight;
                pools.RemoveRange(pools.Count - 2, 2);
                pools.Add(((last.Place * last.Weight + before.Place * before.Weight) / sum, sum, last.Count + before.Count));
            }
        }

        var at = 0;
        foreach (var pool in pools)
        {
            for (var left = pool.Count; left > 0; left--, at++)
            {
                layer[at].Centre = pool.Place + offsets[at];
            }
        }
    }
}
