using System.Text.RegularExpressions;

namespace Tabletop.Browser;

/// <summary>Writing scenarios: the library, the editor, and what becomes of two who write at once.</summary>
public sealed partial class AuthorPages(Chromium chromium)
{
    [Fact]
    public async Task ABrokenDraftIsSavedAndNotHostedUntilItIsMended()
    {
        await using var program = await TabletopProgram.StartAsync();
        await using var context = await chromium.NewContextAsync(program.Address);
        await context.PreferPlainTextAsync();
        var page = await context.NewPageAsync();
        await page.SignInAsync(program);
        await page.OpenAsync("/author");
        await page.GetByRole(AriaRole.Button, new() { Name = "New scenario" }).ClickAsync();
        await page.GetByLabel("Title").FillAsync("The stolen badge");
        await Assertions.Expect(page.GetByLabel("Id")).ToHaveValueAsync("the-stolen-badge");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it" }).ClickAsync();
        await page.WaitForURLAsync("**/author/the-stolen-badge");
        await Assertions.Expect(page.Locator(".author-bar")).ToContainTextAsync("clean");
        await page.LookAsync("author-editor-clean");

        await page.ReplaceTextAsync("format: 2", "format: 2\nfromat: 2");

        var fault = page.Locator(".faults").GetByRole(AriaRole.Button, new() { Name = "fromat" });
        await fault.ClickAsync();
        await Assertions.Expect(page.Locator(".author-bar")).ToContainTextAsync("1 error");
        await page.LookAsync("author-editor-broken");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Saved" })).ToBeDisabledAsync();

        await page.OpenAsync("/host");
        await Assertions.Expect(page.GetByText("The stolen badge can’t be hosted")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("input[name=scenario][value=the-stolen-badge]")).ToHaveCountAsync(0);
        await page.LookAsync("host-with-a-broken-one");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = MendIt() }).ClickAsync();
        await page.CircuitAsync();
        await page.ReplaceTextAsync("\nfromat: 2", "");
        await Assertions.Expect(page.Locator(".author-bar")).ToContainTextAsync("clean");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Saved" })).ToBeDisabledAsync();

        await page.OpenAsync("/host");
        var form = page.Locator("form").Filter(new() { Has = page.Locator("input[name=scenario][value=the-stolen-badge]") });
        await form.GetByRole(AriaRole.Button, new() { Name = "Open the lobby" }).ClickAsync();
        await page.WaitForURLAsync("**/facilitate/**");

        await page.OpenAsync("/author/the-stolen-badge/history");
        await Assertions.Expect(page.Locator(".diff .removed")).ToContainTextAsync("fromat: 2");
        await page.LookAsync("author-versions");
    }

    [Fact]
    public async Task TwoWhoWriteAtOnceSeeEachOtherAndNeitherLosesALine()
    {
        await using var program = await TabletopProgram.StartAsync();
        await using var first = await chromium.NewContextAsync(program.Address);
        await first.PreferPlainTextAsync();
        var ada = await first.NewPageAsync();
        await ada.SignInAsync(program);
        await ada.OpenAsync("/author");
        await ada.GetByLabel("Your name").FillAsync("Ada");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Keep", Exact = true }).ClickAsync();
        await Assertions.Expect(ada.GetByText("Others see you as Ada")).ToBeVisibleAsync();
        await ada.OpenAsync("/host/invite");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var link = await ada.Locator(".linkbox code").InnerTextAsync();
        await using var second = await chromium.NewContextAsync(program.Address);
        await second.PreferPlainTextAsync();
        var bob = await second.NewPageAsync();
        await bob.GotoAsync(link);

        await ada.OpenAsync("/author/support-har-2023");
        await bob.OpenAsync("/author/support-har-2023");
        await Assertions.Expect(bob.Locator(".present")).ToContainTextAsync("Ada in scenario.yaml");
        await bob.ReplaceTextAsync("# ", "# Bob was here. ");
        await Assertions.Expect(ada.Locator(".present")).ToContainTextAsync("writing");
        await ada.ReplaceTextAsync("# ", "# Ada was here. ");
        await ada.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(ada.GetByRole(AriaRole.Button, new() { Name = "Saved" })).ToBeDisabledAsync();
        await Assertions.Expect(bob.GetByText("scenario.yaml was changed on the disk")).ToBeVisibleAsync();

        await bob.Keyboard.PressAsync("Control+s");
        var conflict = bob.GetByRole(AriaRole.Alertdialog);
        await Assertions.Expect(conflict).ToContainTextAsync("Ada saved it");
        await bob.LookAsync("author-conflict");
        await conflict.GetByRole(AriaRole.Button, new() { Name = "Keep mine" }).ClickAsync();
        await Assertions.Expect(bob.GetByRole(AriaRole.Button, new() { Name = "Saved" })).ToBeDisabledAsync();
        await Assertions.Expect(ada.GetByLabel("Text of scenario.yaml")).ToHaveValueAsync(BobWasHere());
        await bob.OpenAsync("/author/support-har-2023/history");
        await Assertions.Expect(bob.Locator(".diff .removed").Filter(new() { HasText = "Ada was here" })).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task FromAnyInjectOfTheTimelineItsAuthorPlaysOn()
    {
        await using var program = await TabletopProgram.StartAsync();
        await using var context = await chromium.NewContextAsync(program.Address);
        await context.PreferPlainTextAsync();
        var page = await context.NewPageAsync();
        await page.SignInAsync(program);
        await page.OpenAsync("/author/support-har-2023");
        await page.GetByRole(AriaRole.Button, new() { Name = "Timeline" }).ClickAsync();
        var last = page.Locator(".clock-phase:nth-of-type(2) .clock-row .clock-play").First;
        var when = (await last.GetAttributeAsync("aria-label"))!["Play from ".Length..].Split(',')[0];
        await page.LookAsync("author-timeline");
        var other = await page.RunAndWaitForPopupAsync(() => last.ClickAsync());
        await Assertions.Expect(other.Locator("#from option:checked")).ToContainTextAsync(when);
        await other.LookAsync("author-play-from");
        await other.GetByRole(AriaRole.Button, new() { Name = "Play alone from there" }).ClickAsync();
        await other.WaitForURLAsync("**/play/**", new() { WaitUntil = WaitUntilState.Commit });
        await other.StartTheClockAsync();
        await Assertions.Expect(other.Locator("[data-clock-time]").First).ToContainTextAsync(when[..when.IndexOf(' ', 3)]);
        await other.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await other.LookAsync("author-played-from");
        await Assertions.Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task TheFullEditorOffersWordsMarksFaultsAndTakesThemBack()
    {
        await using var program = await TabletopProgram.StartAsync();
        await using var context = await chromium.NewContextAsync(program.Address, scheme: ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.SignInAsync(program);
        await page.OpenAsync("/author/support-har-2023");
        var text = page.Locator(".editor-rich .view-lines");
        await Assertions.Expect(text).ToContainTextAsync("format:");
        await page.LookAsync("author-monaco-light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.LookAsync("author-monaco-dark");

        // What the language has and the file lacks; the first of it is taken.
        await text.Locator(".view-line").First.ClickAsync();
        await Assertions.Expect(page.Locator(".editor-rich :focus")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.TypeAsync("langu");
        var offers = page.Locator(".suggest-widget.visible");
        await Assertions.Expect(offers).ToContainTextAsync("languages");

        // Not looked at by axe: the list is Monaco's own, and gives its options other ids than it says. The plain editor's list has none of that.
        await page.SaveScreenshotAsync("author-monaco-offers");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(text).ToContainTextAsync("languages:");
        await Assertions.Expect(page.Locator(".author-bar")).Not.ToContainTextAsync("clean");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true })).ToBeEnabledAsync();
        while (await page.GetByRole(AriaRole.Button, new() { Name = "Saved" }).CountAsync() == 0)
        {
            await page.Keyboard.PressAsync("Control+z");
            await page.Keyboard.PressAsync("Escape");
        }

        await Assertions.Expect(page.Locator(".author-bar")).ToContainTextAsync("clean");

        // The keyboard gets out of the text again.
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".editor-rich :focus")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task AScenarioGoesOutAsAZipIsDeletedAndComesBackAndNothingTypedIsLost()
    {
        await using var program = await TabletopProgram.StartAsync();
        await using var context = await chromium.NewContextAsync(program.Address, Screen.Phone);
        await context.PreferPlainTextAsync();
        var page = await context.NewPageAsync();
        await page.SignInAsync(program);
        await page.OpenAsync("/author/support-har-2023");
        await page.ReplaceTextAsync("# ", "# Mine. ");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true })).ToBeEnabledAsync();

        var guard = page.GetByRole(AriaRole.Alertdialog);
        await page.GetByRole(AriaRole.Link, new() { Name = "Versions" }).ClickAsync();
        await Assertions.Expect(guard.GetByRole(AriaRole.Button, new() { Name = "Stay" })).ToBeFocusedAsync();
        await page.LookAsync("author-leaving-390");
        await guard.GetByRole(AriaRole.Button, new() { Name = "Leave", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Versions of support-har-2023" })).ToBeVisibleAsync();
        await page.OpenAsync("/author");
        var mine = page.Locator("li.scenario").Filter(new() { Has = page.Locator("a[href$=support-har-2023]") });
        await Assertions.Expect(mine).ToContainTextAsync("unsaved text of yours");
        await page.OpenAsync("/author/support-har-2023");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Saved" })).ToBeDisabledAsync();

        // Out as a file, gone, back by the same file.
        var saved = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download" }).ClickAsync());
        var zip = await saved.PathAsync();
        await page.OpenAsync("/author");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete it" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(mine).ToContainTextAsync("your copy of one that came with the program");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete it" }).ClickAsync();
        await Assertions.Expect(mine).Not.ToContainTextAsync("your copy");
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await page.GetByLabel("File").SetInputFilesAsync(new FilePayload { Name = "broken.zip", MimeType = "application/zip", Buffer = [1, 2, 3] });
        await Assertions.Expect(page.Locator("#upload-fault")).Not.ToBeEmptyAsync();
        await page.LookAsync("author-upload-390");
        await page.GetByLabel("File").SetInputFilesAsync(new FilePayload { Name = "support-har-2023.zip", MimeType = "application/zip", Buffer = await File.ReadAllBytesAsync(zip) });
        await Assertions.Expect(page.GetByText("support-har-2023 is here")).ToBeVisibleAsync();
        await page.OpenAsync("/author/support-har-2023");
        await Assertions.Expect(page.GetByLabel("Text of scenario.yaml")).ToHaveValueAsync(MineIsHere());

        // An edit outside shows at once.
        var file = Path.Combine(program.DataFolder, "scenarios", "support-har-2023", "scenario.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("# Mine. ", "# By hand. ", StringComparison.Ordinal));
        await Assertions.Expect(page.GetByLabel("Text of scenario.yaml")).ToHaveValueAsync(ByHand());

        await page.OpenAsync("/author/support-har-2023/history");
        await Assertions.Expect(page.Locator("#main")).ToContainTextAsync("uploaded as support-har-2023.zip");
        await page.LookAsync("author-versions-390");
    }

    [Fact]
    public async Task NoPageHasABarrierOnADesktopOrAPhone()
    {
        await using var program = await TabletopProgram.StartAsync();
        await using var context = await chromium.NewContextAsync(program.Address);
        await context.PreferPlainTextAsync();
        var page = await context.NewPageAsync();
        await page.SignInAsync(program);
        foreach (var (address, name) in new[] { ("/author", "library"), ("/author/support-har-2023", "editor"), ("/author/support-har-2023/history", "versions") })
        {
            await page.OpenAsync(address);
            foreach (var (width, scheme) in new[] { (1440, ColorScheme.Light), (390, ColorScheme.Dark) })
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.LookAsync($"author-{name}-{width}-{scheme}");
            }
        }
    }

    [GeneratedRegex("^Mend it")]
    private static partial Regex MendIt();

    [GeneratedRegex("Bob was here")]
    private static partial Regex BobWasHere();

    [GeneratedRegex("# Mine\\. ")]
    private static partial Regex MineIsHere();

    [GeneratedRegex("# By hand\\. ")]
    private static partial Regex ByHand();
}
