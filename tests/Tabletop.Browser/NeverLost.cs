namespace Tabletop.Browser;

/// <summary>A participant whose network goes, whose page is loaded anew and whose server dies loses nothing.</summary>
public sealed class NeverLost(Chromium chromium)
{
    [Fact]
    public async Task WhatWasHalfWrittenStaysAndWhatCameMeanwhileIsSaidInOrder()
    {
        await using var program = await TabletopProgram.StartAsync();
        await using var desk = await chromium.NewContextAsync(program.Address);
        await using var pocket = await chromium.NewContextAsync(program.Address, Screen.Phone, ColorScheme.Light);
        var (facilitator, ada) = (await desk.NewPageAsync(), await pocket.NewPageAsync());
        await facilitator.SignInAsync(program);
        var (id, code) = await facilitator.HostAsync();
        await ada.JoinAsync(code, "Blue", "Ada");
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await facilitator.JumpAsync("Notice and rotation");
        await ada.OpenAsync($"/play/{id}?view=act&item=bulk-rotate");
        var why = ada.GetByLabel("Why?");
        await why.FillAsync("Everything that");
        await ada.GetByRole(AriaRole.Radio, new() { Name = "Sure" }).CheckAsync(new() { Force = true });
        await ada.GetByText("What else did you consider?").ClickAsync();
        await Assertions.Expect(ada.Locator(".away")).ToHaveCountAsync(0);

        await pocket.SetOfflineAsync(true);
        await Assertions.Expect(ada.GetByText("The connection to the server is lost")).ToBeVisibleAsync();
        await why.FillAsync("Everything that no list names");
        await ada.GetByLabel("What else did you consider?").FillAsync("Only what is in use");
        await StepAsync(facilitator);
        await StepAsync(facilitator);
        await pocket.SetOfflineAsync(false);

        await Assertions.Expect(ada.GetByText("The connection to the server is lost")).ToBeHiddenAsync();
        await Assertions.Expect(ada.Locator(".away h2")).ToHaveTextAsync("2 things came while you were away");
        await ada.LookAsync("away-phone");
        await Assertions.Expect(why).ToHaveValueAsync("Everything that no list names");
        var times = await ada.Locator(".away time").EvaluateAllAsync<string[]>("all => all.map(time => time.dateTime)");
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
        await ada.GetByRole(AriaRole.Button, new() { Name = "I have seen it" }).ClickAsync();

        await ada.ReloadAsync();
        await ada.CircuitAsync();
        await ExpectDraftAsync(ada);
        await Assertions.Expect(ada.Locator(".away")).ToHaveCountAsync(0);

        await program.KillAsync();
        await Assertions.Expect(ada.GetByText("The connection to the server is lost")).ToBeVisibleAsync();
        await ada.EvaluateAsync("document.body.dataset.beforeTheKill = ''");
        await program.RestartAsync();
        await ada.Locator("body:not([data-before-the-kill]) [data-circuit=live]").WaitForAsync();
        await ExpectDraftAsync(ada);

        // The server has it as it was written: committed, it is in the log, and the draft is gone.
        await ada.Locator("form.decision button[type=submit]").ClickAsync();
        await Assertions.Expect(ada.Locator("form.decision")).ToHaveCountAsync(0);
        await ada.OpenAsync($"/play/{id}?view=log");
        await Assertions.Expect(ada.Locator(".said").First).ToHaveTextAsync("Everything that no list names");
        await Assertions.Expect(ada.Locator(".considered").First).ToHaveTextAsync("Considered: Only what is in use");
        await Assertions.Expect(ada.Locator(".log")).ToContainTextAsync("90 % sure");
        Assert.Equal(0, await ada.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.includes(':draft:')).length"));
    }

    static async Task ExpectDraftAsync(IPage page)
    {
        await Assertions.Expect(page.GetByLabel("Why?")).ToHaveValueAsync("Everything that no list names");
        await Assertions.Expect(page.GetByLabel("What else did you consider?")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("What else did you consider?")).ToHaveValueAsync("Only what is in use");
        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Sure" })).ToBeCheckedAsync();
    }

    static async Task StepAsync(IPage facilitator)
    {
        var clock = facilitator.Locator("[data-clock]").First;
        var before = (await clock.GetAttributeAsync("data-time"))!;
        await facilitator.GetByRole(AriaRole.Button, new() { NameRegex = new("^Step") }).ClickAsync();
        await Assertions.Expect(clock).Not.ToHaveAttributeAsync("data-time", before);
    }
}
