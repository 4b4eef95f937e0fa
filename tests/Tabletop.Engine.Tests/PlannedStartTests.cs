namespace Tabletop.Engine.Tests;

public sealed class PlannedStartTests
{
    static readonly DateTimeOffset Ten = Room.Opening.AddHours(1);

    [Fact]
    public void ItStartsByItselfAtItsTimeIfThatWasSaid()
    {
        var room = Joined(byItself: true);
        Assert.Equal(Ten, room.Exercise.NextDue(room.Now));
        room.Wait(TimeSpan.FromMinutes(59));
        Assert.Equal(Lifecycle.Lobby, room.Exercise.Lifecycle);
        room.Wait(TimeSpan.FromMinutes(1));
        Assert.Equal(Lifecycle.Running, room.Exercise.Lifecycle);
        Assert.Equal(room.Scenario.Start, room.Time);
    }

    [Fact]
    public void OtherwiseItWaitsForTheFacilitator()
    {
        var room = Joined(byItself: false);
        Assert.Null(room.Exercise.NextDue(room.Now));
        room.Wait(TimeSpan.FromHours(2));
        Assert.Equal(Lifecycle.Lobby, room.Exercise.Lifecycle);
    }

    [Fact]
    public void WithNobodyThereItWaitsForTheFirstAndNotForever()
    {
        var room = new Room();
        room.Accept(new Command.PlanStart(Ten, true, "UTC"));
        room.Wait(TimeSpan.FromMinutes(65));
        Assert.Equal((Lifecycle.Lobby, null), (room.Exercise.Lifecycle, room.Exercise.NextDue(room.Now)));
        room.Accept(new Command.Join("ana", "Ana", "blue", "commander"));
        Assert.Equal(Lifecycle.Running, room.Exercise.Lifecycle);
        Assert.Null(room.Log.OfType<Event.Started>().Single().Command);

        var late = new Room();
        late.Accept(new Command.PlanStart(Ten, true, "UTC"));
        late.Wait(TimeSpan.FromMinutes(76));
        late.Accept(new Command.Join("ana", "Ana", "blue", "commander"));
        Assert.Equal(Lifecycle.Lobby, late.Exercise.Lifecycle);
    }

    [Fact]
    public void ItCanBeChangedAndTakenAway()
    {
        var room = Joined(byItself: true);
        room.Accept(new Command.PlanStart(Ten.AddHours(1), true, "Europe/Berlin"));
        room.Wait(TimeSpan.FromMinutes(90));
        Assert.Equal(Lifecycle.Lobby, room.Exercise.Lifecycle);
        room.Accept(new Command.PlanStart(null, false, "UTC"));
        room.Wait(TimeSpan.FromHours(2));
        Assert.Equal((Lifecycle.Lobby, null), (room.Exercise.Lifecycle, room.Exercise.Planned));
    }

    [Fact]
    public void OnlyATimeAheadCanBePlannedAndOnlyInTheLobby()
    {
        var room = Joined(byItself: false);
        room.Refused(new Command.PlanStart(room.Now, true, "UTC"), RejectionCode.BadValue);
        room.Refused(new Command.PlanStart(room.Now.AddYears(2), true, "UTC"), RejectionCode.BadValue);
        Assert.Empty(room.Accept(new Command.PlanStart(Ten, false, "UTC")));
        room.Accept(new Command.Start());
        room.Refused(new Command.PlanStart(Ten, true, "UTC"), RejectionCode.NotNow);
        new Room(ExerciseMode.Alone).Refused(new Command.PlanStart(Ten, true, "UTC"), RejectionCode.NotNow);
    }

    static Room Joined(bool byItself)
    {
        var room = new Room();
        room.Accept(new Command.Join("ana", "Ana", "blue", "commander"));
        room.Accept(new Command.PlanStart(Ten, byItself, "UTC"));
        return room;
    }
}
