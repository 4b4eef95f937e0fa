namespace Tabletop.Browser;

/// <summary>What the facilitator's guests see: the wall in the lobby and live, and a team's page that is only looked at.</summary>
public sealed class GuestPages(TabletopProgram program, Chromium chromium) : IClassFixture<TabletopProgram>
{
    [Fact]
    public async Task WallAndObserverFollowTheExerciseUntilTheirPassIsEnded()
    {
        await using var desk = await chromium.NewContextAsync(program.Address);
        var page = await desk.NewPageAsync();
        await page.SignInAsync(program);
        var (exercise, code) = await page.HostAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Guests and the wall" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "With names" }).ClickAsync();
        await using var projector = await chromium.NewContextAsync(program.Address);
        var wall = await page.AdmitAsync(projector, "Projector", "The wall");
        await Assertions.Expect(wall.Locator(".wall-code")).ToBeVisibleAsync();
        await wall.LookAsync("wall-lobby");

        await using var seat = await chromium.NewContextAsync(program.Address);
        await (await seat.NewPageAsync()).JoinAsync(code, "Blue", "Ada");
        await Assertions.Expect(wall.Locator(".wall-count")).ToHaveTextAsync("1 person is here, in 1 team");
        await using var tablet = await chromium.NewContextAsync(program.Address, Screen.Phone, ColorScheme.Light);
        var observer = await page.AdmitAsync(tablet, "The auditor", "Blue only");
        await page.LookAsync("control-guests");
        await page.Keyboard.PressAsync("Escape");

        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await page.Locator(".controls").GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Announce something" }).ClickAsync();
        await page.GetByLabel("What to say").FillAsync("Lunch is in the next room at half past twelve.");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(wall.Locator(".wall-said")).ToContainTextAsync("Lunch");
        await Assertions.Expect(wall.Locator(".wall-points")).ToContainTextAsync("Blue");
        await wall.LookAsync("wall-live");
        await Assertions.Expect(observer.Locator(".watch-strip")).ToContainTextAsync("You see what Ada sees");
        await Assertions.Expect(observer.Locator(".announcement")).ToContainTextAsync("Lunch");
        await observer.LookAsync("watch-phone");
        await observer.Locator(".line").First.ClickAsync();
        await Assertions.Expect(observer.Locator(".reading h2")).ToBeVisibleAsync();

        await page.OpenAsync($"/watch/{exercise}");
        await page.LookAsync("watch");
        await PhotosAreAttachedAsync(page, exercise);
        await page.OpenAsync($"/facilitate/{exercise}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Guests and the wall" }).ClickAsync();
        await page.Locator("button", new() { HasText = "End: The auditor" }).ClickAsync();
        await Assertions.Expect(observer.GetByRole(AriaRole.Heading, new() { Name = "You can’t watch this" })).ToBeVisibleAsync();
        await Assertions.Expect(wall.Locator(".wall-said")).ToBeVisibleAsync();
    }

    static async Task PhotosAreAttachedAsync(IPage page, string exercise)
    {
        await page.OpenAsync($"/evaluate/{exercise}");
        byte[] board = await page.ScreenshotAsync(), table = await page.Locator("h1").ScreenshotAsync();
        await page.GetByLabel("Photos or files").SetInputFilesAsync(
            new FilePayload[] { new() { Name = "board.png", MimeType = "image/png", Buffer = board }, new() { Name = "table.png", MimeType = "image/png", Buffer = table } });
        foreach (var name in new[] { "board.png", "table.png" })
            await Assertions.Expect(page.Locator("button", new() { HasText = $"Take out: {name}" })).ToBeVisibleAsync();
        await page.GetByLabel("Observation").FillAsync("They drew the ways in.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        await Assertions.Expect(page.Locator(".observations img")).ToHaveCountAsync(2);
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.observations img')].every(image => image.naturalWidth > 0)");
        await page.LookAsync("evaluate-photos");
    }
}
