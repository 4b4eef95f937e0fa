namespace Tabletop.Browser;

/// <summary>A team asks a log, and reads what it says: on both screens, in both themes.</summary>
public sealed class ToolPages(TabletopProgram program, Chromium chromium) : IClassFixture<TabletopProgram>
{
    [Theory]
    [InlineData(Screen.Desktop, ColorScheme.Dark)]
    [InlineData(Screen.Phone, ColorScheme.Light)]
    public async Task AToolIsAskedByAWordAndItsAnswerStaysThere(Screen screen, ColorScheme scheme)
    {
        await using var context = await chromium.NewContextAsync(program.Address, screen, scheme);
        var page = await context.NewPageAsync();
        await page.OpenAsync("/");
        await page.Locator("form", new() { Has = page.Locator("input[value=support-har-2023]") })
            .GetByRole(AriaRole.Button, new() { Name = "Play alone" }).ClickAsync();
        await page.StartTheClockAsync();

        await page.Locator("nav.parts").GetByRole(AriaRole.Link, new() { Name = "Tools" }).ClickAsync();
        await page.LookAsync($"tools-{screen}-{scheme}");
        await page.Locator(".list a", new() { HasText = "Search the system log" }).ClickAsync();
        await page.Locator("form.decision input[type=search]").FillAsync("which account is new?");
        await page.Locator("form.decision button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".tool-answers")).ToContainTextAsync("the answer comes at");
        await page.LookAsync($"tool-asked-{screen}-{scheme}");
        await Assertions.Expect(page.Locator(".tool-answers .note")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.LookAsync($"tool-answered-{screen}-{scheme}");
    }
}
