namespace Tabletop.Browser;

public sealed class DebriefPage(TabletopProgram program, Chromium chromium) : IClassFixture<TabletopProgram>
{
    [Theory]
    [InlineData(Screen.Desktop, ColorScheme.Dark)]
    [InlineData(Screen.Phone, ColorScheme.Light)]
    public async Task OpensWithoutABarrier(Screen screen, ColorScheme scheme)
    {
        await using var context = await chromium.NewContextAsync(program.Address, screen, scheme);
        var page = await DebriefAsync(context);

        await page.SaveScreenshotAsync($"debrief-{screen}-{scheme}".ToLowerInvariant());
        Assert.Equal("", await page.AxeViolationsAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
    }

    [Fact]
    public async Task IsWalkedThroughWithTheKeyboardAlone()
    {
        await using var context = await chromium.NewContextAsync(program.Address);
        var page = await DebriefAsync(context);
        var panel = page.Locator(".event-panel");

        await page.Locator("[data-lane][tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("End");
        var title = await page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label').split(': ')[1].split('. ')[0].replace(/\\.$/, '')");
        await panel.GetByText(title).First.WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**event=**");

        // Wherever it was left, the picture is one stop for the Tab key.
        Assert.Equal(1, await page.Locator("[data-lane][tabindex='0']").CountAsync());
        await page.ReloadAsync();
        await page.CircuitAsync();
        await panel.GetByText(title).First.WaitForAsync();
    }

    /// <summary>The debrief of somebody who played alone and ended at once.</summary>
    static async Task<IPage> DebriefAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.OpenAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play alone" }).First.ClickAsync();
        await page.CircuitAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "End" }).First.ClickAsync();
        await page.Locator("dialog[open]").GetByRole(AriaRole.Button, new() { Name = "End" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "debrief" }).First.ClickAsync();
        await page.WaitForURLAsync("**/debrief/**");
        await page.CircuitAsync();
        await page.Locator(".picture").WaitForAsync();
        return page;
    }
}
