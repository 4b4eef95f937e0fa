using System.CommandLine;

namespace Tabletop.Cli;

/// <summary>The command line as a whole; what each command does stands in a file of its name.</summary>
internal static class CommandLine
{
    private const int Misused = 2;

    /// <summary>Runs one command. Gives 0 when all is well, 1 when it found faults, 2 when it was called wrongly.</summary>
    internal static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        var tabletop = new RootCommand("Checks, rehearses and exports tabletop exercises.") { Check.Create(), Rehearse.Create() };
        var parsed = tabletop.Parse(arguments);
        var result = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return parsed.Errors.Count > 0 ? Misused : result;
    }
}
