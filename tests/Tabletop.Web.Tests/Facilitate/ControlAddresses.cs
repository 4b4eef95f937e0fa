using Tabletop.Web.Facilitate;

namespace Tabletop.Web.Tests.Facilitate;

public sealed class ControlAddresses
{
    [Theory]
    [InlineData("", "facilitate/ex1")]
    [InlineData("?view=teams&tab=sent&inject=a%26b&team=blue", "facilitate/ex1?view=teams&tab=sent&inject=a%26b&team=blue")]
    [InlineData("?view=nonsense&tab=nonsense", "facilitate/ex1")]
    public void AnAddressIsReadAndWrittenTheSame(string query, string href)
    {
        var read = System.Web.HttpUtility.ParseQueryString(query);
        Assert.Equal(href, ControlAddress.Of("ex1", read["view"], read["tab"], read["inject"], read["team"]).Href);
    }

    [Fact]
    public void ClosingAnInjectShowsTheTeamItWasOpenedFrom()
    {
        var open = new ControlAddress("ex1").OpenTeam("blue").OpenInject("press");
        Assert.Equal("blue", open.Close().Team);
        Assert.False(open.Close().Close().IsOpen);
    }

    [Fact]
    public void AnotherPartHasNothingOpenOverIt() =>
        Assert.False(new ControlAddress("ex1").OpenTeam("blue").To(ControlPart.Decisions).IsOpen);
}
