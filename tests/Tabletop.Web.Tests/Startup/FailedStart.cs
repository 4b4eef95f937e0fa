using System.Net;
using System.Net.Sockets;
using Tabletop.TestKit;

namespace Tabletop.Web.Tests;

/// <summary>What keeps the program from starting: one line that says what to do, exit code 1, nothing overwritten.</summary>
public sealed class FailedStart : IAsyncDisposable
{
    readonly ServerProcess server = new();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task PortInUse()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        server.Start(urls: $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");

        Assert.Contains("address already in use", await OnlyLineAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task DamagedDatabase()
    {
        Directory.CreateDirectory(server.PathTo("data"));
        await File.WriteAllTextAsync(server.PathTo("data", "tabletop.db"), new string('x', 5_000));

        server.Start();

        Assert.Contains("tabletop.db is damaged", await OnlyLineAsync(), StringComparison.Ordinal);
        Assert.Equal(new string('x', 5_000), await File.ReadAllTextAsync(server.PathTo("data", "tabletop.db")));
    }

    [Fact]
    public async Task DataFolderThatCanNotBeWritten()
    {
        await File.WriteAllTextAsync(server.PathTo("file"), "mine");

        server.Start(data: server.PathTo("file"));

        Assert.Contains("can't be written", await OnlyLineAsync(), StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(server.PathTo("file")));
    }

    [Fact]
    public async Task DataFolderInUse()
    {
        await server.BeginAsync();
        await using var second = new ServerProcess();

        second.Start(data: server.PathTo("data"));

        Assert.Contains("Another Tabletop uses the data folder", Assert.Single(await second.LastWordsAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingScenariosFolder()
    {
        server.Start(scenarios: server.PathTo("nowhere"));

        Assert.Contains("There is no scenarios folder", await OnlyLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmptyScenariosFolder()
    {
        Directory.CreateDirectory(server.PathTo("empty"));

        server.Start(scenarios: server.PathTo("empty"));

        Assert.Contains("There is no scenario in", await OnlyLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyScenariosWithErrorsAllAreShown()
    {
        await BreakAsync("tiny");

        server.Start();

        var lines = await server.LastWordsAsync();
        Assert.Contains(lines, line => line.Contains("scenario.yaml:", StringComparison.Ordinal) && line.Contains("error TT", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("mend:", StringComparison.Ordinal));
        Assert.Contains("No scenario in", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneScenarioWithErrorsIsLeftOutAndTheOthersAreServed()
    {
        await BreakAsync("broken");

        await server.BeginAsync();

        await server.Program.LineWithAsync("broken/scenario.yaml:");
        using var client = new HttpClient { BaseAddress = server.Address };
        Assert.Equal("ok", await client.GetStringAsync("/health"));
    }

    [Fact]
    public async Task StoppingItPolitelyTakesNoLongerThanAMoment()
    {
        await server.BeginAsync();
        await server.SignInLinkAsync();

        server.Program.Interrupt();

        Assert.Equal(0, await server.Program.ExitAsync(TimeSpan.FromSeconds(10)));
        Assert.False(File.Exists(server.PathTo("data", "tabletop.db-wal")));
    }

    async Task BreakAsync(string name)
    {
        Directory.CreateDirectory(server.PathTo("scenarios", name));
        await File.WriteAllTextAsync(
            server.PathTo("scenarios", name, "scenario.yaml"), TinyScenario.Replace("id: tiny-leak", "id: Broken One"));
    }

    async Task<string> OnlyLineAsync() => Assert.Single(await server.LastWordsAsync());
}
