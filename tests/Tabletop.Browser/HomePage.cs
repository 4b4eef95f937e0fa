namespace Tabletop.Browser;

public sealed class HomePage(TabletopProgram program, Chromium chromium) : IClassFixture<TabletopProgram>
{
    [Theory]
    [InlineData(Screen.Desktop, ColorScheme.Dark)]
    [InlineData(Screen.Desktop, ColorScheme.Light)]
    [InlineData(Screen.Phone, ColorScheme.Dark)]
    [InlineData(Screen.Phone, ColorScheme.Light)]
    public async Task OpensWithoutABarrier(Screen screen, ColorScheme scheme)
    {
        await using var context = await chromium.NewContextAsync(program.Address, screen, scheme);
        var page = await context.NewPageAsync();

        await page.OpenAsync("/");

        await page.SaveScreenshotAsync($"home-{screen}-{scheme}".ToLowerInvariant());
        Assert.Equal("Tabletop", await page.TitleAsync());
        Assert.Equal("", await page.AxeViolationsAsync());
    }
}
