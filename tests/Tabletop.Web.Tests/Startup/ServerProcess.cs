using System.Reflection;
using Tabletop.TestKit;

namespace Tabletop.Web.Tests;

/// <summary>The real program in a process of its own, with the tiny scenario.</summary>
sealed class ServerProcess : IAsyncDisposable
{
    readonly TemporaryFolder folder = new();
    RunningProgram? program;

    public ServerProcess() => TinyScenario.WriteTo(PathTo("scenarios", "tiny"));

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public RunningProgram Program => program ?? throw new InvalidOperationException("The program was never started.");

    public string PathTo(params string[] parts) => folder.PathTo(parts);

    /// <summary>Starts it without waiting for anything. Settings given here replace the usual ones.</summary>
    public RunningProgram Start(string urls = "http://127.0.0.1:0", string? data = null, string? scenarios = null) =>
        program = RunningProgram.StartDll(
            Repository.PathTo("src", "Tabletop.Web", "bin", Configuration, "net10.0", "Tabletop.Web.dll"),
            ["--urls", urls, "--data", data ?? PathTo("data"), "--scenarios", scenarios ?? PathTo("scenarios")],
            workingFolder: folder.Path);

    public async Task BeginAsync(string urls = "http://127.0.0.1:0")
    {
        var line = await Start(urls).LineWithAsync("Now listening on: ");
        Address = new(line[line.IndexOf("http", StringComparison.Ordinal)..]);
    }

    public async Task<Uri> SignInLinkAsync()
    {
        var line = await Program.LineWithAsync("Facilitator sign-in (once): ");
        return new(line[line.IndexOf("http", StringComparison.Ordinal)..]);
    }

    /// <summary>What a program that can't start says on its way out.</summary>
    public async Task<IReadOnlyList<string>> LastWordsAsync()
    {
        Assert.Equal(1, await Program.ExitAsync());
        return Program.Lines;
    }

    public async ValueTask DisposeAsync()
    {
        if (program is not null)
            await program.DisposeAsync();
        folder.Dispose();
    }

    static string Configuration =>
        typeof(ServerProcess).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
}
