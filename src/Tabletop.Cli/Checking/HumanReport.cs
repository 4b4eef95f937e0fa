using System.Collections.Immutable;

namespace Tabletop.Cli;

/// <summary>For people: each fault with its line, a caret and how to mend it, and the sum at the end.</summary>
static class HumanReport
{
    internal static void Write(ImmutableArray<CheckedFolder> results, TextWriter output)
    {
        foreach (var result in results)
        {
            foreach (var fault in result.Faults)
            {
                output.WriteLine(fault.Render(result.Sources, result.Folder));
                output.WriteLine();
            }
        }

        output.WriteLine(Sum(results));
    }

    internal static string Sum(ImmutableArray<CheckedFolder> results) =>
        $"{Count(results.Length, "scenario")}, {Count(results.Sum(result => result.Errors), "error")}, {Count(results.Sum(result => result.Warnings), "warning")}";

    static string Count(int number, string word) => number == 1 ? $"1 {word}" : $"{number} {word}s";
}
