using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Tabletop.Benchmarks;

/// <summary>
/// A person's page without the browser: gets the page, starts its circuit, acknowledges what it is told to draw, and answers
/// every call of JavaScript with "nothing". The server does all that it does for a browser.
/// </summary>
sealed partial class Circuit : IAsyncDisposable
{
    readonly HubConnection connection;
    readonly Action<byte[]> drawn;
    readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    Circuit(HubConnection connection, Action<byte[]> drawn) => (this.connection, this.drawn) = (connection, drawn);

    /// <summary>Errors that the server told the page of.</summary>
    public List<string> Errors { get; } = [];

    /// <param name="cookie">Whose page it is.</param>
    /// <param name="drawn">Called with each batch of drawing, which has the page's new texts in it as UTF-8.</param>
    public static async Task<Circuit> Open(Uri page, string cookie, Action<byte[]> drawn)
    {
        using var browser = new HttpClient(new HttpClientHandler { UseCookies = false });
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        var html = await browser.GetStringAsync(page);
        var markers = Markers().Matches(html).Select(match => JsonNode.Parse(match.Groups[1].Value)!).Where(marker => marker["descriptor"] is not null).ToList();
        var state = State().Match(html).Groups[1].Value;
        if (markers.Count == 0)
            throw new InvalidOperationException($"{page} has no interactive part.");

        var builder = new HubConnectionBuilder().WithUrl(new Uri(page, "/_blazor"), options => options.Headers["Cookie"] = cookie);
        builder.Services.AddSingleton<IHubProtocol>(new BlazorPack());
        var circuit = new Circuit(builder.Build(), drawn);
        circuit.Listen();
        await circuit.connection.StartAsync();
        await circuit.connection.InvokeAsync<string>("StartCircuit", page.GetLeftPart(UriPartial.Authority) + "/", page.ToString(), "[]", state);
        var operations = markers.Select((marker, index) => new { type = "add", ssrComponentId = index + 1, marker });
        await circuit.connection.SendAsync("UpdateRootComponents", JsonSerializer.Serialize(new { batchId = 1, operations }), state);
        await circuit.first.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return circuit;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    void Listen()
    {
        connection.On<long, byte[]>("JS.RenderBatch", async (id, batch) =>
        {
            first.TrySetResult();
            drawn(batch);
            await connection.SendAsync("OnRenderCompleted", id, null);
        });
        connection.On<string>("JS.Error", error =>
        {
            Errors.Add(error);
            first.TrySetException(new InvalidOperationException(error));
        });
        connection.On("JS.BeginInvokeJS", [typeof(long), typeof(string), typeof(string), typeof(int), typeof(long), typeof(int)], Answer);
        connection.On<int>("JS.EndUpdateRootComponents", _ => { });
        connection.On("JS.AttachComponent", [typeof(int), typeof(string)], _ => Task.CompletedTask);
    }

    Task Answer(object?[] call) => call[0] is long handle and not 0
        ? connection.SendAsync("EndInvokeJSFromDotNet", handle, true, $"[{handle},true,null]")
        : Task.CompletedTask;

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->", RegexOptions.Singleline)]
    private static partial Regex Markers();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->", RegexOptions.Singleline)]
    private static partial Regex State();

    /// <summary>Whether a batch draws a text.</summary>
    public static bool Has(byte[] batch, string text) => batch.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
