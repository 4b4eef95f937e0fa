using AngleSharp.Html.Parser;
using Tabletop.Web.Text;

namespace Tabletop.Web.Tests.Text;

public sealed class MarkdownSafety
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("![x](https://example.org/pixel.png)")]
    [InlineData("<iframe src=https://example.org></iframe>")]
    [InlineData("<a href='#' onclick=alert(1)>x</a>")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("<style>body{display:none}</style>")]
    [InlineData("<form action=https://example.org><input name=a></form>")]
    public void NothingActiveSurvives(string markdown)
    {
        var body = new HtmlParser().ParseDocument(MarkdownText.ToHtml(markdown).Value).Body!;
        Assert.Empty(body.QuerySelectorAll("script, img, iframe, style, form, input"));
        Assert.DoesNotContain(body.QuerySelectorAll("*").SelectMany(element => element.Attributes), attribute =>
            attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Value.Contains(':', StringComparison.Ordinal));
    }

    [Fact]
    public void LinksOpenElsewhereAndTellNothing() =>
        Assert.Contains(
            """<a href="https://example.org" target="_blank" rel="noopener noreferrer nofollow">x</a>""",
            MarkdownText.ToHtml("[x](https://example.org)").Value,
            StringComparison.Ordinal);

    [Fact]
    public void TablesListsAndCodeAreDrawn()
    {
        var html = MarkdownText.ToHtml("| a | b |\n|---|---|\n| 1 | 2 |\n\n- one\n\n```\ndeny user=x\n```").Value;
        Assert.Contains("<td>1</td>", html, StringComparison.Ordinal);
        Assert.Contains("<li>one</li>", html, StringComparison.Ordinal);
        Assert.Contains("<pre tabindex=\"0\"><code>deny user=x", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ATextsHeadingsStandBelowThePages() =>
        Assert.Equal("<h3>Big</h3>", MarkdownText.ToHtml("# Big").Value.Trim());
}
