namespace Tabletop.Engine.Tests;

public sealed class LifecycleTests
{
    [Fact]
    public void AnExerciseNeedsATeamToStart()
    {
        var opened = new Event.Opened("x", "C", "T", [], "0", "standard", 0, ExerciseMode.Facilitated) { Version = 1, At = Room.Opening, Time = SmallWorld.Day };
        var verdict = Exercise.Open(SmallWorld.Scenario, opened).Decide(new Command.Start { Id = "c" }, Room.Opening);
        Assert.Equal(RejectionCode.NotNow, verdict.Rejection?.Code);
        Assert.Contains("Add a team", verdict.Rejection!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ARefusedChangeSaysWhatIsPossibleInstead()
    {
        var room = Room.Started();
        Assert.Equal("You can't start the exercise: it is running. Now you can pause the exercise or end the exercise.", room.Refused(new Command.Start(), RejectionCode.NotNow).Message);
        Assert.Contains("resume", Paused(room).Refused(new Command.Pause(""), RejectionCode.NotNow).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnExerciseGoesFromLobbyToClosed()
    {
        var room = Room.Started();
        Assert.Equal(Lifecycle.Running, room.Exercise.Lifecycle);
        room.Accept(new Command.Pause("Break"));
        Assert.Equal(("Break", Lifecycle.Paused), (room.Exercise.PauseReason, room.Exercise.Lifecycle));
        room.Accept(new Command.Resume());
        room.Accept(new Command.End());
        Assert.Equal(Lifecycle.Debrief, room.Exercise.Lifecycle);
        room.Accept(new Command.Close());
        Assert.Equal(Lifecycle.Closed, room.Exercise.Lifecycle);
    }

    [Fact]
    public void ACommandSentTwiceHappensOnce()
    {
        var room = Room.Started();
        var decide = new Command.SubmitDecision("ana", "rotate", "key-a", "", 50) { Id = "once" };
        Assert.NotEmpty(room.Accept(decide));
        Assert.Empty(room.Accept(decide));
        Assert.Single(room.Blue.Decisions);
    }

    [Fact]
    public void APersonSitsInOneTeam()
    {
        var room = new Room(teams: ["blue", "red"]);
        room.Accept(new Command.Join("ana", "Ana", "blue", "soc"));
        Assert.Contains("Leave it first", room.Refused(new Command.Join("ana", "Ana", "red", "soc"), RejectionCode.OtherTeam).Message, StringComparison.Ordinal);
        room.Accept(new Command.Leave("ana"));
        room.Accept(new Command.Join("ana", "Ana", "red", "soc"));
        Assert.Equal("red", room.Exercise.People["ana"].Team);
    }

    [Fact]
    public void APersonMayChangeRole()
    {
        var room = new Room();
        room.Accept(new Command.Join("ana", "Ana", "blue", "soc"));
        room.Accept(new Command.Join("ana", "Ana", "blue", "platform"));
        Assert.Equal("platform", Assert.Single(room.Exercise.People).Value.Role);
    }

    [Fact]
    public void ANameIsUsedOnceInATeam()
    {
        var room = new Room();
        room.Accept(new Command.Join("a1", "Ana", "blue", "soc"));
        room.Refused(new Command.Join("a2", "ana", "blue", "platform"), RejectionCode.NameTaken);
        room.Refused(new Command.Join("a2", "Bo", "green", "platform"), RejectionCode.UnknownTeam);
        room.Refused(new Command.Join("a2", "Bo", "blue", "wizard"), RejectionCode.UnknownRole);
        room.Refused(new Command.Join("a2", "  ", "blue", "soc"), RejectionCode.BadValue);
    }

    [Fact]
    public void TeamsAreMadeBeforeTheStart()
    {
        var room = Room.Started();
        room.Refused(new Command.AddTeam("red", "Red"), RejectionCode.NotNow);
        room.Accept(new Command.Join("bo", "Bo", "blue", "soc"));
    }

    [Fact]
    public void NobodyJoinsWhenItIsOver()
    {
        var room = Room.Started();
        room.Accept(new Command.End());
        room.Refused(new Command.Join("bo", "Bo", "blue", "soc"), RejectionCode.NotNow);
        room.Refused(new Command.SubmitDecision("ana", "rotate", "key-a", "", 50), RejectionCode.NotNow);
    }

    [Fact]
    public void AJumpDeliversEverythingOnTheWay()
    {
        var room = Room.Started();
        room.Accept(new Command.Jump(SmallWorld.At(15)));
        Assert.True(room.Has("welcome") && room.Has("alert") && room.Has("plan"));
        Assert.Equal("rooted", room.Blue.Adversary.State);
        Assert.Equal(SmallWorld.At(14), room.Blue.Adversary.Entered);
        Assert.Equal("evening", room.Exercise.PhaseSpec.Id);
        Assert.Equal(SmallWorld.At(15), room.Time);
        Assert.Equal(TimeSpan.Zero, room.Exercise.Clock.Elapsed(room.Now));
    }

    [Fact]
    public void AJumpNeverGoesBack()
    {
        var room = Room.Started().Until(SmallWorld.At(5));
        room.Refused(new Command.Jump(SmallWorld.At(5)), RejectionCode.BadValue);
        room.Refused(new Command.Jump(SmallWorld.At(21)), RejectionCode.BadValue);
    }

    [Fact]
    public void AStepGoesToTheNextInjectAndNoFurther()
    {
        var room = Room.Started();
        room.Accept(new Command.Step());
        Assert.Equal(SmallWorld.At(1), room.Time);
        Assert.True(room.Has("welcome"));
        room.Accept(new Command.Step());
        Assert.Equal(SmallWorld.At(2), room.Time);
        Assert.False(room.Has("late-reminder"));
    }

    [Fact]
    public void WhoStepsTheirOwnClockIsTakenToWhatTheyOrderedToo()
    {
        var own = Room.Started(mode: ExerciseMode.Solo).Until(SmallWorld.At(5));
        own.Decide("rotate", "key-a");
        var finishes = own.Blue.Decisions[^1].Finishes;
        while (own.Time < finishes)
        {
            own.Accept(new Command.Step());
        }

        Assert.Equal(finishes, own.Time);
    }

    [Fact]
    public void AStepIsRefusedWhenNoInjectIsLeft()
    {
        var room = Room.Started().Until(SmallWorld.At(19));
        Assert.Contains("end the exercise", room.Refused(new Command.Step(), RejectionCode.NotNow).Message, StringComparison.Ordinal);
    }

    static Room Paused(Room room)
    {
        room.Accept(new Command.Pause(""));
        return room;
    }
}
