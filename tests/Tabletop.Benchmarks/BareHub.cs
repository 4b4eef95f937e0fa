using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Tabletop.Benchmarks;

/// <summary>The yardstick: SignalR and nothing else. A line on standard input is sent to all, as an inject would be.</summary>
sealed class BareHub : Hub
{
    public const string Verb = "serve-bare-hub";

    public static async Task<int> Serve()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapHub<BareHub>("/bare");
        await app.StartAsync();
        Console.WriteLine($"> {app.Urls.First()}");

        var hub = app.Services.GetRequiredService<IHubContext<BareHub>>();
        while (await Console.In.ReadLineAsync() is { } line)
        {
            await hub.Clients.All.SendAsync("InjectReleased", new { Inject = new { Title = line, Body = Injects.Body } });
            Console.WriteLine("> sent");
        }

        return 0;
    }
}
