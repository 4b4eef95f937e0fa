using System.Text.RegularExpressions;

namespace Tabletop.Browser;

/// <summary>What a room looks at when it is over: history beside the team, another decision, and the play once more.</summary>
public sealed class DebriefWithGhostWhatIfAndReplay(TabletopProgram program, Chromium chromium) : IClassFixture<TabletopProgram>
{
    // One sign-in link works once: one test plays, and looks at all of it.
    [Fact]
    public async Task ATeamSeesHistoryAnotherDecisionAndEveryMomentOfItsPlay()
    {
        await using var desk = await chromium.NewContextAsync(program.Address);
        await using var seat = await chromium.NewContextAsync(program.Address);
        var (facilitator, red) = (await desk.NewPageAsync(), await seat.NewPageAsync());
        await facilitator.SignInAsync(program);
        var (id, code) = await facilitator.HostAsync();
        await red.JoinAsync(code, "Red", "Rob");
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await facilitator.Locator(".controls").GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await Assertions.Expect(facilitator.Locator(".live[data-state=paused]")).ToBeVisibleAsync();
        await facilitator.JumpAsync("Notice and rotation");
        await red.DecideAsync(id, "bulk-rotate");
        await facilitator.JumpAsync("Thanksgiving, afternoon and evening");
        await HistoryIsShownLiveAndHiddenAgainAsync(facilitator, red, seat, id);
        await red.DecideAsync(id, "disable-account", "smartsheet-account");
        await facilitator.JumpAsync("Aftermath");
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "End…" }).ClickAsync();
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "End and debrief" }).ClickAsync();
        await Assertions.Expect(facilitator.GetByRole(AriaRole.Link, new() { Name = "Open the debrief" })).ToBeVisibleAsync();

        await OpenTheDebriefAsync(red, id);
        await HistoryStandsBesideTheTeamAsync(red);
        await AnotherDecisionIsPlayedOutAsync(red, id);
        await OpenTheDebriefAsync(red, id);
        var link = await ThePlayIsSeenOnceMoreAsync(red);
        await InEverySizeAndThemeAsync(seat, id, link);
    }

    async Task HistoryIsShownLiveAndHiddenAgainAsync(IPage facilitator, IPage player, IBrowserContext seat, string id)
    {
        var strip = player.Locator(".history-strip");
        await player.OpenAsync($"/play/{id}");
        await Assertions.Expect(strip).ToHaveCountAsync(0);
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "Show to players" }).ClickAsync();
        await Assertions.Expect(strip.Locator("summary")).ToContainTextAsync("points now");
        await facilitator.LookAsync("control-history-shown");
        await strip.Locator("summary").PressAsync("Enter");
        await Assertions.Expect(strip.Locator("li").First).ToBeVisibleAsync();

        // What history did later that day is not known yet.
        await Assertions.Expect(strip).Not.ToContainTextAsync("Declare an incident");
        await player.LookAsync("play-history-desktop-dark");
        var seated = await seat.StorageStateAsync();
        await using var phone = await chromium.NewContextAsync(program.Address, Screen.Phone, ColorScheme.Light, options => options.StorageState = seated);
        var small = await phone.NewPageAsync();
        await small.OpenAsync($"/play/{id}");
        await Assertions.Expect(small.Locator(".history-strip summary")).ToBeVisibleAsync();
        await small.LookAsync("play-history-phone-light");

        await facilitator.GetByRole(AriaRole.Button, new() { Name = "Hide from players" }).ClickAsync();
        await Assertions.Expect(strip).ToHaveCountAsync(0);
    }

    static async Task OpenTheDebriefAsync(IPage page, string id)
    {
        await page.OpenAsync($"/debrief/{id}");

        // What is chosen before the picture listens may be drawn over.
        await page.Locator(".picture[data-walks]").WaitForAsync();
    }

    static async Task HistoryStandsBesideTheTeamAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("[data-story=history]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".decisions-beside")).ToContainTextAsync("Deactivate a service account");
        await Assertions.Expect(page.Locator(".comparison .benchmarks")).ToContainTextAsync("History");
    }

    static async Task AnotherDecisionIsPlayedOutAsync(IPage page, string id)
    {
        await OpenTheDebriefAsync(page, $"{id}?of=history");
        await Assertions.Expect(page.GetByLabel("Whose decisions")).ToHaveValueAsync("history");
        await page.GetByRole(AriaRole.Radio, new() { Name = "One more" }).CheckAsync();
        await page.GetByLabel("Action", new() { Exact = true }).SelectOptionAsync("revoke");
        await page.GetByLabel("On", new() { Exact = true }).SelectOptionAsync("moveworks-token");
        await page.Locator("#wi-time").FillAsync("2023-10-20T09:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play it again" }).ClickAsync();
        await page.Locator("[data-story=what-if]").WaitForAsync();
        await page.Locator(".what-if-result").GetByText("Another ending").WaitForAsync();
    }

    /// <returns>The address of the moment at which the replay was left.</returns>
    static async Task<string> ThePlayIsSeenOnceMoreAsync(IPage page)
    {
        await page.Locator(".debrief-head").GetByRole(AriaRole.Link, new() { Name = "Replay" }).ClickAsync();
        await page.WaitForURLAsync("**/replay/**");
        await page.Locator("[data-listens]").WaitForAsync();
        var slider = page.GetByRole(AriaRole.Slider, new() { Name = "Scenario time" });
        var turns = page.Locator(".turn-list li");
        await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", new Regex("^Mon 16 Oct 08:00 UTC"));

        // The space bar plays and pauses; the address then says where.
        await slider.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(slider).Not.ToHaveAttributeAsync("aria-valuetext", new Regex("^Mon 16 Oct 08:00"));
        await page.Keyboard.PressAsync("Space");
        await page.WaitForURLAsync("**at=2023**");

        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Later turning point" })).ToBeDisabledAsync();
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", new Regex("^Mon 16 Oct 08:00 UTC"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Later turning point" }).ClickAsync();
        await Assertions.Expect(turns.First.Locator("[aria-current]")).ToHaveCountAsync(1);

        // A jump from the list, and the link alone brings the same moment back.
        await page.Locator(".turn-list").GetByRole(AriaRole.Link, new() { Name = "The attacker has: Implant" }).ClickAsync();
        await Assertions.Expect(page.Locator("[aria-labelledby=attacker-title]")).ToContainTextAsync("Implant on the Atlassian host");
        await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", new Regex("^Wed 22 Nov 14:18 UTC"));
        await page.ReloadAsync();
        await page.Locator("[data-listens]").WaitForAsync();
        await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", new Regex("^Wed 22 Nov 14:18 UTC"));

        // A message can be read as it was.
        await page.Locator(".replay-letter summary").First.ClickAsync();
        await Assertions.Expect(page.Locator(".replay-letter[open] .prose").First).ToBeVisibleAsync();
        await page.Locator(".teams").GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Replay: History" })).ToBeVisibleAsync();
        await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", new Regex("^Wed 22 Nov 14:18 UTC"));
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Replay: Red" })).ToBeVisibleAsync();
        return page.Url;
    }

    async Task InEverySizeAndThemeAsync(IBrowserContext seat, string id, string link)
    {
        var seated = await seat.StorageStateAsync();
        foreach (var (screen, scheme) in new[] { Screen.Desktop, Screen.Phone }.SelectMany(screen => new[] { (screen, ColorScheme.Dark), (screen, ColorScheme.Light) }))
        {
            await using var context = await chromium.NewContextAsync(program.Address, screen, scheme, options =>
            {
                options.StorageState = seated;
                options.ReducedMotion = ReducedMotion.Reduce;
            });
            var page = await context.NewPageAsync();
            await page.OpenAsync(link);
            await page.LookAsync($"replay-{screen}-{scheme}");
            await page.OpenAsync($"/debrief/{id}/replay/history?at=2023-11-24T00%3A00%3A00Z");
            await page.LookAsync($"replay-history-{screen}-{scheme}");
        }
    }
}
