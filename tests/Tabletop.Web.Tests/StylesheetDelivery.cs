using System.Reflection;
using System.Text.RegularExpressions;
using Tabletop.TestKit;

namespace Tabletop.Web.Tests;

/// <summary>
/// The static files stand outside the web project, and mistakes in how they are included show only at run time:
/// as a server that does not start, or as an empty answer.
/// </summary>
public sealed partial class StylesheetDelivery
{
    [Fact]
    public async Task HomePageNamesAStylesheetThatBrowsersMayKeep()
    {
        await using var server = new TabletopServer();
        using var client = server.CreateClient();

        await AssertStylesheetArrives(client);
    }

    [Fact]
    public async Task PublishedProgramDeliversItFromAnyWorkingFolder()
    {
        using var published = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();

        await using var publish = RunningProgram.Start(
            "dotnet",
            ["publish", Repository.PathTo("src", "Tabletop.Web"), "--no-build", "--nologo", "-nodeReuse:false",
                "-c", Configuration, "-o", published.Path],
            Repository.Root);
        Assert.True(await publish.ExitAsync(TimeSpan.FromMinutes(3)) == 0, string.Join('\n', publish.Lines));

        await using var program = RunningProgram.StartDll(
            published.PathTo("Tabletop.Web.dll"),
            ["--urls", "http://127.0.0.1:0", "--data", elsewhere.PathTo("data")],
            workingFolder: elsewhere.Path);
        var listening = await program.LineWithAsync("Now listening on: ");
        using var client = new HttpClient { BaseAddress = new Uri(listening[listening.IndexOf("http", StringComparison.Ordinal)..]) };

        await AssertStylesheetArrives(client);
    }

    static string Configuration =>
        typeof(StylesheetDelivery).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    static async Task AssertStylesheetArrives(HttpClient client)
    {
        var home = await client.GetStringAsync("/");
        var name = FingerprintedStylesheet().Match(home);
        Assert.True(name.Success, home);

        using var answer = await client.GetAsync(name.Groups[1].Value);
        answer.EnsureSuccessStatusCode();
        Assert.Equal("text/css", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Contains("color-scheme", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [GeneratedRegex("""href="(app\.[a-z0-9]+\.css)""")]
    private static partial Regex FingerprintedStylesheet();
}
