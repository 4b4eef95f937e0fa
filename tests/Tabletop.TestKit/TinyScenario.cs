using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.TestKit;

/// <summary>
/// The smallest scenario that has one of everything. A VPN token has leaked. Who rotates it before noon keeps the
/// attacker out; otherwise it gets in at noon, leaves a backdoor at 12:30 and copies files from 14:00 on, every
/// ninety minutes, as long as the file server is not isolated and the backdoor is there.
/// </summary>
public static partial class TinyScenario
{
    static readonly Lazy<Scenario> Compiled = new(() => CompileOrThrow(Sources));

    /// <summary>scenario.yaml, history.yaml and playthroughs/ideal.yaml.</summary>
    public static ImmutableArray<SourceText> Sources { get; } =
    [
        new("scenario.yaml", Text),
        new("history.yaml", History),
        new("playthroughs/ideal.yaml", Ideal),
    ];

    /// <summary>The compiled scenario; immutable, so all tests can share it.</summary>
    public static Scenario Scenario => Compiled.Value;

    /// <summary>Writes the sources where a server or a tool can read them.</summary>
    public static void WriteTo(string folder)
    {
        foreach (var source in Sources)
        {
            var file = Path.Combine(folder, source.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, source.Text);
        }
    }

    /// <summary>What is attached to the call of the scenario tiny-names.</summary>
    public const string AccessLog = "08:01 vpn ALLOW <script>alert(1)</script>\n08:02 vpn DENY\n";

    /// <summary>Writes it as the scenario tiny-names: with a company's name to fill in, in English and in German, and a file that is attached.</summary>
    public static void WriteWithNamesTo(string folder)
    {
        const string body = "body: We have lost your VPN token.";
        const string twice = "body: { en: \"{{company}} has lost it.\", de: \"{{company}} hat es verloren.\" }\n    attachments: [files/access.log]";
        const string head = """
            id: tiny-names
            languages: [en, de]
            variables:
              company: { title: Company name, default: Acme }
            """;
        Directory.CreateDirectory(Path.Combine(folder, "files"));
        File.WriteAllText(Path.Combine(folder, "files", "access.log"), AccessLog);
        File.WriteAllText(Path.Combine(folder, "scenario.yaml"), Replace("id: tiny-leak", head).Replace(body, twice, StringComparison.Ordinal));
    }

    /// <summary>The scenario with one piece of its text exchanged.</summary>
    /// <exception cref="ArgumentException">The piece does not stand in the text exactly once.</exception>
    public static Scenario With(string piece, string instead) => CompileOrThrow([new("scenario.yaml", Replace(piece, instead))]);

    /// <summary>The text of scenario.yaml with one piece of it exchanged.</summary>
    /// <exception cref="ArgumentException">The piece does not stand in the text exactly once.</exception>
    public static string Replace(string piece, string instead)
    {
        var at = Text.IndexOf(piece, StringComparison.Ordinal);
        if (at < 0 || Text.IndexOf(piece, at + 1, StringComparison.Ordinal) >= 0)
        {
            throw new ArgumentException($"'{piece}' must stand in the text of the tiny scenario exactly once.", nameof(piece));
        }

        return string.Concat(Text.AsSpan(0, at), instead, Text.AsSpan(at + piece.Length));
    }

    /// <exception cref="ArgumentException">The sources have errors; the message lists them.</exception>
    public static Scenario CompileOrThrow(ImmutableArray<SourceText> sources)
    {
        var result = ScenarioCompiler.Compile(sources);
        return result.Scenario
            ?? throw new ArgumentException(string.Join('\n', result.Diagnostics.Select(found => found.Render(sources))), nameof(sources));
    }
}
