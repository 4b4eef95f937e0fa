namespace Tabletop.Engine.Tests;

public sealed class JudgementTests
{
    [Fact]
    public void AJudgementIsTheTeamsAndChangesNothingInTheWorld()
    {
        var room = Room.Started();
        var world = room.Blue.World;
        room.Accept(new Command.JudgeCredential("ana", "key-a", Judgement.AcceptedRisk, " Nobody can reach it. "));

        Assert.Equal((Judgement.AcceptedRisk, "Ana", "Nobody can reach it."), (room.Blue.Judged["key-a"].As, room.Blue.Judged["key-a"].Name, room.Blue.Judged["key-a"].Reason));
        Assert.Equal(world.Ended, room.Blue.World.Ended);
        Assert.Empty(room.Accept(new Command.JudgeCredential("ana", "key-a", Judgement.AcceptedRisk, "Nobody can reach it.")));

        room.Accept(new Command.JudgeCredential("ana", "key-a", null, ""));
        Assert.Empty(room.Blue.Judged);
        Assert.Empty(room.Accept(new Command.JudgeCredential("ana", "key-a", null, "")));
    }

    [Fact]
    public void AnAcceptedRiskNeedsAReasonAndACredentialThatExists()
    {
        var room = Room.Started();
        room.Refused(new Command.JudgeCredential("ana", "key-a", Judgement.AcceptedRisk, " "), RejectionCode.BadValue);
        room.Refused(new Command.JudgeCredential("ana", "nothing", Judgement.Suspected, ""), RejectionCode.UnknownTarget);
        room.Refused(new Command.JudgeCredential("nobody", "key-a", Judgement.Suspected, ""), RejectionCode.UnknownPerson);
        room.Accept(new Command.End());
        room.Refused(new Command.JudgeCredential("ana", "key-a", Judgement.Suspected, ""), RejectionCode.NotNow);
    }
}
