namespace Tabletop.Browser;

/// <summary>What a facilitator sees, on both screens and in both themes: no barrier, nothing wider than the screen.</summary>
public sealed class ControlRoomPages(TabletopProgram program, Chromium chromium) : IClassFixture<TabletopProgram>
{
    // One sign-in link works once: one test of the class signs in and looks at everything.
    [Fact]
    public async Task EveryPartIsWithoutABarrierOnBothScreensAndByKeyboard()
    {
        await using var desk = await chromium.NewContextAsync(program.Address);
        var page = await desk.NewPageAsync();
        await page.SignInAsync(program);
        var (exercise, code) = await page.HostAsync();
        await page.LookAsync("lobby");
        await PrepareTheInjectsAsync(page, exercise);
        await RehearseAsync(page, exercise);
        await SaveATemplateAsync(page, exercise);
        await using var seat = await chromium.NewContextAsync(program.Address);
        await (await seat.NewPageAsync()).JoinAsync(code, "Blue", "Ada");
        await Assertions.Expect(page.Locator(".team-cards")).ToContainTextAsync("here");

        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await page.Locator(".controls").GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".live[data-state=paused]")).ToBeVisibleAsync();
        await page.LookAsync("control-room");
        await AnnounceAsync(page, seat.Pages[0]);
        await OpenAnInjectByKeyboardAsync(page);
        await page.LookAsync("control-inject");
        await PauseWithAReasonAsync(page);
        await DragInTheMselAsync(page, exercise);

        await using var phone = await chromium.NewContextAsync(
            program.Address, Screen.Phone, ColorScheme.Light, options => options.StorageState = desk.StorageStateAsync().GetAwaiter().GetResult());
        var small = await phone.NewPageAsync();
        foreach (var query in new[] { "", "?view=teams", "?view=decisions", "?inject=new" })
        {
            await small.OpenAsync($"/facilitate/{exercise}{query}");
            await small.LookAsync("control-phone" + query.Replace('?', '-').Replace('=', '-'));
        }

        await StepAndSendWithTheThumbAsync(small, exercise);
    }

    static async Task PrepareTheInjectsAsync(IPage page, string exercise)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Prepare the injects" }).ClickAsync();
        await page.LookAsync("msel-in-the-lobby");
        await page.Locator("tr.movable .msel-title").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "+15 min" }).ClickAsync();
        await Assertions.Expect(page.Locator(".reschedule")).ToContainTextAsync("its own time is");
        await page.GetByRole(AriaRole.Link, new() { Name = "Write an inject" }).ClickAsync();
        await page.GetByLabel("Start from").SelectOptionAsync("The board wants to know");
        var due = page.GetByLabel("Comes");
        await due.FillAsync((await due.GetAttributeAsync("max"))!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Schedule it" }).ClickAsync();
        await Assertions.Expect(page.Locator(".msel")).ToContainTextAsync("Where do we stand?");
        await page.GetByRole(AriaRole.Link, new() { Name = "Where do we stand?" }).ClickAsync();
        await page.LookAsync("msel-in-the-lobby-open");
        await page.OpenAsync($"/facilitate/{exercise}");
        await Assertions.Expect(page.Locator(".lobby")).ToContainTextAsync("Injects: 1 own, 1 moved");
    }

    static async Task RehearseAsync(IPage page, string exercise)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Rehearse with bots" }).ClickAsync();
        await page.GetByLabel("stands, and you move it").CheckAsync();
        await page.LookAsync("rehearse");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the rehearsal" }).ClickAsync();
        await Assertions.Expect(page.Locator(".rehearsal-strip")).ToBeVisibleAsync();
        await page.CircuitAsync();
        await page.StepUntilAsync(new(2023, 10, 19, 0, 0, 0, TimeSpan.Zero));
        await Assertions.Expect(page.Locator(".room-stream")).ToContainTextAsync("Bot");
        await page.LookAsync("rehearsal");
        await page.GetByText("Throw away…").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Throw the rehearsal away" }).ClickAsync();
        await Assertions.Expect(page.Locator(".empty")).ToContainTextAsync("There is none.");
        await page.OpenAsync($"/facilitate/{exercise}");
    }

    static async Task SaveATemplateAsync(IPage page, string exercise)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Save as a template" }).ClickAsync();
        await page.GetByLabel("Name of the template").FillAsync("Every quarter");
        await page.GetByText("Which injects").ClickAsync();
        await Assertions.Expect(page.Locator("details[open]")).ToContainTextAsync("Where do we stand?");
        await page.LookAsync("template");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the template" }).ClickAsync();
        await Assertions.Expect(page.Locator("[aria-labelledby=templates-title]")).ToContainTextAsync("Every quarter");
        await page.GetByText("Rename or delete").ClickAsync();
        await page.LookAsync("host-with-a-template");
        await page.OpenAsync($"/facilitate/{exercise}");
    }

    static async Task AnnounceAsync(IPage page, IPage participant)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Announce something" }).ClickAsync();
        await page.GetByLabel("What to say").FillAsync("Lunch is in the next room at half past twelve.");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#announce-dialog")).ToBeHiddenAsync();
        await Assertions.Expect(participant.Locator(".announcement")).ToContainTextAsync("Lunch is in the next room");
        await participant.LookAsync("play-announcement");

        await participant.GetByRole(AriaRole.Button, new() { Name = "I have read it" }).ClickAsync();
        await Assertions.Expect(participant.Locator(".announcement")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Announce something" }).ClickAsync();
        await Assertions.Expect(page.Locator(".announced")).ToContainTextAsync("read by 1 of 1");
        await page.LookAsync("control-announce");
        await page.Keyboard.PressAsync("Escape");
    }

    static async Task OpenAnInjectByKeyboardAsync(IPage page)
    {
        var first = page.Locator(".room-injects .line").First;
        var second = page.Locator(".room-injects .line").Nth(1);
        await first.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(second).ToBeFocusedAsync();
        var title = await second.Locator(".line-title").InnerTextAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#opened")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#opened")).ToHaveTextAsync(title);

        await page.Locator(".close-link").PressAsync("Enter");
        await Assertions.Expect(second).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#opened")).ToBeFocusedAsync();
    }

    static async Task DragInTheMselAsync(IPage page, string exercise)
    {
        await page.OpenAsync($"/facilitate/{exercise}?view=msel&state=tocome");
        var rows = page.Locator(".msel tr.movable:has(time)");
        var title = (await rows.First.Locator(".msel-title").InnerTextAsync()).Trim();
        var time = await rows.Nth(3).Locator("time").First.GetAttributeAsync("datetime");
        var dragged = page.Locator(".msel tbody tr", new() { HasText = title });
        await rows.First.Locator(".msel-title").DragToAsync(rows.Nth(3).Locator(".msel-title"));
        await Assertions.Expect(page.Locator(".msel-hint")).ToContainTextAsync($"{title} now comes on");
        await Assertions.Expect(dragged.Locator("time").First).ToHaveAttributeAsync("datetime", time!);
        await page.LookAsync("msel-dragged");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await Assertions.Expect(dragged).Not.ToContainTextAsync("moved by");
    }

    static async Task PauseWithAReasonAsync(IPage page)
    {
        await page.Locator(".controls").GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause with a reason" }).ClickAsync();
        await page.GetByLabel("Another reason").FillAsync("Fire drill");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".clock-reason")).ToHaveTextAsync("Fire drill");
        await Assertions.Expect(page.Locator("#pause-dialog")).ToBeHiddenAsync();
    }

    static async Task StepAndSendWithTheThumbAsync(IPage page, string exercise)
    {
        await page.OpenAsync($"/facilitate/{exercise}");
        var clock = page.Locator("[data-clock-time]");
        var before = await clock.InnerTextAsync();
        await page.Locator(".thumb").GetByRole(AriaRole.Button, new() { NameRegex = new("^Step") }).ClickAsync();
        await Assertions.Expect(clock).Not.ToHaveTextAsync(before);

        await page.Locator(".room-injects .line").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send now" }).ClickAsync();
        await Assertions.Expect(page.Locator(".per-team")).ToContainTextAsync("read by 0 of 1");
    }
}
