using System.CommandLine;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary><c>tabletop schema</c>: the JSON Schema with which editors complete and check scenario files.</summary>
static class Schema
{
    const string Playthrough = "playthrough";

    internal static Command Create()
    {
        var of = new Argument<string>("file")
        {
            Description = "scenario: scenario.yaml; playthrough: history.yaml and playthroughs/*.yaml.",
            DefaultValueFactory = _ => "scenario",
        };
        of.AcceptOnlyFromAmong("scenario", Playthrough);
        var file = new Option<string?>("--out") { Description = "The file to write; without it the schema goes to the output." };
        var command = new Command(
            "schema",
            "Writes the JSON Schema of a scenario's files. An editor uses it for a file that begins with the line "
            + "'# yaml-language-server: $schema=…' and the schema's path.")
        {
            of, file,
        };
        command.SetAction(parsed => Destination.Write(
            parsed.GetRequiredValue(of) == Playthrough ? ScenarioSchema.OfPlaythrough() : ScenarioSchema.OfScenario(),
            parsed.GetValue(file),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }
}
