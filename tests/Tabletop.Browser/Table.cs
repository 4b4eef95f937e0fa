using System.Globalization;
using System.Text.RegularExpressions;

namespace Tabletop.Browser;

/// <summary>What people do at their browsers in an exercise, by the words and buttons that they see.</summary>
static partial class Table
{
    /// <summary>Follows the sign-in link that the program has printed.</summary>
    public static async Task SignInAsync(this IPage page, TabletopProgram program)
    {
        var line = await program.LineWithAsync("Facilitator sign-in");
        await page.GotoAsync(line[line.IndexOf("http", StringComparison.Ordinal)..]);
    }

    /// <summary>Opens an exercise, of the flagship unless told, at the quick pace; the page shows its lobby.</summary>
    public static async Task<(string Id, string Code)> HostAsync(this IPage page, string scenario = "okta-cloudflare-2023")
    {
        await page.OpenAsync("/host");
        var form = page.Locator("form").Filter(new() { Has = page.Locator($"input[name=scenario][value={scenario}]") });
        await form.GetByLabel("Quick").CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Open the lobby" }).ClickAsync();
        await page.WaitForURLAsync("**/facilitate/**");
        await page.CircuitAsync();
        var code = await page.Locator(".lobby .code-huge").InnerTextAsync();
        return (new Uri(page.Url).Segments[^1], code.Replace(" ", "", StringComparison.Ordinal).Trim());
    }

    /// <summary>Joins with the code and takes a seat in a team, a new one unless it is there.</summary>
    public static async Task JoinAsync(this IPage page, string code, string team, string name, string role = "Incident commander")
    {
        await page.OpenAsync("/");
        await page.GetByLabel("Code").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await page.GetByLabel("Your name").FillAsync(name);
        var there = page.GetByRole(AriaRole.Radio, new() { Name = team });
        if (await there.CountAsync() > 0)
            await there.CheckAsync();
        else
            await page.Locator("#new-team").FillAsync(team);
        await page.Locator(".roles").GetByText(role, new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take your seat" }).ClickAsync();
        await page.WaitForURLAsync("**/play/**");
        await page.CircuitAsync();
    }

    /// <summary>In the facilitator's dialog of guests: makes a link, which somebody else opens.</summary>
    public static async Task<IPage> AdmitAsync(this IPage page, IBrowserContext browser, string name, string sees, string? kind = null)
    {
        await page.GetByLabel("For whom").FillAsync(name);
        await page.GetByLabel("Sees").SelectOptionAsync(sees);
        if (kind is not null)
            await page.GetByLabel("As", new() { Exact = true }).SelectOptionAsync(kind);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var link = await page.Locator("button", new() { HasText = $"Copy the link: {name}" }).GetAttributeAsync("data-copy");
        var guest = await browser.NewPageAsync();
        await guest.OpenAsync(link!);
        return guest;
    }

    /// <summary>Decides an action, on some targets if it has any, and waits until the page has it among what is under way or done.</summary>
    public static async Task DecideAsync(this IPage page, string exercise, string action, params string[] credentials)
    {
        var address = credentials switch
        {
            [] => $"view=act&item={action}",
            [var one] => $"view=credentials&item={one}&action={action}",
            _ => $"view=credentials&pick={string.Join(',', credentials)}&action={action}",
        };
        await page.OpenAsync($"/play/{exercise}?{address}");
        await page.CommitAsync();
    }

    /// <summary>Decides an action on a system or on something found.</summary>
    public static async Task DecideOnAsync(this IPage page, string exercise, string action, string target)
    {
        await page.OpenAsync($"/play/{exercise}?view=act&item={action}&target={target}");
        await page.CommitAsync();
    }

    /// <summary>Starts the clock of whoever plays alone, after the briefing.</summary>
    public static async Task StartTheClockAsync(this IPage page)
    {
        await page.CircuitAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the clock" }).ClickAsync();
        await Assertions.Expect(page.Locator(".live[data-state=running]")).ToBeVisibleAsync();
    }

    /// <summary>Jumps to a phase by the facilitator's dialog.</summary>
    public static async Task JumpAsync(this IPage page, string phase)
    {
        var before = (await Clock(page).GetAttributeAsync("data-time"))!;
        await page.Locator("[data-opens=jump-dialog]").First.ClickAsync();
        var dialog = page.Locator("#jump-dialog");
        await dialog.GetByText(phase).ClickAsync();
        await dialog.Locator("button.primary").ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(Clock(page)).Not.ToHaveAttributeAsync("data-time", before);
    }

    /// <summary>Moves the clock with the facilitator's button until what was due before a scenario time has come.</summary>
    public static async Task StepUntilAsync(this IPage page, DateTimeOffset time)
    {
        var step = page.GetByRole(AriaRole.Button, new() { NameRegex = StepButton() });
        while (await page.ScenarioTimeAsync() < time)
        {
            var before = (await Clock(page).GetAttributeAsync("data-time"))!;
            await step.ClickAsync();
            await Assertions.Expect(Clock(page)).Not.ToHaveAttributeAsync("data-time", before);
        }
    }

    /// <summary>What the clock showed at its last change; in a pause, the time.</summary>
    public static async Task<DateTimeOffset> ScenarioTimeAsync(this IPage page) =>
        DateTimeOffset.Parse((await Clock(page).GetAttributeAsync("data-time"))!, CultureInfo.InvariantCulture);

    static ILocator Clock(IPage page) => page.Locator("[data-clock]").First;

    static async Task CommitAsync(this IPage page)
    {
        var form = page.Locator("form.decision");
        var commit = form.Locator("button[type=submit]");
        await form.GetByLabel("Why?").FillAsync("As the plan says.");
        await form.GetByRole(AriaRole.Radio, new() { Name = "Sure" }).CheckAsync();
        await commit.ClickAsync();
        await Assertions.Expect(commit).ToHaveCountAsync(0);
    }

    [GeneratedRegex("^Step")]
    private static partial Regex StepButton();
}
