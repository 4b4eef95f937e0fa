namespace Tabletop.Browser;

/// <summary>A facilitator who steps in beside the story, and what a team on a phone sees of it.</summary>
public sealed class SteppingInPages(TabletopProgram program, Chromium chromium) : IClassFixture<TabletopProgram>
{
    // One sign-in link works once: one test of the class signs in and goes through everything.
    [Fact]
    public async Task TheFacilitatorStepsInAndTheTeamSeesWhatIsForIt()
    {
        await using var desk = await chromium.NewContextAsync(program.Address);
        await using var seat = await chromium.NewContextAsync(program.Address, Screen.Phone, ColorScheme.Light);
        var (page, player) = (await desk.NewPageAsync(), await seat.NewPageAsync());
        await page.SignInAsync(program);
        var (exercise, code) = await page.HostAsync();
        await player.JoinAsync(code, "Blue", "Ada");
        await Assertions.Expect(page.Locator(".team-cards")).ToContainTextAsync("Ada");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await page.Locator(".controls").GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();

        await HintAsync(page, player);
        await CorrectAndOverrideAsync(page, player);
        await page.LookAsync("stepping-in");
        await RemarkAsync(page, player);
        await MselAsync(page, exercise);
        await using var pocket = await chromium.NewContextAsync(
            program.Address, Screen.Phone, ColorScheme.Light, options => options.StorageState = desk.StorageStateAsync().GetAwaiter().GetResult());
        await MselOnAPhoneAsync(await pocket.NewPageAsync(), exercise);
        await ApproveAsync(page, player, exercise);

        await page.Locator(".controls").GetByRole(AriaRole.Button, new() { Name = "End…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "End and debrief" }).ClickAsync();
        await player.OpenAsync($"/debrief/{exercise}");
        var done = player.GetByRole(AriaRole.Region, new() { Name = "What the facilitator did" });
        await Assertions.Expect(done).ToContainTextAsync("Spoke to the board without being asked.");
        await Assertions.Expect(done).ToContainTextAsync("The owner was faster than you.");
        await Assertions.Expect(player.GetByText("argues well")).ToHaveCountAsync(0);
        await player.LookAsync("stepping-in-debrief-phone");
        await page.OpenAsync($"/debrief/{exercise}");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Private notes" })).ToContainTextAsync("Ada argues well.");
    }

    static async Task RemarkAsync(IPage page, IPage player)
    {
        var remarks = page.Locator(".remarks");
        await remarks.GetByText("Private notes", new() { Exact = false }).First.ClickAsync();
        await remarks.GetByLabel("New note").FillAsync("Ada argues well.");
        await remarks.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Assertions.Expect(remarks.Locator(".remark-list")).ToContainTextAsync("about Blue");
        await page.LookAsync("stepping-in-remarks");
        Assert.DoesNotContain("argues well", await player.ContentAsync(), StringComparison.Ordinal);
    }

    static async Task MselAsync(IPage page, string exercise)
    {
        await page.OpenAsync($"/facilitate/{exercise}");
        await page.GetByRole(AriaRole.Link, new() { Name = "MSEL" }).First.ClickAsync();
        await page.Locator(".room-msel").GetByRole(AriaRole.Link, new() { NameRegex = new("^To come") }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("state=tocome"));
        await page.LookAsync("msel");

        await page.Locator(".msel-title").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#opened")).ToBeFocusedAsync();
        await page.Locator(".reschedule").GetByRole(AriaRole.Button, new() { Name = "+1 h" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".msel tr.chosen")).ToContainTextAsync("moved");
        await page.LookAsync("msel-inject");

        await page.Locator(".acts").GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        await page.GetByLabel("Title").FillAsync("Changed before it came");
        await page.LookAsync("msel-edit");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change it" }).ClickAsync();
        await Assertions.Expect(page.Locator("#opened")).ToHaveTextAsync("Changed before it came");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send Changed before it came now" }).ClickAsync();
        await Assertions.Expect(page.Locator(".per-team")).ToContainTextAsync("read by 0 of 1");
    }

    static async Task MselOnAPhoneAsync(IPage page, string exercise)
    {
        await page.OpenAsync($"/facilitate/{exercise}?view=msel");
        await Assertions.Expect(page.Locator(".msel-title").First).ToBeVisibleAsync();
        await page.LookAsync("msel-phone");
        await page.OpenAsync($"/facilitate/{exercise}?view=msel&inject=new");
        await page.GetByLabel("Start from").SelectOptionAsync("The board wants to know");
        await Assertions.Expect(page.GetByLabel("Title")).ToHaveValueAsync("Where do we stand?");
        await page.LookAsync("msel-phone-write");
    }

    async Task ApproveAsync(IPage page, IPage player, string exercise)
    {
        var inviting = await page.Context.NewPageAsync();
        await inviting.OpenAsync("/host/invite");
        await inviting.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var link = await inviting.Locator(".linkbox code").InnerTextAsync();
        await inviting.CloseAsync();

        await page.OpenAsync($"/facilitate/{exercise}");
        await page.Locator(".acts-done summary").ClickAsync();
        await page.Locator(".acts-done").GetByRole(AriaRole.Button, new() { Name = "Facilitators…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn two-person approval on" }).ClickAsync();
        await page.LookAsync("approval-dialog");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".approval-state")).ToContainTextAsync("You are the only facilitator here.");

        await using var second = await chromium.NewContextAsync(program.Address, Screen.Phone, ColorScheme.Light);
        var other = await second.NewPageAsync();
        await other.GotoAsync(link);
        await other.OpenAsync($"/facilitate/{exercise}");
        await Assertions.Expect(page.Locator(".approval-state")).ToContainTextAsync("waits for a second facilitator");

        await page.OpenAsync($"/facilitate/{exercise}?inject=new");
        await page.GetByLabel("Start from").SelectOptionAsync("The board wants to know");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send now" }).ClickAsync();
        await Assertions.Expect(page.Locator(".deed")).ToContainTextAsync("You asked to send a new inject");
        await page.Locator(".controls").GetByRole(AriaRole.Button, new() { Name = "End…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "End and debrief" }).ClickAsync();
        await Assertions.Expect(page.Locator(".deed")).ToHaveCountAsync(2);
        await page.LookAsync("approval");

        var asks = other.Locator(".deed.asks");
        await Assertions.Expect(asks).ToHaveCountAsync(2);
        await other.LookAsync("approval-phone");
        await other.GetByRole(AriaRole.Button, new() { NameRegex = new("^Decline….*end the exercise") }).PressAsync("Enter");
        await Assertions.Expect(other.GetByLabel("Why not?")).ToBeFocusedAsync();
        await other.Keyboard.TypeAsync("Blue has a question.");
        await other.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".deed").Last).ToContainTextAsync("declined: Blue has a question.");
        await Assertions.Expect(player.GetByText("Where do we stand?").First).ToBeHiddenAsync();
        await other.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") }).ClickAsync();
        await Assertions.Expect(asks).ToHaveCountAsync(0);
        await Assertions.Expect(other.Locator(".approval-strip")).ToBeFocusedAsync();
        await Assertions.Expect(player.GetByText("Where do we stand?").First).ToBeVisibleAsync();
        Assert.DoesNotContain("Blue has a question", await player.ContentAsync(), StringComparison.Ordinal);

        await page.Locator(".acts-done summary").ClickAsync();
        await Assertions.Expect(page.Locator(".acts-list")).ToContainTextAsync("approved by");
        await page.LookAsync("approval-declined");
        await page.Locator(".acts-done").GetByRole(AriaRole.Button, new() { Name = "Facilitators…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn two-person approval off" }).ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put away" }).ClickAsync();
        await Assertions.Expect(page.Locator(".approval-strip")).ToHaveCountAsync(0);
    }

