using Tabletop.Web.Facilitate;

namespace Tabletop.Web.Tests.Facilitate;

public sealed class JoinLinks
{
    [Theory]
    [InlineData("https://tabletop.example/", "https://tabletop.example/?code=7KQP4M")]
    [InlineData("https://example.org/tabletop/", "https://example.org/tabletop/?code=7KQP4M")]
    public void LeadsToTheCodeUnderTheAddressThatTheFacilitatorUses(string home, string link) => Assert.Equal(link, JoinLink.Of(home, "7KQP4M"));

    [Theory]
    [InlineData("http://localhost:5080/", true)]
    [InlineData("http://127.0.0.1:5080/", true)]
    [InlineData("http://192.168.1.20:5080/", false)]
    [InlineData("https://tabletop.example/", false)]
    public void KnowsWhetherOthersCanFollowIt(string home, bool only) => Assert.Equal(only, JoinLink.IsOnlyHere(home));

    [Fact]
    public void TheQrCodeHasItsQuietZone()
    {
        var (path, size) = JoinLink.Draw("https://tabletop.example/?code=7KQP4M");
        Assert.StartsWith("M4 4h7", path, StringComparison.Ordinal);
        Assert.Equal(0, (size - 8 - 17) % 4);
    }
}
