using System.Collections.Frozen;

namespace Tabletop.Scenarios;

/// <summary>What each key of a scenario's files is for, from KeyHelp.txt, for editors.</summary>
static class KeyHelp
{
    const string Anywhere = "*.";

    static readonly Lazy<FrozenDictionary<string, string>> Lines = new(Read);

    /// <summary>Paths that have a text, those for keys anywhere included.</summary>
    public static IReadOnlyCollection<string> Paths => Lines.Value.Keys;

    public static string? Of(string path) => PathOf(path) is { } known ? Lines.Value[known] : null;

    /// <summary>Under which path the text for a key's path stands; null when there is none.</summary>
    public static string? PathOf(string path)
    {
        var anywhere = Anywhere + path[(path.LastIndexOf('.') + 1)..];
        return Lines.Value.ContainsKey(path) ? path : Lines.Value.ContainsKey(anywhere) ? anywhere : null;
    }

    static FrozenDictionary<string, string> Read()
    {
        using var reader = new StreamReader(typeof(KeyHelp).Assembly.GetManifestResourceStream("KeyHelp.txt")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(": ", 2))
            .ToFrozenDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
    }
}
