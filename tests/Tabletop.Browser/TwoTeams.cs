namespace Tabletop.Browser;

/// <summary>A facilitator and two teams, each in a browser of its own, from the lobby to the debrief.</summary>
public sealed class TwoTeams(TabletopProgram program, Chromium chromium) : IClassFixture<TabletopProgram>
{
    static readonly string[] TheFour = ["moveworks-token", "smartsheet-account", "bitbucket-account", "aws-apps-account"];

    [Fact]
    public async Task WhoEndsTheFourInOctoberKeepsTheAttackerOutAndOutscoresHistory()
    {
        await using var facilitators = await chromium.NewContextAsync(program.Address);
        await using var blues = await chromium.NewContextAsync(program.Address, Screen.Phone, ColorScheme.Light);
        await using var reds = await chromium.NewContextAsync(program.Address);
        var (facilitator, blue, red) = (await facilitators.NewPageAsync(), await blues.NewPageAsync(), await reds.NewPageAsync());

        await facilitator.SignInAsync(program);
        var (id, code) = await facilitator.HostAsync();
        await blue.JoinAsync(code, "Blue", "Bea");
        await red.JoinAsync(code, "Red", "Rob");
        await Assertions.Expect(facilitator.Locator(".team-cards").GetByText("Bea")).ToBeVisibleAsync();
        await Assertions.Expect(facilitator.Locator(".team-cards").GetByText("Rob")).ToBeVisibleAsync();
        await facilitator.SaveScreenshotAsync("lobby");

        await facilitator.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await Assertions.Expect(red.GetByText("paused").First).ToBeVisibleAsync();
        await facilitator.JumpAsync("Notice and rotation");

        // October: Red ends all four, Blue runs the standard job and believes the rest unused.
        await red.DecideAsync(id, "revoke", TheFour);
        await red.DecideAsync(id, "bulk-rotate");
        await blue.DecideAsync(id, "bulk-rotate");

        // 23 November, 16:00: the alert comes to Blue, and to Blue only.
        await facilitator.StepUntilAsync(Utc(11, 23, 16, 0));
        await facilitator.SaveScreenshotAsync("control-alert");
        await blue.OpenAsync($"/play/{id}");
        await Assertions.Expect(blue.Locator(Alert).First).ToBeVisibleAsync();
        await red.OpenAsync($"/play/{id}");
        await Assertions.Expect(red.Locator(Harmless).First).ToBeVisibleAsync();
        await Assertions.Expect(red.Locator(Alert)).ToHaveCountAsync(0);
        var redsMarkup = await red.ContentAsync();
        Assert.DoesNotContain("Blue", redsMarkup, StringComparison.Ordinal);

        // Blue acts as history did, one thing after the other.
        await blue.DecideAsync(id, "disable-account", "smartsheet-account");
        await facilitator.StepUntilAsync(Utc(11, 23, 16, 40));
        await blue.DecideAsync(id, "sweep-account");
        await facilitator.StepUntilAsync(Utc(11, 23, 17, 30));
        await blue.DecideOnAsync(id, "disable-user", "rogue-user");
        await blue.DecideAsync(id, "declare-incident");
        await blue.DecideAsync(id, "block-addresses");
        await blue.DecideOnAsync(id, "hunt", "atlassian-host");
        await blue.DecideAsync(id, "revoke", "moveworks-token");
        await facilitator.StepUntilAsync(Utc(11, 24, 1, 0));
        await blue.DecideOnAsync(id, "remove-implant", "implant");
        await blue.SaveScreenshotAsync("play-phone");

        await facilitator.StepUntilAsync(Utc(11, 24, 4, 0));
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "End…" }).ClickAsync();
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "End and debrief" }).ClickAsync();
        await facilitator.GetByRole(AriaRole.Link, new() { Name = "Open the debrief" }).ClickAsync();
        await facilitator.WaitForURLAsync("**/debrief/**");
        await Assertions.Expect(facilitator.GetByRole(AriaRole.Heading, new() { Name = "All teams" })).ToBeVisibleAsync();
        await facilitator.SaveScreenshotAsync("debrief");
        Assert.Equal("", await facilitator.AxeViolationsAsync());

        var (bluesScore, redsScore) = (await ScoreAsync(facilitator, "Blue"), await ScoreAsync(facilitator, "Red"));
        Assert.True(redsScore > bluesScore, $"Red has {redsScore}, Blue {bluesScore}.");
        Assert.True(redsScore > await ScoreAsync(facilitator, "History"), "Red is behind history.");
        await Assertions.Expect(Row(facilitator, "Red")).ToContainTextAsync("Nobody came in");
        await Assertions.Expect(Row(facilitator, "Blue")).Not.ToContainTextAsync("Nobody came in");

        // The debrief is open to everybody, each with the own team first.
        await red.OpenAsync($"/debrief/{id}");
        await Assertions.Expect(red.GetByText("your team").First).ToBeVisibleAsync();
        await blue.OpenAsync($"/debrief/{id}");
        await blue.SaveScreenshotAsync("debrief-phone");
        Assert.Equal("", await blue.AxeViolationsAsync());
    }

    // By id: a harmless message of the same morning has the same title.
    const string Alert = "a[href*='alert-group-change']";
    const string Harmless = "a[href*='planned-group-change']";

    static ILocator Row(IPage page, string team) =>
        page.Locator(".comparison tbody tr").Filter(new() { Has = page.Locator("th", new() { HasText = team }) });

    static async Task<decimal> ScoreAsync(IPage page, string team) =>
        decimal.Parse(await Row(page, team).Locator("td.points b").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

    static DateTimeOffset Utc(int month, int day, int hour, int minute) => new(2023, month, day, hour, minute, 0, TimeSpan.Zero);
}
