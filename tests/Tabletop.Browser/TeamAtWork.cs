namespace Tabletop.Browser;

/// <summary>A team that talks, writes down, sorts what it gets, takes in a late one and moves to another device, in real browsers.</summary>
public sealed class TeamAtWork(Chromium chromium)
{
    [Fact]
    public async Task NobodyIsMissedAndNothingThatWasWrittenIsLost()
    {
        await using var program = await TabletopProgram.StartAsync();
        await using var desk = await chromium.NewContextAsync(program.Address);
        await using var office = await chromium.NewContextAsync(program.Address);
        await using var pocket = await chromium.NewContextAsync(program.Address, Screen.Phone, ColorScheme.Light);
        var (facilitator, ada, bo) = (await desk.NewPageAsync(), await office.NewPageAsync(), await pocket.NewPageAsync());
        await facilitator.SignInAsync(program);
        var (id, code) = await facilitator.HostAsync();
        await ada.JoinAsync(code, "Blue", "Ada");
        await JoinBesideAsync(bo, code, "Bo", "SOC analyst");
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();

        await TalkAsync(ada, bo, id);
        await WriteDownAsync(ada, bo, office, id);
        await facilitator.StepUntilAsync(new(2023, 10, 19, 12, 0, 0, TimeSpan.Zero));
        await ProposeAsync(ada, bo, id);
        await SortAsync(ada, id);
        await SaveTimelineAsync(ada, id);
        await BeToldAsync(facilitator, ada, id);

        await using var home = await chromium.NewContextAsync(program.Address);
        var cy = await home.NewPageAsync();
        await JoinBesideAsync(cy, code, "Cy", "Identity engineer");
        await CatchUpAsync(cy);
        await using var tablet = await chromium.NewContextAsync(program.Address, Screen.Phone);
        await MoveAsync(cy, await tablet.NewPageAsync(), id);
    }

    static async Task TalkAsync(IPage ada, IPage bo, string id)
    {
        await ada.OpenAsync($"/play/{id}?view=team");
        await ada.GetByLabel("Message to your team").FillAsync("@Bo please look at the log of the gateway <b>now</b>");
        await ada.GetByLabel("Message to your team").PressAsync("Enter");
        await Assertions.Expect(ada.Locator(".chat-lines .mine")).ToHaveCountAsync(1);
        await Assertions.Expect(ada.GetByLabel("Message to your team")).ToHaveValueAsync("");

        var team = bo.Locator("nav.parts").GetByRole(AriaRole.Link, new() { Name = "Team" });
        await Assertions.Expect(team.Locator(".count")).ToContainTextAsync("@1");
        await team.ClickAsync();
        await Assertions.Expect(bo.Locator(".chat-lines .for-you")).ToContainTextAsync("@Bo please look at the log of the gateway <b>now</b>");
        await Assertions.Expect(team.Locator(".count")).ToHaveCountAsync(0);
        await bo.GetByText("Mention somebody").ClickAsync();
        await bo.GetByRole(AriaRole.Button, new() { Name = "@Ada" }).ClickAsync();
        await Assertions.Expect(bo.GetByLabel("Message to your team")).ToHaveValueAsync("@Ada ");
        await bo.GetByLabel("Message to your team").PressSequentiallyAsync("on it");
        await bo.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(ada.Locator(".chat-lines .for-you")).ToContainTextAsync("@Ada on it");
        await ada.LookAsync("team-chat-desktop");
        await bo.LookAsync("team-chat-phone");
    }

    static async Task WriteDownAsync(IPage ada, IPage bo, IBrowserContext office, string id)
    {
        await ada.OpenAsync($"/play/{id}?view=notes");
        await ada.GetByLabel("New entry").FillAsync("Call the supplier");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        await ada.GetByRole(AriaRole.Link, new() { NameRegex = new("^Change") }).ClickAsync();
        await Assertions.Expect(Entry(ada)).ToHaveValueAsync("Call the supplier");

        // What is typed while the network is away is there when it is back, and after a reload.
        await office.SetOfflineAsync(true);
        await Entry(ada).FillAsync("Call the supplier, ask for the logs");
        await office.SetOfflineAsync(false);
        await Assertions.Expect(ada.GetByText("The connection to the server is lost")).ToBeHiddenAsync();

        await bo.OpenAsync($"/play/{id}?view=notes");
        await bo.GetByRole(AriaRole.Link, new() { NameRegex = new("^Change") }).ClickAsync();
        await Entry(bo).FillAsync("Call the supplier at nine");
        await bo.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await ada.ReloadAsync();
        await ada.CircuitAsync();
        await Assertions.Expect(Entry(ada)).ToHaveValueAsync("Call the supplier, ask for the logs");
        await Assertions.Expect(ada.GetByText("Bo changed this entry while you were writing")).ToBeVisibleAsync();
        await ada.LookAsync("notebook-conflict-desktop");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Add mine below theirs" }).ClickAsync();
        await Assertions.Expect(bo.Locator(".log .said-whole").First).ToHaveTextAsync("Call the supplier at nine\n\nCall the supplier, ask for the logs");
        await bo.LookAsync("notebook-phone");
    }

