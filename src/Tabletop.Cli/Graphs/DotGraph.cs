using System.Globalization;
using System.Text;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary>A graph in the DOT language, for Graphviz.</summary>
static class DotGraph
{
    internal static string Draw(AttackGraph graph)
    {
        var text = new StringBuilder();
        text.Append("digraph adversary {\n");
        text.Append(CultureInfo.InvariantCulture, $"  label={Quote(graph.Title)}; labelloc=t; rankdir=TB; fontname=\"sans-serif\"; newrank=true;\n");
        text.Append("  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\", fontsize=10];\n");
        foreach (var phase in graph.States.GroupBy(state => state.Phase).OrderBy(group => group.Key))
        {
            var spec = graph.Phases[phase.Key];
            text.Append(CultureInfo.InvariantCulture, $"  subgraph {Quote("cluster_" + spec.Id)} {{\n    label={Quote($"{spec.Title}, {StepWords.Stamp(spec.Start)} to {StepWords.Stamp(spec.End)}")};\n");
            foreach (var state in phase)
            {
                var shape = state.IsInitial ? ", penwidth=2" : state.Spec.Steps.IsEmpty ? ", peripheries=2" : "";
                text.Append(CultureInfo.InvariantCulture, $"    {Quote(state.Id)} [label={Quote(state.Title)}{shape}];\n");
            }

            text.Append("  }\n");
        }

        foreach (var move in graph.Moves)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Quote(move.From)} -> {Quote(move.To)} [label={Quote(string.Join('\n', move.Labels))}{(move.Refused ? ", style=dashed" : "")}];\n");
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>In DOT's quoted texts the quote and the backslash mean something, and a line end is written as one.</summary>
    internal static string Quote(string label) => "\""
        + label.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .ReplaceLineEndings("\\n")
        + "\"";
}