    static async Task HintAsync(IPage page, IPage player)
    {
        await page.Locator(".room-stream").GetByRole(AriaRole.Button, new() { Name = "Hint…" }).ClickAsync();
        var dialog = page.Locator("#hint-dialog");
        await dialog.GetByLabel("Hint", new() { Exact = true }).FillAsync("Ask who owns the tokens that nobody has used for a year.");
        await dialog.GetByLabel("Costs").FillAsync("5");
        await page.LookAsync("stepping-in-hint");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Give the hint" }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(player.Locator(".hint-bar")).ToContainTextAsync("for 5 points");
        await player.LookAsync("play-hint-phone");
        await player.Locator(".hint-bar").GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(player.Locator(".hint-bar")).ToHaveCountAsync(0);
    }

    static async Task CorrectAndOverrideAsync(IPage page, IPage player)
    {
        await page.Locator(".team-name").First.ClickAsync();
        var section = page.Locator(".interventions");
        await Assertions.Expect(section).ToContainTextAsync("read by 1 of 1");
        await section.GetByText("Correct the score", new() { Exact = true }).ClickAsync();
        await section.GetByLabel("Points").FillAsync("3");
        await section.GetByLabel("In", new() { Exact = true }).SelectOptionAsync("Communication");
        await section.Locator("#correct-reason").FillAsync("Spoke to the board without being asked.");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(section.Locator(".states")).ToContainTextAsync("Spoke to the board");
        await section.GetByText("Change the world or the attacker").ClickAsync();
        await section.GetByLabel("What", new() { Exact = true }).SelectOptionAsync("Credential:moveworks-token");
        await section.GetByLabel("Set to").SelectOptionAsync("revoked");
        await section.Locator("#override-reason").FillAsync("The owner was faster than you.");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(section.Locator(".states")).ToContainTextAsync("usable → revoked");
        Assert.DoesNotContain("faster than you", await player.ContentAsync(), StringComparison.Ordinal);
    }
}
