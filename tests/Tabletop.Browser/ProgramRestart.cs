namespace Tabletop.Browser;

public sealed class ProgramRestart(Chromium chromium)
{
    [Fact]
    public async Task OpenPageComesBackToLifeAfterTheProgramWasKilled()
    {
        await using var program = await TabletopProgram.StartAsync();
        await using var context = await chromium.NewContextAsync(program.Address);
        var page = await context.NewPageAsync();
        await page.OpenAsync("/");

        await program.KillAsync();
        await program.RestartAsync();

        await page.ReloadAsync();
        await page.CircuitAsync();
    }
}
