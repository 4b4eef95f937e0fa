using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Tabletop.Browser;

public static class PageExtensions
{
    const string ScreenshotsVariable = "TABLETOP_SCREENSHOTS";

    /// <summary>Opens a page and waits for its circuit: before that it is drawn, and does nothing.</summary>
    public static async Task OpenAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.CircuitAsync();
    }

    /// <summary>Waits until the page's circuit is live. A page of plain forms has none and is ready at once.</summary>
    public static Task CircuitAsync(this IPage page) => page.Locator("[data-circuit=live], [data-circuit=none]").WaitForAsync();

    /// <summary>What axe finds on the page as it is now, one paragraph for each rule; empty if nothing.</summary>
    public static async Task<string> AxeViolationsAsync(this IPage page)
    {
        var result = await page.RunAxe();
        var text = new StringBuilder();
        foreach (var violation in result.Violations)
        {
            text.AppendLine($"{violation.Id} ({violation.Impact}): {violation.Help}, see {violation.HelpUrl}");
            foreach (var node in violation.Nodes)
                text.AppendLine($"  {node.Target}  {node.Html}").AppendLine(Reasons(node));
        }

        return text.ToString();
    }

    /// <summary>Fails when axe finds something on the page as it is now, or when something is wider than the screen; saves a picture.</summary>
    public static async Task LookAsync(this IPage page, string name)
    {
        await page.SaveScreenshotAsync(name.ToLowerInvariant());

        // Not Assert.Equal: it shows the first forty characters of what was found.
        var found = await page.AxeViolationsAsync();
        Assert.True(found.Length == 0, found);
        Assert.Equal("", await page.EvaluateAsync<string>(
            """
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? ""
              : [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                .map(e => e.tagName + "." + e.getAttribute("class")).slice(0, 5).join(", ")
            """));
    }

    /// <summary>
    /// Saves the whole page as <c>artifacts/screenshots/NAME.png</c> when the environment names
    /// <c>TABLETOP_SCREENSHOTS</c>; otherwise does nothing.
    /// </summary>
    public static async Task SaveScreenshotAsync(this IPage page, string name)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(ScreenshotsVariable)))
            return;

        await page.ScreenshotAsync(new()
        {
            Path = Repository.PathTo("artifacts", "screenshots", name + ".png"),
            FullPage = true,
            Animations = ScreenshotAnimations.Disabled,
        });
    }

    static string Reasons(AxeResultNode node) =>
        string.Join(Environment.NewLine, node.Any.Concat(node.All).Concat(node.None).Select(check => $"    {check.Message}"));
}
