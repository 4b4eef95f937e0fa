namespace Tabletop.Browser;

public sealed class KilledMidway(Chromium chromium)
{
    [Fact]
    public async Task TheExerciseGoesOnWithEveryDecisionAfterThePowerFailed()
    {
        await using var program = await TabletopProgram.StartAsync();
        await using var facilitators = await chromium.NewContextAsync(program.Address);
        await using var blues = await chromium.NewContextAsync(program.Address);
        var (facilitator, blue) = (await facilitators.NewPageAsync(), await blues.NewPageAsync());
        await facilitator.SignInAsync(program);
        var (id, code) = await facilitator.HostAsync();
        await blue.JoinAsync(code, "Blue", "Bea");
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await facilitator.JumpAsync("Notice and rotation");
        await blue.DecideAsync(id, "bulk-rotate");
        await blue.OpenAsync($"/play/{id}?view=team");
        await Assertions.Expect(blue.GetByText("Run the bulk rotation").First).ToBeVisibleAsync();
        var before = await blue.ScenarioTimeAsync();
        await MarkAsync(blue);
        await MarkAsync(facilitator);

        await program.KillAsync();
        await Assertions.Expect(blue.GetByText("The connection to the server is lost")).ToBeVisibleAsync();
        await program.RestartAsync();

        await BackAsync(blue);
        await BackAsync(facilitator);
        await Assertions.Expect(blue.GetByText("Run the bulk rotation").First).ToBeVisibleAsync();
        await Assertions.Expect(facilitator.GetByText("Run the bulk rotation").First).ToBeVisibleAsync();
        Assert.True(await blue.ScenarioTimeAsync() >= before, "The clock went back.");

        await blue.DecideAsync(id, "revoke", "moveworks-token");
        await blue.OpenAsync($"/play/{id}?view=team");
        await Assertions.Expect(blue.GetByText("Moveworks service token").First).ToBeVisibleAsync();
    }

    static Task MarkAsync(IPage page) => page.EvaluateAsync("document.body.dataset.beforeTheKill = ''");

    static Task BackAsync(IPage page) => page.Locator("body:not([data-before-the-kill]) [data-circuit=live]").WaitForAsync();
}
