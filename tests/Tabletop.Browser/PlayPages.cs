namespace Tabletop.Browser;

/// <summary>What a participant sees, on both screens and in both themes: no barrier, nothing wider than the screen.</summary>
public sealed class PlayPages(TabletopProgram program, Chromium chromium) : IClassFixture<TabletopProgram>
{
    /// <summary>From here on there is something to rotate.</summary>
    static readonly DateTimeOffset Leaked = new(2023, 10, 18, 8, 0, 0, TimeSpan.Zero);

    static readonly string[] Parts = ["Inbox", "Credentials", "Systems", "Act", "Team"];

    // Each screen and each theme once: they do not depend on each other.
    [Theory]
    [InlineData(Screen.Desktop, ColorScheme.Dark)]
    [InlineData(Screen.Phone, ColorScheme.Light)]
    public async Task EveryPartIsWithoutABarrier(Screen screen, ColorScheme scheme)
    {
        await using var context = await chromium.NewContextAsync(program.Address, screen, scheme);
        var page = await PlayAloneAsync(context);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await page.StepUntilAsync(Leaked);

        foreach (var part in Parts)
        {
            await page.Locator("nav.parts").GetByRole(AriaRole.Link, new() { Name = part }).ClickAsync();
            await Assertions.Expect(page.Locator("nav.parts [aria-current=page]")).ToContainTextAsync(part);
            await page.LookAsync($"play-{part}-{screen}-{scheme}");
        }

        await page.Locator("nav.parts").GetByRole(AriaRole.Link, new() { Name = "Systems" }).ClickAsync();
        await page.Locator(".map a[href*='item=atlassian-host']:visible").ClickAsync();
        await Assertions.Expect(page.Locator(".reading h2")).ToHaveTextAsync("Atlassian host");
        await page.LookAsync($"play-system-{screen}-{scheme}");

        await page.Locator("nav.parts").GetByRole(AriaRole.Link, new() { Name = "Credentials" }).ClickAsync();
        await page.Locator(".board th a").First.ClickAsync();
        await page.Locator(".choices a").First.ClickAsync();
        await Assertions.Expect(page.Locator("form.decision")).ToBeVisibleAsync();
        await page.LookAsync($"play-deciding-{screen}-{scheme}");
    }

    [Theory]
    [InlineData("/host", "Hosting is for facilitators")]
    [InlineData("/?code=222222", "There is no exercise with this code")]
    [InlineData("/play/nowhere", "You have no seat in this exercise")]
    [InlineData("/no-such-page", "There is no such page")]
    public async Task WhereThereIsNothingToSeeThePageSaysWhyAndWhereToGo(string address, string says)
    {
        await using var context = await chromium.NewContextAsync(program.Address, Screen.Phone);
        var page = await context.NewPageAsync();
        await page.OpenAsync(address);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(says);
        await page.LookAsync("way-out" + address.Replace('/', '-').Replace('?', '-'));
    }

    [Fact]
    public async Task AWholeDecisionCanBeMadeWithTheKeyboardAlone()
    {
        await using var context = await chromium.NewContextAsync(program.Address);
        var page = await PlayAloneAsync(context);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).PressAsync("Enter");
        await page.StepUntilAsync(Leaked);
        await page.Locator("nav.parts").GetByRole(AriaRole.Link, new() { Name = "Credentials" }).PressAsync("Enter");
        await page.Locator(".board input").First.PressAsync("Space");
        await Assertions.Expect(page.Locator(".board input").First).ToBeCheckedAsync();
        await page.Locator(".choices a").First.PressAsync("Enter");
        await page.Locator("form.decision").GetByLabel("Why?").FillAsync("It leaked");
        await page.Locator("form.decision button[type=submit]").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".rail .running > li")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task TheClockRunsByItselfAndStandsInAPause()
    {
        await using var context = await chromium.NewContextAsync(program.Address);
        await context.Clock.InstallAsync();
        var page = await PlayAloneAsync(context);
        var elapsed = page.Locator("[data-clock-elapsed]");
        var before = await elapsed.TextContentAsync();
        await Assertions.Expect(elapsed).Not.ToHaveTextAsync(before!);

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Assertions.Expect(page.Locator(".live[data-state=paused]")).ToBeVisibleAsync();
        var stood = await elapsed.TextContentAsync();
        await page.Clock.RunForAsync(5000);
        Assert.Equal(stood, await elapsed.TextContentAsync());
    }

    [Fact]
    public async Task OnAPhoneAListKeepsItsPlaceWhileSomethingIsRead()
    {
        await using var context = await chromium.NewContextAsync(program.Address, Screen.Phone);
        var page = await PlayAloneAsync(context);
        await page.Locator("nav.parts").GetByRole(AriaRole.Link, new() { Name = "Credentials" }).ClickAsync();
        var row = page.Locator(".board th a").Nth(18);
        await row.ScrollIntoViewIfNeededAsync();
        var place = await page.EvaluateAsync<int>("scrollY");
        Assert.True(place > 500);

        await row.ClickAsync();
        await Assertions.Expect(page.Locator(".reading h2")).ToBeInViewportAsync();
        await page.Locator(".back").ClickAsync();
        await Assertions.Expect(row).ToBeInViewportAsync();
        Assert.InRange(await page.EvaluateAsync<int>("scrollY"), place - 60, place + 60);
    }

    [Fact]
    public async Task TheThemeIsChosenOnceForAllPages()
    {
        await using var context = await chromium.NewContextAsync(program.Address, scheme: ColorScheme.Dark);
        var page = await context.NewPageAsync();
        await page.OpenAsync("/");
        await page.Locator("[data-theme-switch]").ClickAsync();
        Assert.Equal("light", await page.EvaluateAsync<string>("document.documentElement.dataset.theme"));

        await page.OpenAsync("/host");
        Assert.Equal("light", await page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
    }

    static async Task<IPage> PlayAloneAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.OpenAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play alone" }).First.ClickAsync();
        await page.StartTheClockAsync();
        return page;
    }
}
