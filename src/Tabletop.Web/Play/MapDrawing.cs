using System.Globalization;

namespace Tabletop.Web.Play;

/// <summary>
/// Lengths of the map, in CSS pixels. On a wide screen the ways run between boxes; on a narrow one the systems stand
/// below each other and the ways are arcs beside them.
/// </summary>
public static class MapDrawing
{
    public const int BoxWidth = 152;
    public const int BoxHeight = 70;
    public const int LineHeight = 60;
    public const int ArcWidth = 76;
    const int Across = 44;
    const int Down = 14;
    const int Margin = 4;

    public static int X(MapNode node) => Margin + (node.Column * (BoxWidth + Across));

    // Columns with fewer systems stand in the middle.
    public static double Y(SystemMap map, MapNode node)
    {
        var (most, own) = (RowsOf(map), map.Nodes.Count(other => other.Column == node.Column));
        return Margin + ((node.Row + ((most - own) / 2.0)) * (BoxHeight + Down));
    }

    public static int Width(SystemMap map) => (2 * Margin) + ((map.Nodes.Select(node => node.Column).DefaultIfEmpty(0).Max() + 1) * (BoxWidth + Across)) - Across;

    public static int Height(SystemMap map) => (2 * Margin) + (RowsOf(map) * (BoxHeight + Down)) - Down;

    /// <summary>From a box's right side to the next one's left; between two boxes of one column around its right side.</summary>
    public static string Path(SystemMap map, MapWay way)
    {
        var (x1, y1, y2) = (X(way.From) + BoxWidth, Y(map, way.From) + (BoxHeight / 2.0), Y(map, way.To) + (BoxHeight / 2.0));
        var beside = way.From.Column == way.To.Column;
        var x2 = beside ? x1 : X(way.To);
        var bend = beside ? Across : (x2 - x1) / 2.0;
        var curve = beside
            ? $"M{N(x1)} {N(y1)}C{N(x1 + bend)} {N(y1)} {N(x2 + bend)} {N(y2)} {N(x2)} {N(y2)}"
            : $"M{N(x1)} {N(y1)}C{N(x1 + bend)} {N(y1)} {N(x2 - bend)} {N(y2)} {N(x2)} {N(y2)}";
        return curve + (way.Onward ? Tip(x2, y2, beside ? 1 : -1) : "") + (way.Back ? Tip(x1, y1, 1) : "");
    }

    /// <summary>An arc beside the lines of the systems: the further apart, the wider.</summary>
    public static string Arc(SystemMap map, MapWay way)
    {
        var (one, other) = (map.Nodes.IndexOf(way.From), map.Nodes.IndexOf(way.To));
        var (y1, y2) = ((one + 0.5) * LineHeight + 7, (other + 0.5) * LineHeight - 7);
        var longest = Math.Max(1, map.Ways.Max(item => map.Nodes.IndexOf(item.To) - map.Nodes.IndexOf(item.From)));
        var x = ArcWidth - 3.0;
        var bulge = (18 + ((ArcWidth - 26) * (other - one) / (double)longest)) * 4 / 3;
        return $"M{N(x)} {N(y1)}C{N(x - bulge)} {N(y1)} {N(x - bulge)} {N(y2)} {N(x)} {N(y2)}"
            + (way.Onward ? Tip(x, y2, -1) : "") + (way.Back ? Tip(x, y1, -1) : "");
    }

    public static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    static int RowsOf(SystemMap map) => map.Nodes.GroupBy(node => node.Column).Select(group => group.Count()).DefaultIfEmpty(0).Max();

    // An open arrowhead at a point; -1: it comes from the left.
    static string Tip(double x, double y, int side) => $"M{N(x + (side * 7))} {N(y - 4)}L{N(x)} {N(y)}L{N(x + (side * 7))} {N(y + 4)}";
}
