namespace Tabletop.Cli;

/// <summary>What every command tells the shell.</summary>
static class ExitCode
{
    /// <summary>For the end of a command's description.</summary>
    internal const string Help = "Exit codes: 0 done, 1 the scenario has faults, 2 the command could not be carried out.";

    internal const int Done = 0;

    /// <summary>The scenario has faults: errors of its text, or playthroughs that don't come out as they say.</summary>
    internal const int Faults = 1;

    /// <summary>Wrong words on the command line, nothing at that path, a file that is in the way.</summary>
    internal const int Refused = 2;
}
