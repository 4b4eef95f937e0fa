using System.CommandLine;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary><c>tabletop graph PATH</c>: draws the adversary and the phases.</summary>
static class Graph
{
    const string Mermaid = "mermaid";
    const string Dot = "dot";
    const string Svg = "svg";
    const string Navigator = "navigator";

    internal static Command Create()
    {
        var path = new Argument<string>("path") { Description = ScenarioOnDisk.PathHelp };
        var format = new Option<string>("--format") { Description = "What to draw it as; navigator is a layer of the ATT&CK Navigator.", DefaultValueFactory = _ => Mermaid };
        format.AcceptOnlyFromAmong(Mermaid, Dot, Svg, Navigator);
        var file = new Option<string?>("--out") { Description = "The file to write; without it the graph goes to the output." };
        var command = new Command("graph", "Draws the attacker's states and steps, by phases.") { path, format, file };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return ScenarioOnDisk.Load(parsed.GetRequiredValue(path), error, out var code) is { } loaded
                ? Destination.Write(Draw(loaded.Scenario, parsed.GetRequiredValue(format)), parsed.GetValue(file), output, error)
                : code;
        });
        return command;
    }

    static string Draw(Engine.Scenario scenario, string format) => format switch
    {
        Navigator => NavigatorLayer.Draw(scenario),
        Dot => DotGraph.Draw(AttackGraph.Of(scenario)),
        Svg => SvgGraph.Draw(AttackGraph.Of(scenario)),
        _ => MermaidGraph.Draw(AttackGraph.Of(scenario)),
    };
}
