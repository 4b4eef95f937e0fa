using System.CommandLine;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary><c>tabletop new NAME</c>: a small scenario, with comments, to begin from.</summary>
static class New
{
    internal static System.CommandLine.Command Create()
    {
        var name = new Argument<string>("name") { Description = "The scenario's id: lower-case words and numbers joined by hyphens." };
        var folder = new Option<string?>("--out") { Description = "The folder to make; by default one called like the scenario." };
        var command = new System.CommandLine.Command(
            "new",
            "Makes a small scenario with comments, to begin from. Nothing that exists is written over.")
        {
            name, folder,
        };
        command.SetAction(parsed =>
        {
            var id = parsed.GetRequiredValue(name);
            return Make(id, parsed.GetValue(folder) ?? id, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        });
        return command;
    }

    static int Make(string id, string folder, TextWriter output, TextWriter error)
    {
        if (!Ids.IsId(id))
        {
            error.WriteLine($"'{id}' cannot be the id of a scenario. {Ids.Mend}");
            return ExitCode.Refused;
        }

        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            error.WriteLine($"'{folder}' is there already and not empty. Give another name, or another folder with --out.");
            return ExitCode.Refused;
        }

        var sources = Starter.In(Path.Combine(folder, ".."), id);
        return Destination.Try(
            () =>
            {
                foreach (var source in sources)
                {
                    Write(folder, source.Path, source.Text);
                }

                output.WriteLine($"Made {Path.Combine(folder, "scenario.yaml")}. Go on with: tabletop check {folder} --watch");
            },
            error);
    }

    static void Write(string folder, string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var stream = new FileStream(file, FileMode.CreateNew);
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    }
}
