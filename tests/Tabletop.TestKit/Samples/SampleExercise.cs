using Tabletop.Engine;

namespace Tabletop.TestKit.Samples;

/// <summary>An exercise that is played by commands, as a test's lines say; refuses to go on when one is refused.</summary>
public sealed class SampleExercise
{
    public const string Blue = "blue";
    public const string Red = "red";

    readonly List<Event> _log = [];
    int _commands;

    public SampleExercise(ExerciseMode mode = ExerciseMode.Facilitated, string pace = "quick")
    {
        var opened = new Event.Opened("ex1", "7KQP4M", "Autumn exercise", [], Scenario.Hash, pace, 7, mode)
        {
            Version = 1,
            At = At,
            Time = Scenario.Start,
        };
        _log.Add(opened);
        Exercise = Exercise.Open(Scenario, opened);
    }

    public static Scenario Scenario => SampleScenario.Value;

    public Exercise Exercise { get; private set; }

    public IReadOnlyList<Event> Log => _log;

    /// <summary>Server time of the next command.</summary>
    public DateTimeOffset At { get; private set; } = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Two teams in the lobby: Blue with three people, Red with two.</summary>
    public static SampleExercise Lobby() => new SampleExercise()
        .Do(new Command.AddTeam(Blue, "Blue"))
        .Do(new Command.AddTeam(Red, "Red"))
        .Do(new Command.Join("ada", "Ada", Blue, "incident-commander"))
        .Do(new Command.Join("bo", "Bo", Blue, "soc"))
        .Do(new Command.Join("cleo", "Cléo", Blue, "identity"))
        .Do(new Command.Join("dan", "Dan", Red, "incident-commander"))
        .Do(new Command.Join("eve", "Eve", Red, "soc"));

    /// <summary>Started, and paused so that jumps alone move the clock.</summary>
    public static SampleExercise Started() => Lobby().Do(new Command.Start()).Do(new Command.Pause("Questions"));

    public SampleExercise Do(Command command)
    {
        var verdict = Exercise.Decide(command with { Id = command.Id.Length > 0 ? command.Id : $"c{++_commands}" }, At);
        if (verdict.Rejection is { } rejection)
            throw new InvalidOperationException($"{command}: {rejection.Message}");
        foreach (var e in verdict.Events)
        {
            _log.Add(e);
            Exercise = Exercise.Apply(e);
        }

        return this;
    }

    public SampleExercise Decide(string person, string action, string? target = null, string reason = "", int confidence = 70) =>
        Do(new Command.SubmitDecision(person, action, target, reason, confidence));

    /// <summary>Somebody speaks in the team's chat.</summary>
    public SampleExercise Say(string person, string text) => Do(new Command.Say(person, $"m{_commands}", text));

    /// <summary>Jumps to a scenario time.</summary>
    public SampleExercise Until(DateTimeOffset time) => Do(new Command.Jump(time));

    /// <summary>Lets server time pass.</summary>
    public SampleExercise Wait(TimeSpan time)
    {
        At += time;
        return Do(new Command.Advance());
    }
}
