using System.Globalization;
using System.Text;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary>A Mermaid flowchart: paste it into Markdown between <c>```mermaid</c> and <c>```</c>.</summary>
static class MermaidGraph
{
    internal static string Draw(AttackGraph graph)
    {
        var text = new StringBuilder();
        text.Append("---\ntitle: ").Append(YamlText(graph.Title)).Append("\n---\nflowchart TB\n");
        foreach (var phase in graph.States.GroupBy(state => state.Phase).OrderBy(group => group.Key))
        {
            var spec = graph.Phases[phase.Key];
            text.Append(CultureInfo.InvariantCulture, $"  subgraph {NameOf("phase", spec.Id)}[\"{Escape($"{spec.Title}, {StepWords.Stamp(spec.Start)} to {StepWords.Stamp(spec.End)}")}\"]\n");
            foreach (var state in phase)
            {
                var (open, close) = state.IsInitial ? ("([", "])") : state.Spec.Steps.IsEmpty ? ("[[", "]]") : ("[", "]");
                text.Append(CultureInfo.InvariantCulture, $"    {NameOf("state", state.Id)}{open}\"{Escape(state.Title)}\"{close}\n");
            }

            text.Append("  end\n");
        }

        foreach (var move in graph.Moves)
        {
            var arrow = move.Refused ? "-.->" : "-->";
            text.Append(CultureInfo.InvariantCulture, $"  {NameOf("state", move.From)} {arrow}|\"{Label(move)}\"| {NameOf("state", move.To)}\n");
        }

        return text.ToString();
    }

    static string Label(Move move) => string.Join("<br/>", move.Labels.Select(Escape));

    /// <summary>Words such as <c>end</c> or a leading <c>o</c> mean something to Mermaid, and hyphens may; a prefix and underscores don't.</summary>
    static string NameOf(string kind, string id) => $"{kind}_{id.Replace('-', '_')}";

    /// <summary>
    /// Mermaid reads labels as Markdown in HTML: everything that either could take for its own is written as a number.
    /// </summary>
    internal static string Escape(string label)
    {
        var text = new StringBuilder(label.Length);
        foreach (var letter in label.ReplaceLineEndings(" "))
        {
            if (letter is '"' or '#' or '&' or '<' or '>' or '`' or '*' or '_' or '\\' or ';' or '|' or '~' or '$' or '%' or '[' or ']' or '{' or '}')
            {
                text.Append(CultureInfo.InvariantCulture, $"#{(int)letter};");
            }
            else
            {
                text.Append(letter);
            }
        }

        return NoList(text.ToString());
    }

    /// <summary>A label that begins like an item of a list, "1. " or "- ", is refused by Mermaid as "Unsupported markdown".</summary>
    static string NoList(string label)
    {
        var at = label.Length - label.AsSpan().TrimStart("0123456789").Length;
        var begins = at < label.Length && (at > 0 ? label[at] is '.' or ')' : label[at] is '-' or '+');
        return begins ? string.Create(CultureInfo.InvariantCulture, $"{label[..at]}#{(int)label[at]};{label[(at + 1)..]}") : label;
    }

    static string YamlText(string title) => "'" + title.ReplaceLineEndings(" ").Replace("'", "''", StringComparison.Ordinal) + "'";
}
