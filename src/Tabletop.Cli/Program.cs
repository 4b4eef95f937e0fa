using System.CommandLine;
using Tabletop.Cli;

var tabletop = new RootCommand("Checks, rehearses and exports tabletop exercises.") { Rehearse.Create() };

return await tabletop.Parse(args).InvokeAsync();
