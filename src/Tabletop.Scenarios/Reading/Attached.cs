using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>The files of a scenario that count only because it names them: included ones, and long texts.</summary>
sealed class Attached(IEnumerable<SourceText> sources)
{
    /// <summary>Keys that end so hold the path of a file with the text.</summary>
    public const string Suffix = "-file";

    readonly Dictionary<string, string> _texts = sources.ToDictionary(source => source.Path, source => source.Text, StringComparer.Ordinal);
    readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Those that nothing has named.</summary>
    public IEnumerable<string> Unused => _texts.Keys.Except(_used);

    /// <summary>The text of the file at a path; null when that is no path, or there is no such file, which has been reported.</summary>
    public string? Open(string path, string ending, Place place, Report report) => Open(path, [ending], place, report);

    /// <summary>The same for a file that may end in several ways.</summary>
    public string? Open(string path, ImmutableArray<string> endings, Place place, Report report)
    {
        if (!endings.Any(ending => SourcePaths.MayBeAttached(path, ending)))
        {
            report.Add(DiagnosticCodes.BadPath, place, $"'{MapReader.Short(path)}' cannot be the path of such a file",
                $"Write its path from the scenario's folder on, with '/': letters, digits, '-', '_' and '.' only, and '{string.Join("', '", endings)}' at the end.");
            return null;
        }

        _used.Add(path);
        if (!_texts.TryGetValue(path, out var text))
        {
            report.Add(DiagnosticCodes.MissingFile, place, $"there is no file '{path}'",
                $"{Nearest.Ask(path, [.. Unused.Where(other => endings.Any(ending => other.EndsWith(ending, StringComparison.Ordinal)))])}Its path begins at the scenario's folder.");
            return null;
        }

        return TextGuard.Accepts(path, text, report) ? text : null;
    }
}
