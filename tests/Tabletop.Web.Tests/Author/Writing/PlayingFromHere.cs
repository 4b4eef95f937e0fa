using System.Net;

namespace Tabletop.Web.Tests.Author.Writing;

public sealed class PlayingFromHere(TabletopServer server) : IClassFixture<TabletopServer>
{
    [Theory]
    [InlineData("")]
    [InlineData("?from=2024-03-04T12:30:00Z")]
    [InlineData("?from=soon")]
    public async Task IsForFacilitatorsWhateverTheTimeInTheLink(string query)
    {
        using var browser = server.Browser();
        using var answer = await browser.GetAsync("/author/tiny-leak/play" + query);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
