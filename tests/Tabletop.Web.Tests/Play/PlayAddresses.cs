using Tabletop.Web.Play;

namespace Tabletop.Web.Tests.Play;

public sealed class PlayAddresses
{
    [Fact]
    public void AnAddressSaysAllThatIsOpen() =>
        Assert.Equal(
            "play/ex1?view=credentials&item=a&action=rotate&show=works&owner=none&pick=a,b",
            new PlayAddress("ex1", PlayPart.Credentials, "a", "rotate", "", "works", "none", "a,b").Href);

    [Fact]
    public void AnUnknownPartIsTheInbox() =>
        Assert.Equal(new("ex1"), PlayAddress.Of("ex1", "nonsense", null, null, null, null, null, null));

    [Fact]
    public void TheOpenItemIsTheTargetBeforeWhatIsTicked()
    {
        var address = new PlayAddress("ex1", PlayPart.Credentials, "c", Pick: "a,b");
        Assert.Equal(["c"], address.Targets);
        Assert.Equal(["a", "b"], address.Close().Targets);
        Assert.Equal(["a", "b"], address.Open(PlayAddress.AllPicked).Targets);
    }

    [Fact]
    public void WhatSomebodyPutsIntoAnAddressStaysOneValue() =>
        Assert.Equal("play/ex1?view=inbox&item=a%26show%3Dnew", new PlayAddress("ex1", Item: "a&show=new").Href);

    [Fact]
    public void ABusyListKeepsItsOrderAndDropsOnlyWhatIsGone()
    {
        var order = SteadyOrder.Empty.Next(["c", "b", "a"], busy: true, _ => true);
        var later = order.Next(["e", "d", "a"], busy: true, key => key != "b");
        Assert.Equal(["c", "a"], later.Keys);
        Assert.Equal(2, later.Waiting);
        Assert.Equal(["e", "d", "a"], later.Next(["e", "d", "a"], busy: false, _ => true).Keys);
    }
}
