namespace Tabletop.Browser;

/// <summary>What authors do in the editor of a scenario.</summary>
static class Desk
{
    /// <summary>Lets a browser edit plain text: tests of what comes of the text need no more.</summary>
    public static Task PreferPlainTextAsync(this IBrowserContext context) =>
        context.AddInitScriptAsync("try { localStorage.setItem('editor', 'plain'); } catch {}");

    /// <summary>Replaces a piece of the open file's text, as if it were typed, and waits until the server has it.</summary>
    public static async Task ReplaceTextAsync(this IPage page, string piece, string other)
    {
        var text = page.GetByLabel("Text of scenario.yaml");
        await Assertions.Expect(text).Not.ToHaveValueAsync("");
        var whole = await text.InputValueAsync();
        Assert.Contains(piece, whole, StringComparison.Ordinal);
        await text.FillAsync(whole.Replace(piece, other, StringComparison.Ordinal));
    }
}
