namespace Tabletop.Browser;

public sealed class SoloPlay(Chromium chromium)
{
    [Fact]
    public async Task SeatReachesTheCircuitAndOutlivesAKilledServer()
    {
        await using var program = await TabletopProgram.StartAsync();
        await using var context = await chromium.NewContextAsync(program.Address);
        var page = await context.NewPageAsync();
        await page.OpenAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play alone" }).First.ClickAsync();
        await page.CircuitAsync();
        Assert.Contains("/play/", page.Url, StringComparison.Ordinal);

        // The briefing first; a page that is loaded anew still waits.
        await page.LookAsync("solo-briefing");
        var begin = await page.ScenarioTimeAsync();
        await page.ReloadAsync();
        await page.CircuitAsync();
        Assert.Equal(begin, await page.ScenarioTimeAsync());
        await page.StartTheClockAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).First.WaitForAsync();

        // The page finds its way back by itself.
        var reloaded = new TaskCompletionSource();
        page.DOMContentLoaded += (_, _) => reloaded.TrySetResult();
        await program.KillAsync();
        await program.RestartAsync();
        await reloaded.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await page.CircuitAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).First.WaitForAsync();
    }
}
