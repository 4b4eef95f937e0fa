namespace Tabletop.Browser;

/// <summary>The way into an exercise, for whoever hosts it and whoever joins it.</summary>
public sealed class JoinPages(Chromium chromium)
{
    [Fact]
    public async Task HostingAndJoiningAreWithoutABarrier()
    {
        await using var program = await TabletopProgram.StartAsync();
        await using var desk = await chromium.NewContextAsync(program.Address);
        var host = await desk.NewPageAsync();
        await host.SignInAsync(program);
        await host.OpenAsync("/host");
        await host.LookAsync("host-empty");
        await host.OpenAsync("/host/invite");
        await host.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        await Assertions.Expect(host.Locator(".linkbox code")).ToContainTextAsync("/signin?token=");
        await host.LookAsync("invite");
        var (exercise, code) = await host.HostAsync();
        await host.GetByRole(AriaRole.Link, new() { Name = "Roster and links" }).ClickAsync();
        await host.Locator("#list").FillAsync("name,team,role,e-mail\nFay Finch,Blue,SOC analyst,fay@example.org\nGil,Blue,soc analist,\n");
        await host.GetByRole(AriaRole.Button, new() { Name = "Look at the list" }).ClickAsync();
        await Assertions.Expect(host.Locator("td .fault")).ToContainTextAsync("Did you mean");
        await host.LookAsync("roster-faults");
        await host.Locator("#list").FillAsync("name,team,role,e-mail\nFay Finch,Blue,SOC analyst,fay@example.org\nGil,Blue,SOC analyst,\n");
        await host.GetByRole(AriaRole.Button, new() { Name = "Look at the list" }).ClickAsync();
        await host.GetByRole(AriaRole.Button, new() { Name = "Put 2 people on the roster" }).ClickAsync();
        var link = await host.GetByRole(AriaRole.Button, new() { Name = "Copy the link of Fay Finch" }).GetAttributeAsync("data-copy");
        await host.LookAsync("roster");
        await host.SetViewportSizeAsync(390, 844);
        await host.LookAsync("roster-phone");
        await host.SetViewportSizeAsync(1440, 900);
        await host.GetByRole(AriaRole.Link, new() { Name = "To the lobby" }).ClickAsync();
        await host.CircuitAsync();
        await Assertions.Expect(host.Locator("#teams-title")).ToContainTextAsync("of 2 on the roster 2 missing");

        await host.GetByRole(AriaRole.Button, new() { Name = "Plan the start" }).ClickAsync();
        await host.GetByLabel("Date").FillAsync(DateTime.UtcNow.AddDays(2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await host.GetByLabel("Time of day").FillAsync("09:30");
        await host.GetByRole(AriaRole.Button, new() { Name = "Plan it" }).ClickAsync();
        await Assertions.Expect(host.Locator(".plan-start [data-in]")).ToContainTextAsync(" h ");

        await using (var invited = await chromium.NewContextAsync(program.Address, Screen.Phone, ColorScheme.Light))
        {
            var fay = await invited.NewPageAsync();
            await fay.OpenAsync(link!);
            await fay.LookAsync("seat-phone");
            await fay.GetByRole(AriaRole.Button, new() { Name = "Take your seat" }).ClickAsync();
            await Assertions.Expect(fay.GetByText("It starts when the facilitator starts the clock")).ToBeVisibleAsync();
            await Assertions.Expect(fay.GetByText("Planned for")).ToBeVisibleAsync();
            await Assertions.Expect(host.Locator("#teams-title")).ToContainTextAsync("1 missing");
        }

        await using var pocket = await chromium.NewContextAsync(program.Address, Screen.Phone, ColorScheme.Light);
        var guest = await pocket.NewPageAsync();
        await guest.OpenAsync($"/?code={code}");
        await guest.LookAsync("join-phone");

        // The choice of a language comes back to the same page, with what was half written.
        await guest.GetByLabel("Your name").FillAsync("Half wri");
        await guest.GetByRole(AriaRole.Button, new() { Name = "Deutsch" }).ClickAsync();
        await Assertions.Expect(guest.GetByLabel("Ihr Name")).ToHaveValueAsync("Half wri");
        await Assertions.Expect(guest.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await guest.LookAsync("join-phone-german");
        await guest.GetByRole(AriaRole.Link, new() { Name = "Dieses Gerät prüfen" }).ClickAsync();
        await Assertions.Expect(guest.Locator("[data-check=clock] output")).ToContainTextAsync("des Servers.");
        await guest.LookAsync("check-phone-german");
        await guest.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(guest.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await guest.OpenAsync($"/?code={code}");
        await guest.GetByRole(AriaRole.Link, new() { Name = "Check this device" }).ClickAsync();
        await Assertions.Expect(guest.Locator("[data-check=connection] [data-sign]")).ToHaveTextAsync("fine");
        await Assertions.Expect(guest.Locator("[data-check=latency] output")).ToContainTextAsync(" ms.");
        await Assertions.Expect(guest.Locator("[data-check=clock] output")).ToContainTextAsync("the server’s.");
        await guest.GetByRole(AriaRole.Button, new() { Name = "Play a tone" }).ClickAsync();
        await guest.GetByRole(AriaRole.Button, new() { Name = "I hear it" }).ClickAsync();
        await Assertions.Expect(guest.Locator("[data-check=sound] [data-sign]")).ToHaveTextAsync("fine");
        await guest.LookAsync("check-phone");
        await guest.JoinAsync(code, "Blue", "Ada");
        await Assertions.Expect(guest.GetByText("It starts when the facilitator starts the clock")).ToBeVisibleAsync();
        await guest.LookAsync("waiting-phone");

        // In a live page too: the circuit that follows speaks what was chosen.
        await guest.GetByRole(AriaRole.Button, new() { Name = "Deutsch" }).ClickAsync();
        await guest.CircuitAsync();
        await Assertions.Expect(guest.Locator(".clock .badge")).ToHaveTextAsync("in der Lobby");
        await guest.LookAsync("waiting-phone-german");

        await Assertions.Expect(host.Locator("main")).ToContainTextAsync("Ada");
        await host.LookAsync("lobby");
        await host.OpenAsync("/host");
        await host.LookAsync("host-list");
        await guest.OpenAsync("/");
        await Assertions.Expect(guest.Locator($"a[href='play/{exercise}']")).ToBeVisibleAsync();

        await TeamsOfADoorAreComparedAsync(host, program);
    }

    /// <summary>Two teams play by themselves; whoever hosts sees them side by side, and they do not see each other.</summary>
    async Task TeamsOfADoorAreComparedAsync(IPage host, TabletopProgram program)
    {
        await host.OpenAsync("/host");
        var form = host.Locator("form").Filter(new() { Has = host.Locator("input[name=scenario][value=support-har-2023]") });
        await form.GetByLabel("Run without a facilitator").CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Open the lobby" }).ClickAsync();
        await host.CircuitAsync();
        var code = await host.Locator(".lobby .code-huge").InnerTextAsync();
        await using var first = await chromium.NewContextAsync(program.Address, Screen.Phone);
        await using var second = await chromium.NewContextAsync(program.Address);
        var (gil, hal) = (await first.NewPageAsync(), await second.NewPageAsync());
        await gil.JoinAsync(code, "Green", "Gil", "Incident lead");
        await hal.JoinAsync(code, "Gold", "Hal", "Incident lead");
        await host.LookAsync("door-waiting");

        foreach (var page in new[] { gil, hal })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "I am ready" }).ClickAsync();
            await Assertions.Expect(page.Locator(".live[data-state=running]")).ToBeVisibleAsync();
        }

        await gil.LookAsync("alone-phone");
        await gil.GetByRole(AriaRole.Button, new() { Name = "End…" }).ClickAsync();
        await gil.GetByRole(AriaRole.Button, new() { Name = "End and debrief" }).ClickAsync();
        await gil.GetByRole(AriaRole.Link, new() { Name = "See the debrief" }).WaitForAsync();

        var rows = host.Locator(".door-teams tbody tr");
        var ended = rows.Filter(new() { HasText = "Green" });
        await Assertions.Expect(ended.GetByRole(AriaRole.Link, new() { NameRegex = new("^Debrief.*Green") })).ToBeVisibleAsync();
        await Assertions.Expect(ended).ToContainTextAsync("Continuity ");
        await Assertions.Expect(rows.Filter(new() { HasText = "Gold" })).ToContainTextAsync("still plays");
        await Assertions.Expect(rows.Last).ToContainTextAsync("at the end");
        await host.LookAsync("door-compared");
        await host.SetViewportSizeAsync(390, 844);
        await host.LookAsync("door-compared-phone");
        await host.OpenAsync("/host");
        await host.LookAsync("host-list-phone");
        await host.SetViewportSizeAsync(1440, 900);

        var green = new Uri(gil.Url).Segments[^1];
        foreach (var (page, says) in new[] { ("debrief", "You have no seat in this exercise"), ("facilitate", "This page is for facilitators") })
        {
            await hal.OpenAsync($"/{page}/{green}");
            await Assertions.Expect(hal.Locator("main")).ToContainTextAsync(says);
        }
    }

    [Fact]
    public async Task WhatCannotBeIsSaidBesideItsFieldAndNothingTypedIsLost()
    {
        await using var program = await TabletopProgram.StartAsync();
        await using var desk = await chromium.NewContextAsync(program.Address);
        var host = await desk.NewPageAsync();
        await host.SignInAsync(program);
        var (_, code) = await host.HostAsync();
        await using var first = await chromium.NewContextAsync(program.Address);
        await (await first.NewPageAsync()).JoinAsync(code, "Blue", "Ada");

        await using var second = await chromium.NewContextAsync(program.Address);
        var page = await second.NewPageAsync();
        await page.OpenAsync($"/?code={code}");
        await page.GetByLabel("Your name").FillAsync("Bo");
        await page.Locator("#new-team").FillAsync("blue");
        await page.Locator(".roles label").Nth(2).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take your seat" }).ClickAsync();

        await Assertions.Expect(page.Locator("#team-fault")).ToContainTextAsync("There is a team 'blue' already");
        await Assertions.Expect(page.GetByLabel("Your name")).ToHaveValueAsync("Bo");
        await Assertions.Expect(page.Locator(".roles input").Nth(2)).ToBeCheckedAsync();
    }
}
