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

        var rules = page.Locator("table.rules").First;
        if (screen == Screen.Phone)
        {
            await Assertions.Expect(rules).ToBeHiddenAsync();
            await page.Locator(".score details > summary").First.ClickAsync();
        }

        await Assertions.Expect(rules).ToBeVisibleAsync();
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
        await page.WaitForURLAsync("**event=**", new() { WaitUntil = WaitUntilState.Commit });

        // Wherever it was left, the picture is one stop for the Tab key.
        await Assertions.Expect(page.Locator("[data-lane][tabindex='0']")).ToHaveCountAsync(1);
        await page.ReloadAsync();
        await page.CircuitAsync();
        await panel.GetByText(title).First.WaitForAsync();
    }

    [Theory]
    [InlineData(Screen.Desktop, ColorScheme.Light)]
    [InlineData(Screen.Phone, ColorScheme.Dark)]
    public async Task ShowsWhatWouldHaveFollowedFromAnotherDecision(Screen screen, ColorScheme scheme)
    {
        await using var context = await chromium.NewContextAsync(program.Address, screen, scheme);
        var page = await DebriefAsync(context);

        await page.GetByLabel("Whose decisions").SelectOptionAsync("history");
        await page.GetByRole(AriaRole.Radio, new() { Name = "One more" }).CheckAsync();
        await page.GetByLabel("Action", new() { Exact = true }).SelectOptionAsync("revoke");
        await page.GetByLabel("On", new() { Exact = true }).SelectOptionAsync("moveworks-token");
        await page.Locator("#wi-time").FillAsync("2023-10-20T09:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play it again" }).ClickAsync();

        await page.Locator("[data-story=what-if]").WaitForAsync();
        await page.Locator(".what-if-result").GetByText("Another ending").WaitForAsync();
        await page.LookAsync($"what-if-{screen}-{scheme}");

        // The link alone brings the same answer back.
        await page.ReloadAsync();
        await page.CircuitAsync();
        await page.Locator(".what-if-result").GetByText("with “Revoke at once: Moveworks service token” on Fri 20 Oct 09:00").WaitForAsync();
    }

    /// <summary>The debrief of somebody who played alone and ended at once.</summary>
    static async Task<IPage> DebriefAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.OpenAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play alone" }).First.ClickAsync();
        await page.StartTheClockAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "End" }).First.ClickAsync();
        await page.Locator("dialog[open]").GetByRole(AriaRole.Button, new() { Name = "End" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "debrief" }).First.ClickAsync();
        await page.WaitForURLAsync("**/debrief/**");
        await page.CircuitAsync();

        // Keys that are pressed before the picture listens lead nowhere.
        await page.Locator(".picture[data-walks]").WaitForAsync();
        return page;
    }
}
