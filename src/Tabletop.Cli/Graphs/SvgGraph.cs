using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary>A picture that stands alone, with its own colours.</summary>
static class SvgGraph
{
    const double Head = 72;
    const double LeastWidth = 780;

    const string Style = """
        text { font-family: system-ui, "Segoe UI", Helvetica, Arial, "DejaVu Sans", sans-serif; fill: #1b1b1b; }
        .heading { font-size: 20px; font-weight: 600; } .phase { font-size: 13px; font-weight: 600; fill: #444; paint-order: stroke; stroke: #fff; stroke-width: 5px; }
        .title { font-size: 14px; font-weight: 600; } .when { font-size: 11px; font-weight: 600; fill: #1f4e79; }
        .text { font-size: 12px; } .refused { font-size: 11px; fill: #9c1c13; } .small { font-size: 11px; fill: #444; }
        .card { fill: #fff; stroke: #6b6b6b; } .initial { stroke-width: 2.5; stroke: #1f4e79; } .final { stroke-dasharray: none; stroke-width: 2.5; }
        .move { fill: none; stroke: #1f4e79; stroke-width: 1.6; } .back { stroke: #b3261e; stroke-dasharray: 5 4; }
        """;

    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    internal static string Draw(AttackGraph graph)
    {
        var picture = AttackPicture.Of(graph, PictureWords.OfTheFile, Head);
        var width = Math.Max(picture.Width, LeastWidth);
        var svg = new XElement(Svg + "svg",
            new XAttribute("width", Number(width)), new XAttribute("height", Number(picture.Height)),
            new XAttribute("viewBox", $"0 0 {Number(width)} {Number(picture.Height)}"), new XAttribute("role", "img"), new XAttribute("aria-labelledby", "heading"),
            new XElement(Svg + "title", new XAttribute("id", "heading"), Printable($"The adversary of {picture.Title}")),
            new XElement(Svg + "style", Style),
            new XElement(Svg + "defs", ArrowHead("arrow", "#1f4e79"), ArrowHead("arrow-back", "#b3261e")),
            new XElement(Svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", "#fff")),
            Text("heading", AttackPicture.Margin, 34, $"The adversary of {picture.Title}"),
            Text("small", AttackPicture.Margin, 54, "Solid lines: the step has its way. Dashed lines: where the attacker turns when it is refused. Times are the earliest, UTC."),
            picture.Bands.Select((band, index) => Band(band, index)),
            picture.Moves.Select(Path),
            picture.Bands.Select(band => Text("phase", AttackPicture.Margin, band.Top + 22, band.Title)),
            picture.States.Select(Card));
        return svg.ToString().ReplaceLineEndings("\n") + "\n";
    }

    static XElement Band(PhaseBand band, int index) => new(Svg + "rect",
        new XAttribute("y", Number(band.Top)), new XAttribute("width", "100%"), new XAttribute("height", Number(band.Height)),
        new XAttribute("fill", index % 2 == 0 ? "#f3f1ea" : "#fafaf7"));

    static XElement Path(DrawnMove drawn) => new(Svg + "path",
        new XAttribute("class", drawn.Move.Refused ? "move back" : "move"), new XAttribute("d", drawn.Path),
        new XAttribute("marker-end", drawn.Move.Refused ? "url(#arrow-back)" : "url(#arrow)"),
        new XElement(Svg + "title", Printable(drawn.Says)));

    static XElement Card(DrawnState drawn)
    {
        var border = drawn.State.IsInitial ? "card initial" : drawn.State.Spec.Steps.IsEmpty ? "card final" : "card";
        return new XElement(Svg + "g", new XAttribute("id", $"state-{drawn.State.Id}"),
            new XElement(Svg + "rect", new XAttribute("class", border), new XAttribute("x", Number(drawn.X)), new XAttribute("y", Number(drawn.Y)),
                new XAttribute("width", Number(StateCard.Width)), new XAttribute("height", Number(drawn.Card.Height)), new XAttribute("rx", "8")),
            drawn.Lines.Select(line =>
            {
                var text = Text(line.Line.Style.Class, line.X, line.Y, line.Line.Text);
                text.Add(line.Line.Hint.Length > 0 ? new XElement(Svg + "title", Printable(line.Line.Hint)) : null);
                return text;
            }));
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
