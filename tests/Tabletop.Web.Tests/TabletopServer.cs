using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Tabletop.TestKit;

namespace Tabletop.Web.Tests;

/// <summary>
/// The whole web program inside the test's process: real Kestrel on a free port, a data folder of its own, and the tiny
/// scenario to play, with names to fill in too.
/// </summary>
public sealed class TabletopServer : WebApplicationFactory<Program>
{
    readonly TemporaryFolder data = new();
    readonly string dataFolder;
    readonly TemporaryFolder scenarios = new();

    public TabletopServer() : this(null)
    {
    }

    /// <param name="dataFolder">Kept when the server ends; null: one of its own, which is not.</param>
    internal TabletopServer(string? dataFolder)
    {
        this.dataFolder = dataFolder ?? data.Path;
        TinyScenario.WriteTo(scenarios.PathTo("tiny"));
        TinyScenario.WriteWithNamesTo(scenarios.PathTo("tiny-names"));
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Where it answers, for clients that need an address: SignalR, browsers.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("data", dataFolder);
        builder.UseSetting("scenarios", scenarios.Path);
        builder.UseEnvironment("Production");
        builder.ConfigureServices(services => services.AddTransient<IStartupFilter, FormTokens>());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;

        data.Dispose();
        scenarios.Dispose();
    }
}
