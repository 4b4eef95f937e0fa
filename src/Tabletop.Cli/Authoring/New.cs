using System.CommandLine;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary><c>tabletop new NAME</c>: a small scenario, with comments, to begin from.</summary>
static class New
{
    const string ScenarioSchemaFile = "scenario.schema.json";
    const string PlaythroughSchemaFile = "playthrough.schema.json";

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

        // A library of scenarios has the schemas once; a scenario by itself brings its own.
        var library = Path.Combine(folder, "..");
        var shared = File.Exists(Path.Combine(library, ScenarioSchemaFile)) && File.Exists(Path.Combine(library, PlaythroughSchemaFile));
        var sources = Sources(id, shared ? "../" : "");
        return Destination.Try(
            () =>
            {
                foreach (var source in sources)
                {
                    Write(folder, source.Path, source.Text);
                }

                if (!shared)
                {
                    Write(folder, ScenarioSchemaFile, ScenarioSchema.OfScenario());
                    Write(folder, PlaythroughSchemaFile, ScenarioSchema.OfPlaythrough());
                }

                output.WriteLine($"Made {Path.Combine(folder, "scenario.yaml")}. Go on with: tabletop check {folder} --watch");
            },
            error);
    }

    static List<SourceText> Sources(string id, string schemas) =>
        [.. new[] { "scenario.yaml", "playthroughs/ideal.yaml" }.Select(path => new SourceText(path, Template(path)
            .Replace("{schemas}", schemas, StringComparison.Ordinal)
            .Replace("{id}", id == "null" ? "'null'" : id, StringComparison.Ordinal)
            .Replace("{title}", TitleOf(id), StringComparison.Ordinal)))];

    static string Template(string path)
    {
        using var reader = new StreamReader(typeof(New).Assembly.GetManifestResourceStream("Starter/" + path)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary><c>stolen-key</c> is called "Stolen key"; in quotes, because 2024 or true would be no text.</summary>
    static string TitleOf(string id) => $"\"{char.ToUpperInvariant(id[0])}{id[1..].Replace('-', ' ')}\"";

    static void Write(string folder, string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var stream = new FileStream(file, FileMode.CreateNew);
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    }
}
