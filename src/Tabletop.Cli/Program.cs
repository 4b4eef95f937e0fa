using System.CommandLine;

var tabletop = new RootCommand("Checks, rehearses and exports tabletop exercises.");

return await tabletop.Parse(args).InvokeAsync();
