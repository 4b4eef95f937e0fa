using System.CommandLine;

namespace Tabletop.Cli;

/// <summary><c>tabletop export --msel PATH --out FILE</c>: the injects as a master scenario events list.</summary>
static class Export
{
    internal static Command Create()
    {
        var path = new Argument<string>("path") { Description = ScenarioOnDisk.PathHelp };
        var msel = new Option<bool>("--msel") { Description = "The master scenario events list: every inject with HSEEP's columns.", Arity = ArgumentArity.Zero };
        var file = new Option<string>("--out") { Description = "The workbook (.xlsx) to write.", Required = true };
        var command = new Command("export", "Writes a scenario's injects into a spreadsheet, to be read, changed there and imported again.") { path, msel, file };
        command.Validators.Add(given =>
        {
            if (!given.GetValue(msel))
            {
                given.AddError("Say what to export: --msel, the master scenario events list.");
            }
        });
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return ScenarioOnDisk.Load(parsed.GetRequiredValue(path), error, out var code) is { } loaded
                ? Write(loaded, parsed.GetRequiredValue(file), output, error)
                : code;
        });
        return command;
    }

    static int Write(ScenarioOnDisk loaded, string file, TextWriter output, TextWriter error)
    {
        var rows = MselRow.Of(loaded.Scenario);
        if (rows.FirstOrDefault(row => row.Cells.Any(cell => cell.Length > MselWriter.LongestCell)) is { } large)
        {
            error.WriteLine($"A text of the inject '{large.Inject}' is longer than the {MselWriter.LongestCell} letters that a cell can hold.");
            return ExitCode.Refused;
        }

        return Destination.Try(
            () =>
            {
                // Whole or not at all: the workbook of yesterday is not lost to a full disk.
                using var workbook = new MemoryStream();
                MselWriter.Write(workbook, loaded.Scenario, rows);
                Destination.Replace(file, workbook.ToArray());
                output.WriteLine($"{rows.Length} injects written to {file}. White cells may be changed; bring them back with: tabletop import --msel {file} {loaded.Folder}");
            },
            error);
    }
}
