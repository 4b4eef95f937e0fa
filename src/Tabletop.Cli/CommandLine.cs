using System.CommandLine;
using System.CommandLine.Help;

namespace Tabletop.Cli;

/// <summary>The command line as a whole; what each command does stands in a file of its name.</summary>
static class CommandLine
{
    /// <summary>Runs one command and gives its <see cref="ExitCode"/>.</summary>
    /// <param name="arguments">What was typed behind <c>tabletop</c>.</param>
    /// <param name="output">For what was asked for.</param>
    /// <param name="error">For why it could not be given.</param>
    /// <param name="stop">Ends a command that would run until it is told to stop.</param>
    internal static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error, CancellationToken stop = default)
    {
        var parsed = Tabletop().Parse(arguments);
        var result = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, stop);
        return parsed.Errors.Count > 0 ? ExitCode.Refused : result;
    }

    /// <summary>Not a <see cref="RootCommand"/>: that one bears the name of the program's file, and would help in the name of Tabletop.Cli.</summary>
    static Command Tabletop() => new("tabletop", $"Checks, rehearses, draws and exports tabletop exercises. {ExitCode.Help}")
    {
        new HelpOption(),
        new VersionOption(),
        Check.Create(),
        Export.Create(),
        Graph.Create(),
        Import.Create(),
        Migrate.Create(),
        New.Create(),
        Rehearse.Create(),
        Explore.Create(),
        Schema.Create(),
        WhatIfCommand.Create(),
    };
}
