namespace Tabletop.Benchmarks;

static class Benchmarks
{
    static async Task<int> Main(string[] args)
    {
        // A second copy of this program is the server under test, so that its processor time and memory are its own.
        if (args is [ServedTabletop.Verb, var data])
            return await ServedTabletop.Serve(data);
        if (args is [BareHub.Verb])
            return await BareHub.Serve();

        var benchmarks = new Dictionary<string, Func<Task<string>>>(StringComparer.Ordinal)
        {
            ["appends"] = Appends.Measure,
            ["engine"] = EngineSpeed.Measure,
            ["injects"] = Injects.Measure,
            ["msel"] = MselBoardSpeed.Measure,
            ["room"] = RoomOfAHundred.Measure,
        };

        if (args.FirstOrDefault(name => !benchmarks.ContainsKey(name)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no benchmark '{unknown}'. There are: {string.Join(", ", benchmarks.Keys)}.");
            return 1;
        }

        foreach (var name in args.Length > 0 ? args : [.. benchmarks.Keys])
        {
            Console.WriteLine($"## {name}");
            Console.WriteLine();
            Console.WriteLine(await benchmarks[name]());
        }

        return 0;
    }
}
