namespace Tabletop.Engine.Tests;

/// <summary>An exercise at a table: real time stands wherever the test puts it, and the log is kept.</summary>
sealed class Room
{
    internal static readonly DateTimeOffset Opening = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    int _commands;

    internal Room(Scenario? scenario = null, string pace = "standard", params string[] teams) : this(ExerciseMode.Facilitated, scenario, pace, null, teams)
    {
    }

    internal Room(ExerciseMode mode, Scenario? scenario = null, string pace = "standard", RehearsalOrigin? rehearsal = null, params string[] teams)
    {
        Scenario = scenario ?? SmallWorld.Scenario;
        Now = Opening;
        var opened = new Event.Opened("x1", "ABC234", "A test", [], Scenario.Hash, pace, 7, mode) { Version = 1, At = Now, Time = Scenario.Start, Rehearsal = rehearsal };
        Exercise = Exercise.Open(Scenario, opened);
        Log.Add(opened);
        foreach (var team in teams.Length == 0 ? ["blue"] : teams)
        {
            Accept(new Command.AddTeam(team, team));
        }
    }

    internal Scenario Scenario { get; }

    internal Exercise Exercise { get; private set; }

    internal DateTimeOffset Now { get; private set; }

    internal List<Event> Log { get; } = [];

    internal Team Blue => Exercise.FindTeam("blue")!;

    internal DateTimeOffset Time => Exercise.TimeAt(Now);

    /// <summary>A room in which Ana plays alone for team blue and the clock runs.</summary>
    internal static Room Started(Scenario? scenario = null, string pace = "standard", ExerciseMode mode = ExerciseMode.Facilitated)
    {
        var room = new Room(mode, scenario, pace);
        room.Accept(new Command.Join("ana", "Ana", "blue", room.Scenario.Roles[0].Id));
        room.Accept(new Command.Start());
        return room;
    }

    internal Room Wait(TimeSpan time)
    {
        Now += time;
        Accept(new Command.Advance());
        return this;
    }

    /// <summary>Lets real time pass without anybody asking the clock.</summary>
    internal void Move(TimeSpan time) => Now += time;

    /// <summary>Lets real time pass until the clock shows a scenario time.</summary>
    internal Room Until(DateTimeOffset time)
    {
        Now = Exercise.Clock.ReachesAt(time, Scenario, Exercise.Pace) ?? throw new InvalidOperationException("The clock stands.");
        Accept(new Command.Advance());
        return this;
    }

    internal Verdict Try(Command command) => Exercise.Decide(command.Id.Length > 0 ? command : command with { Id = $"c{++_commands}" }, Now);

    internal IReadOnlyList<Event> Accept(Command command)
    {
        var verdict = Send(command);
        Assert.True(verdict.Rejection is null, $"{command} was refused: {verdict.Rejection?.Message}");
        return verdict.Events;
    }

    /// <summary>Records what follows, with a refusal or without.</summary>
    internal Verdict Send(Command command)
    {
        var verdict = Try(command);
        foreach (var e in verdict.Events)
        {
            Exercise = Exercise.Apply(e);
            Log.Add(e);
        }

        return verdict;
    }

    internal Rejection Refused(Command command, RejectionCode code)
    {
        var rejection = Try(command).Rejection;
        Assert.NotNull(rejection);
        Assert.Equal(code, rejection.Code);
        return rejection;
    }

    internal IReadOnlyList<Event> Decide(string action, string? target = null, string person = "ana") =>
        Accept(new Command.SubmitDecision(person, action, target, "Because.", 70));

    internal bool Has(string inject, string team = "blue") => Exercise.FindTeam(team)!.Inbox.Any(item => item.Inject == inject);

    internal bool Holds(Condition condition) => new Facts(Scenario, Blue, Time).Holds(condition);
}
