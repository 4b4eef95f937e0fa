using Tabletop.Engine;
using Tabletop.Exercises;
using Tabletop.Web.Layout;
using Tabletop.Web.Lobby;

namespace Tabletop.Web.Tests.Layout;

public sealed class WaysOut
{
    [Theory]
    [InlineData((int)RefusalCode.NotSignedIn, "host")]
    [InlineData((int)RefusalCode.NoTicket, "")]
    [InlineData((int)RefusalCode.UnknownExercise, "")]
    [InlineData((int)RejectionCode.NotNow, "play/ex1")]
    [InlineData((int)RefusalCode.Unavailable, "")]
    public void EveryRefusalLeadsSomewhere(int code, string href) => Assert.Equal(href, WayOut.Of(new(code, "…"), "ex1").Href);

    [Fact]
    public void AnUnknownRefusalIsSaidInItsOwnWords() =>
        Assert.Equal("The server rests.", WayOut.Of(new(RefusalCode.Unavailable, "The server rests."), "ex1").Text.ToString());

    [Fact]
    public void ARefusalToJoinStandsBesideItsField()
    {
        Assert.Equal("There is a team 'Blue' already.", JoinFaults.Of(new Rejection(RejectionCode.NameTaken, "There is a team 'Blue' already.")).Team?.ToString());
        Assert.Equal("You sit in Red.", JoinFaults.Of(new Rejection(RejectionCode.OtherTeam, "You sit in Red.")).Team?.ToString());
        Assert.Equal("No such role.", JoinFaults.Of(new Rejection(RejectionCode.UnknownRole, "No such role.")).Role?.ToString());
        Assert.Equal("Give a name.", JoinFaults.Of(new(RefusalCode.BadValue, "Give a name.")).Name?.ToString());
        Assert.Equal("Wait a minute.", JoinFaults.Of(new(RefusalCode.TooManyTries, "Wait a minute.")).Other?.ToString());
        Assert.Equal(new(null, null, null, null), JoinFaults.Of(null));
    }
}
