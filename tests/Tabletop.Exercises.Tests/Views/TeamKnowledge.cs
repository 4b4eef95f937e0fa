using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleExercise;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Exercises.Tests.Views;

public sealed class TeamKnowledge
{
    [Fact]
    public void ACredentialIsUnknownUntilSomebodyChecksIt()
    {
        Assert.All(View(Started(), "ada").Credentials, row => Assert.Equal(KnownState.Unknown, row.State));
    }

    [Fact]
    public void AWorkingSecretThatWasCheckedIsLive() =>
        Assert.Equal(KnownState.Live, Row(Started().Decide("cleo", "check", Token).Until(At(10, 18, 10)), Token).State);

    [Fact]
    public void ASecretThatHadStoppedWorkingIsDeadOnlyAfterTheCheck()
    {
        var played = Started();
        Assert.Equal(KnownState.Unknown, Row(played, Dead).State);
        Assert.Equal(KnownState.Dead, Row(played.Decide("cleo", "check", Dead).Until(At(10, 18, 10)), Dead).State);
    }

    [Fact]
    public void ARotationShowsOnTheBoardAsOnItsWayAndThenAsRotated()
    {
        var played = Started().Decide("cleo", "rotate", Token);
        var doing = Row(played, Token).Doing;
        Assert.Equal(("Rotate", At(10, 18, 12), true), (doing?.Action, doing?.Finishes, doing?.Ends));

        var done = Row(played.Until(At(10, 18, 12)), Token);
        Assert.Equal((KnownState.Rotated, At(10, 18, 12)), (done.State, done.Since));
        Assert.Null(done.Doing);
    }

    [Fact]
    public void RotatingADeadSecretLooksTheSameAsRotatingALiveOne() =>
        Assert.Equal(KnownState.Rotated, Row(Started().Decide("cleo", "rotate", Dead).Until(At(10, 18, 12)), Dead).State);

    [Fact]
    public void AnotherTeamsRotationChangesNothingOnThisBoard() =>
        Assert.Equal(KnownState.Unknown, Row(Started().Decide("dan", "rotate", Token).Until(At(10, 18, 12)), Token).State);

    [Fact]
    public void AFootholdIsSeenOnlyOnceItWasFound()
    {
        var played = Started().Until(At(11, 16, 15));
        Assert.Empty(View(played, "bo").Footholds);
        played.Decide("bo", "hunt", Host).Until(At(11, 16, 19));
        Assert.Equal([RogueUser], View(played, "bo").Footholds.Select(row => row.Id));
        Assert.Contains("Account “t.lindqvist”", System(played, Host).Footholds.Select(row => row.Title));
    }

    [Fact]
    public void AMarkThatTheTeamPutOnASystemIsShownWithItsTime()
    {
        var played = Started().Decide("bo", "snapshot", Host).Until(At(10, 18, 11));
        Assert.Equal([new MarkView("snapshot taken", At(10, 18, 10))], System(played, Host).Marks);
    }

    [Fact]
    public void ASystemSaysWhichLeakedCredentialsOpenIt() =>
        Assert.Contains("Sheet integration account", System(Started(), Host).OpenedBy.Select(thing => thing.Title));

    static TeamView View(SampleExercise played, string person) => TeamProjection.Of(played.Exercise, person, new HashSet<string>())!;

    static CredentialRow Row(SampleExercise played, string id) => View(played, "ada").Credentials.Single(row => row.Id == id);

    static SystemRow System(SampleExercise played, string id) => View(played, "ada").Systems.Single(row => row.Id == id);
}
