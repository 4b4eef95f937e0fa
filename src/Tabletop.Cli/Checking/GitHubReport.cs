using System.Collections.Immutable;
using System.Globalization;

namespace Tabletop.Cli;

/// <summary>Workflow commands of GitHub Actions: each fault shows beside its line in the pull request.</summary>
static class GitHubReport
{
    internal static void Write(ImmutableArray<CheckedFolder> results, TextWriter output)
    {
        foreach (var result in results)
        {
            foreach (var fault in result.Faults)
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"::{JsonReport.Word(fault.Severity)} file={Property(result.PathOf(fault))},line={fault.Line},col={fault.Column},endColumn={fault.Column + fault.Length},title={Property(fault.Code)}::{Message($"{fault.Message}\n{fault.Mend}")}"));
            }
        }

        output.WriteLine(HumanReport.Sum(results));
    }

    /// <summary>What would end the command's line is written as a percentage code, the percent sign first of all.</summary>
    static string Message(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    static string Property(string text) => Message(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
