namespace Tabletop.Browser;

public sealed class ProgramRestart(Chromium chromium)
{
    [Fact]
    public async Task AnOpenPageComesBackByItselfAfterTheProgramWasKilled()
    {
        await using var program = await TabletopProgram.StartAsync();
        await using var context = await chromium.NewContextAsync(program.Address);
        var page = await context.NewPageAsync();
        await page.OpenAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play alone" }).First.ClickAsync();
        await page.StartTheClockAsync();
        await page.EvaluateAsync("document.body.dataset.beforeTheKill = ''");

        await program.KillAsync();
        await Assertions.Expect(page.GetByText("The connection to the server is lost")).ToBeVisibleAsync();
        await program.RestartAsync();

        await page.Locator("body:not([data-before-the-kill]) [data-circuit=live]").WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Inbox" })).ToBeVisibleAsync();
    }
}
