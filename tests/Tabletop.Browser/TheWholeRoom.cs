using System.Globalization;

namespace Tabletop.Browser;

/// <summary>
/// A facilitator, an evaluator, the wall and six participants in three teams, each in a browser of its own, from the lobby to the debrief.
/// Two hold a phone, one loses the network for a while, one comes late.
/// </summary>
public sealed class TheWholeRoom(TabletopProgram program, Chromium chromium) : IClassFixture<TabletopProgram>
{
    static readonly string[] TheFour = ["moveworks-token", "smartsheet-account", "bitbucket-account", "aws-apps-account"];

    // By id: a harmless message of the same morning has the same title.
    const string Alert = "a[href*='alert-group-change']";
    const string Harmless = "a[href*='planned-group-change']";
    const string Observed = "They looked for what else the account had touched.";

    [Fact]
    public async Task EachSeesTheirOwnPartAndWhoEndsTheFourInOctoberKeepsTheAttackerOut()
    {
        await using var desk = await chromium.NewContextAsync(program.Address);
        await using var projector = await chromium.NewContextAsync(program.Address);
        await using var tablet = await chromium.NewContextAsync(program.Address);
        await using var beas = await chromium.NewContextAsync(program.Address, Screen.Phone, ColorScheme.Light);
        await using var bens = await chromium.NewContextAsync(program.Address);
        await using var robs = await chromium.NewContextAsync(program.Address);
        await using var rias = await chromium.NewContextAsync(program.Address);
        await using var gils = await chromium.NewContextAsync(program.Address, Screen.Phone);
        await using var guss = await chromium.NewContextAsync(program.Address, scheme: ColorScheme.Light);
        var facilitator = await desk.NewPageAsync();
        await facilitator.SignInAsync(program);
        var (id, code) = await facilitator.HostAsync();

        await facilitator.GetByRole(AriaRole.Button, new() { Name = "Guests and the wall" }).ClickAsync();
        var wall = await facilitator.AdmitAsync(projector, "Projector", "The wall");
        var evaluator = await facilitator.AdmitAsync(tablet, "Eva", "Every team", "Evaluator");
        await facilitator.Keyboard.PressAsync("Escape");
        var bea = await SitAsync(beas, code, "Blue", "Beatrix");
        var rob = await SitAsync(robs, code, "Red", "Robin");
        var gil = await SitAsync(gils, code, "Green", "Gilda");
        var ben = await SitAsync(bens, code, "Blue", "Benno", "SOC analyst");
        var ria = await SitAsync(rias, code, "Red", "Riana", "Identity engineer");
        await Assertions.Expect(wall.Locator(".wall-count")).ToHaveTextAsync("5 people are here, in 3 teams");
        foreach (var name in new[] { "Beatrix", "Benno", "Robin", "Riana", "Gilda" })
            await Assertions.Expect(facilitator.Locator(".team-cards").GetByText(name)).ToBeVisibleAsync();
        await facilitator.SaveScreenshotAsync("lobby");

        await facilitator.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await Assertions.Expect(rob.GetByText("paused").First).ToBeVisibleAsync();
        await facilitator.JumpAsync("Notice and rotation");

        // October: Red ends all four, Blue runs the standard job and believes the rest unused, Green only looks on.
        await rob.DecideAsync(id, "revoke", TheFour);
        await rob.DecideAsync(id, "bulk-rotate");
        await bea.DecideAsync(id, "bulk-rotate");
        await ben.OpenAsync($"/play/{id}?view=log");
        await Assertions.Expect(ben.Locator(".log .said").First).ToHaveTextAsync("As the plan says.");

        await CutAsync(rias, ria, () => facilitator.StepUntilAsync(Utc(10, 20, 12, 0)));
        var gus = await SitAsync(guss, code, "Green", "Gustav", "Platform engineer");
        await Assertions.Expect(gus.Locator(".catch-up h2")).ToHaveTextAsync("What happened before you joined");
        await Assertions.Expect(gil.GetByText("2 of 2 here")).ToBeVisibleAsync();

        // 23 November, 16:00: the alert comes to those who let the attacker in, and to nobody else.
        await facilitator.StepUntilAsync(Utc(11, 23, 16, 0));
        await facilitator.SaveScreenshotAsync("control-alert");
        await ExpectAlertAsync(bea, id);
        await ExpectAlertAsync(gil, id);
        await rob.OpenAsync($"/play/{id}");
        await Assertions.Expect(rob.Locator(Harmless).First).ToBeVisibleAsync();
        await Assertions.Expect(rob.Locator(Alert)).ToHaveCountAsync(0);
        await ExpectNoWordAsync(rob, "Blue", "Green", "Beatrix", "Gustav");
        await ExpectNoWordAsync(gil, "Blue", "Benno", "Robin");
        await ExpectNoWordAsync(wall, "Moveworks", "Smartsheet", "Beatrix", "Robin");

        // Blue acts as history did, one thing after the other, and the evaluator sees it.
        await bea.DecideAsync(id, "disable-account", "smartsheet-account");
        await facilitator.StepUntilAsync(Utc(11, 23, 16, 40));
        await bea.DecideAsync(id, "sweep-account");
        await EvaluateAsync(evaluator);
        await facilitator.StepUntilAsync(Utc(11, 23, 17, 30));
        await ben.DecideOnAsync(id, "disable-user", "rogue-user");
        await bea.DecideAsync(id, "declare-incident");
        await bea.DecideAsync(id, "block-addresses");
        await bea.DecideOnAsync(id, "hunt", "atlassian-host");
        await bea.DecideAsync(id, "revoke", "moveworks-token");
        await facilitator.StepUntilAsync(Utc(11, 24, 1, 0));
        await bea.DecideOnAsync(id, "remove-implant", "implant");
        await bea.SaveScreenshotAsync("play-phone");
        await facilitator.StepUntilAsync(Utc(11, 24, 4, 0));
        await wall.SaveScreenshotAsync("wall-night");

        await facilitator.GetByRole(AriaRole.Button, new() { Name = "End…" }).ClickAsync();
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "End and debrief" }).ClickAsync();
        await facilitator.GetByRole(AriaRole.Link, new() { Name = "Open the debrief" }).ClickAsync();
        await facilitator.WaitForURLAsync("**/debrief/**");
        await Assertions.Expect(facilitator.GetByRole(AriaRole.Heading, new() { Name = "All teams" })).ToBeVisibleAsync();
        await facilitator.SaveScreenshotAsync("debrief");
        Assert.Equal("", await facilitator.AxeViolationsAsync());

        var (bluesScore, redsScore) = (await ScoreAsync(facilitator, "Blue"), await ScoreAsync(facilitator, "Red"));
        Assert.True(redsScore > bluesScore, $"Red has {redsScore}, Blue {bluesScore}.");
        Assert.True(bluesScore > await ScoreAsync(facilitator, "Green"), "Who does nothing is not behind.");
        Assert.True(redsScore > await ScoreAsync(facilitator, "History"), "Red is behind history.");
        await Assertions.Expect(Row(facilitator, "Red")).ToContainTextAsync("Nobody came in");
        await Assertions.Expect(Row(facilitator, "Blue")).Not.ToContainTextAsync("Nobody came in");

        // The debrief is open to everybody, each with the own team first; what was observed of a team is read there.
        await ria.OpenAsync($"/debrief/{id}");
        await Assertions.Expect(ria.Locator("nav.teams [aria-current=page]")).ToContainTextAsync("your team");
        await ExpectNoWordAsync(ria, Observed);
        await bea.OpenAsync($"/debrief/{id}");
        await Assertions.Expect(bea.Locator(".evaluation")).ToContainTextAsync(Observed);
        await bea.SaveScreenshotAsync("debrief-phone");
        Assert.Equal("", await bea.AxeViolationsAsync());
    }

    static async Task<IPage> SitAsync(IBrowserContext browser, string code, string team, string name, string role = "Incident commander")
    {
        var page = await browser.NewPageAsync();
        await page.JoinAsync(code, team, name, role);
        return page;
    }

    /// <summary>What came while the network was away is told in its order when it is back.</summary>
    static async Task CutAsync(IBrowserContext browser, IPage page, Func<Task> meanwhile)
    {
        await browser.SetOfflineAsync(true);
        await Assertions.Expect(page.GetByText("The connection to the server is lost")).ToBeVisibleAsync();
        await meanwhile();
        await browser.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator(".away h2")).ToContainTextAsync("things came while you were away");
        var times = await page.Locator(".away time").EvaluateAllAsync<string[]>("all => all.map(time => time.dateTime)");
        Assert.NotEmpty(times);
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
        await page.GetByRole(AriaRole.Button, new() { Name = "I have seen it" }).ClickAsync();
    }

    static async Task EvaluateAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Team" }).GetByRole(AriaRole.Link, new() { Name = "Blue" }).ClickAsync();
        await Assertions.Expect(page.Locator(".deeds")).ToContainTextAsync("As the plan says.");
        await page.GetByLabel("Observation").FillAsync(Observed);
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        await Assertions.Expect(page.Locator(".observations")).ToContainTextAsync(Observed);
        var rating = page.GetByRole(AriaRole.Button, new() { NameRegex = new(@"^S\b") }).First;
        await rating.ClickAsync();
        await Assertions.Expect(rating).ToHaveAttributeAsync("aria-pressed", "true");
    }

    static async Task ExpectAlertAsync(IPage page, string id)
    {
        await page.OpenAsync($"/play/{id}");
        await Assertions.Expect(page.Locator(Alert).First).ToBeVisibleAsync();
    }

    static async Task ExpectNoWordAsync(IPage page, params string[] words)
    {
        var markup = await page.ContentAsync();
        foreach (var word in words)
            Assert.DoesNotContain(word, markup, StringComparison.Ordinal);
    }

    static ILocator Row(IPage page, string team) =>
        page.Locator(".comparison tbody tr").Filter(new() { Has = page.Locator("th", new() { HasText = team }) });

    static async Task<decimal> ScoreAsync(IPage page, string team) =>
        decimal.Parse(await Row(page, team).Locator("td.points b").InnerTextAsync(), CultureInfo.InvariantCulture);

    static DateTimeOffset Utc(int month, int day, int hour, int minute) => new(2023, month, day, hour, minute, 0, TimeSpan.Zero);
}