    // An analyst may not start the rotation: the commander does, against an objection of her own.
    static async Task ProposeAsync(IPage ada, IPage bo, string id)
    {
        await bo.OpenAsync($"/play/{id}?view=act&item=bulk-rotate");
        await bo.GetByLabel("Why?").FillAsync("The list is <b>long</b> enough.");
        await bo.GetByRole(AriaRole.Button, new() { Name = "Propose it to the team" }).ClickAsync();
        await Assertions.Expect(bo.Locator(".proposals li")).ToContainTextAsync("The list is <b>long</b> enough.");

        await ada.OpenAsync($"/play/{id}?view=act");
        await Assertions.Expect(ada.Locator("nav.parts").GetByRole(AriaRole.Link, new() { Name = "Act" }).Locator(".count")).ToContainTextAsync("1");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Say what you think" }).ClickAsync();
        await ada.GetByRole(AriaRole.Button, new() { Name = "I object" }).ClickAsync();
        await Assertions.Expect(ada.Locator(".proposed [role=alert]")).ToContainTextAsync("Say what speaks against it");
        await ada.Locator(".proposals").GetByLabel("Why?").FillAsync("It passes over what nobody owns.");
        await ada.LookAsync("proposed-desktop");
        await ada.GetByRole(AriaRole.Button, new() { Name = "I object" }).ClickAsync();
        await Assertions.Expect(bo.Locator(".proposals .voice")).ToContainTextAsync("Ada: It passes over what nobody owns.");
        await bo.LookAsync("proposed-phone");

        await ada.GetByRole(AriaRole.Link, new() { Name = "Decide it" }).ClickAsync();
        await ada.Locator("form.decision button[type=submit]").ClickAsync();
        await Assertions.Expect(ada.Locator(".rail .running")).ToContainTextAsync("Run the bulk rotation");
        await Assertions.Expect(bo.Locator(".proposals")).ToHaveCountAsync(0);
    }

    static async Task SortAsync(IPage ada, string id)
    {
        await ada.OpenAsync($"/play/{id}");
        var lines = ada.Locator(".lines .line");
        await lines.First.FocusAsync();
        await ada.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(lines.Nth(1)).ToBeFocusedAsync();
        var title = await lines.Nth(1).Locator(".line-title").InnerTextAsync();
        await ada.Keyboard.PressAsync("Enter");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Flag" }).PressAsync("Enter");
        await Assertions.Expect(ada.GetByRole(AriaRole.Button, new() { Name = "Flag", Pressed = true })).ToBeVisibleAsync();

        await ada.ReloadAsync();
        await ada.CircuitAsync();
        await ada.Locator(".chips").GetByRole(AriaRole.Link, new() { Name = "Flagged" }).ClickAsync();
        await Assertions.Expect(lines).ToHaveCountAsync(1);
        await Assertions.Expect(lines).ToContainTextAsync(title);
        await ada.GetByLabel("Search the inbox").FillAsync("no such word anywhere");
        await Assertions.Expect(ada.Locator(".list .empty")).ToHaveTextAsync("Nothing like that is in the inbox.");
        await ada.GetByLabel("Search the inbox").FillAsync("");
        await Assertions.Expect(lines).ToHaveCountAsync(1);
        await ada.LookAsync("inbox-flagged-desktop");
    }

