using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Tabletop.Browser;

/// <summary>
/// The real program as a process of its own, with its own port and data folder. As a class fixture one serves all
/// tests of a class; a test that kills it starts its own with <see cref="StartAsync"/>.
/// </summary>
public sealed class TabletopProgram : IAsyncLifetime
{
    readonly TemporaryFolder data = new();
    readonly List<string> linesOfEarlierRuns = [];
    RunningProgram? program;
    string? scenarios;

    /// <summary>Where it answers. The same after a restart.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public string DataFolder => data.Path;

    /// <summary>All it has printed, earlier runs included.</summary>
    public IReadOnlyList<string> Lines => [.. linesOfEarlierRuns, .. program?.Lines ?? []];

    /// <summary>Its own program with a data folder that nobody has used. Dispose it.</summary>
    /// <param name="scenarios">The folder to play from; by default what is shipped.</param>
    public static async Task<TabletopProgram> StartAsync(string? scenarios = null)
    {
        var started = new TabletopProgram { scenarios = scenarios };
        await started.InitializeAsync();
        return started;
    }

    public async ValueTask InitializeAsync()
    {
        // Between finding a free port and using it somebody else may take it; a restart needs a port known beforehand.
        for (var attempt = 1; ; attempt++)
        {
            Address = new Uri($"http://127.0.0.1:{FreePort()}/");
            try
            {
                await RunAsync();
                return;
            }
            catch (InvalidOperationException taken) when (attempt < 3
                && taken.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase))
            {
            }
        }
    }

    /// <summary>A line of the present run, printed already or still to come, that contains a text.</summary>
    public Task<string> LineWithAsync(string text) => Running.LineWithAsync(text);

    /// <summary>Ends it as a power cut would (SIGKILL).</summary>
    public Task KillAsync() => Running.KillAsync();

    /// <summary>Kills it if it runs, and starts it again on the same port and data folder.</summary>
    public async Task RestartAsync()
    {
        await Running.DisposeAsync();
        linesOfEarlierRuns.AddRange(Running.Lines);
        await RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (program is not null)
            await program.DisposeAsync();
        data.Dispose();
    }

    RunningProgram Running => program ?? throw new InvalidOperationException("The program was never started: use StartAsync.");

    async Task RunAsync()
    {
        program = RunningProgram.StartDll(
            Repository.PathTo("src", "Tabletop.Web", "bin", Configuration, "net10.0", "Tabletop.Web.dll"),
            ["--urls", Address.GetLeftPart(UriPartial.Authority), .. scenarios is null ? Array.Empty<string>() : ["--scenarios", scenarios]],
            workingFolder: data.Path,
            new Dictionary<string, string> { ["TABLETOP_DATA"] = data.Path });

        await program.LineWithAsync("Now listening on: ");
        using var client = new HttpClient { BaseAddress = Address };
        using var home = await client.GetAsync("/");
        home.EnsureSuccessStatusCode();
    }

    static string Configuration =>
        typeof(TabletopProgram).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