    // The browser's own notifications can't be seen: what is given to them is kept instead.
    static async Task BeToldAsync(IPage facilitator, IPage ada, string id)
    {
        await ada.AddInitScriptAsync(
            """
            window.told = [];
            window.Notification = class { constructor(title, options) { window.told.push(`${title}: ${options.body}`); } };
            Notification.permission = "default";
            Notification.requestPermission = async () => Notification.permission = "granted";
            document.hasFocus = () => false;
            """);
        await ada.OpenAsync($"/play/{id}");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Sound and notifications" }).ClickAsync();
        await ada.GetByLabel("A notification while you look at something else").CheckAsync();
        await ada.GetByLabel("A short sound").CheckAsync();
        await ada.LookAsync("alerts-desktop");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();

        await ada.ReloadAsync();
        await ada.CircuitAsync();
        Assert.Equal("granted", await ada.EvaluateAsync<string>("Notification.permission = 'granted'"));
        await ada.GetByRole(AriaRole.Button, new() { Name = "Sound and notifications" }).ClickAsync();
        await Assertions.Expect(ada.GetByLabel("A short sound")).ToBeCheckedAsync();
        await ada.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await facilitator.StepUntilAsync(new(2023, 10, 20, 10, 0, 0, TimeSpan.Zero));
        await ada.WaitForFunctionAsync("() => window.told.length > 0");
        Assert.StartsWith("Blue: ", await ada.EvaluateAsync<string>("window.told[0]"), StringComparison.Ordinal);
        await Assertions.Expect(ada).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\([0-9]+\) "));
    }

    static async Task SaveTimelineAsync(IPage ada, string id)
    {
        await ada.OpenAsync($"/play/{id}?view=log");
        await ada.LookAsync("log-desktop");
        var saved = await ada.RunAndWaitForDownloadAsync(() => ada.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        Assert.Equal("blue-timeline.csv", saved.SuggestedFilename);
        var text = await File.ReadAllTextAsync((await saved.PathAsync())!);
        Assert.Contains(",Said,Ada,'@Bo please look at the log of the gateway <b>now</b>,", text, StringComparison.Ordinal);
        Assert.Contains(",Noted,Ada,Call the supplier,", text, StringComparison.Ordinal);
    }

    static async Task CatchUpAsync(IPage cy)
    {
        await Assertions.Expect(cy.Locator(".catch-up h2")).ToHaveTextAsync("What happened before you joined");
        await Assertions.Expect(cy.Locator(".catch-up-parts section")).ToHaveCountAsync(4);
        await cy.LookAsync("catch-up-desktop");
        await cy.GetByRole(AriaRole.Button, new() { Name = "I am up to date" }).ClickAsync();
        await Assertions.Expect(cy.Locator(".catch-up")).ToHaveCountAsync(0);
        await cy.ReloadAsync();
        await cy.CircuitAsync();
        await Assertions.Expect(cy.Locator(".catch-up")).ToHaveCountAsync(0);
    }

    static async Task MoveAsync(IPage cy, IPage tablet, string id)
    {
        await cy.OpenAsync($"/play/{id}?view=team");
        await cy.GetByRole(AriaRole.Link, new() { Name = "Continue on another device" }).ClickAsync();
        await cy.GetByRole(AriaRole.Button, new() { Name = "Show a code" }).ClickAsync();
        var code = await cy.Locator(".move-code").InnerTextAsync();
        await cy.LookAsync("move-away-desktop");

        await tablet.OpenAsync("/move");
        await tablet.LookAsync("move-here-phone");
        await tablet.GetByLabel("Code").FillAsync(code);
        await tablet.GetByRole(AriaRole.Button, new() { Name = "Continue here" }).ClickAsync();
        await tablet.WaitForURLAsync("**/play/**");
        await tablet.CircuitAsync();
        await Assertions.Expect(tablet.Locator("[data-person]")).ToBeVisibleAsync();
        await Assertions.Expect(cy.GetByRole(AriaRole.Heading, new() { Name = "You continue on another device" })).ToBeVisibleAsync();
        await cy.LookAsync("moved-desktop");
    }

    static ILocator Entry(IPage page) => page.GetByLabel("Entry", new() { Exact = true });

    static async Task JoinBesideAsync(IPage page, string code, string name, string role)
    {
        await page.OpenAsync($"/?code={code}");
        await page.GetByLabel("Your name").FillAsync(name);
        await page.Locator("input[name=team]").First.CheckAsync();
        await page.Locator(".roles").GetByText(role, new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take your seat" }).ClickAsync();
        await page.WaitForURLAsync("**/play/**");
        await page.CircuitAsync();
    }
}
