using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.TestKit;

namespace Tabletop.Web.Tests.Review;

/// <summary>An ended exercise of the shipped scenario, each team played by one of its playthroughs.</summary>
static class PlayedFlagship
{
    static readonly DateTimeOffset At = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);

    static readonly string[] Names = ["Ada", "Bo", "Cléo", "Dan", "Eve", "Finn", "Gro", "Hal", "Ines", "Jan"];

    static readonly Lazy<DebriefView> ThreeTeams = new(() => View(("Blue", "october-four"), ("Red", "informed"), ("Green", "history")));

    /// <summary>Blue rotated all four in October, Red found out later, Green did what history did.</summary>
    public static DebriefView Three => ThreeTeams.Value;

    public static DebriefView View(params (string Team, string Playthrough)[] teams)
    {
        var (exercise, log) = Play(teams);
        return DebriefProjection.Of(exercise, log);
    }

    public static (Exercise Exercise, IReadOnlyList<Event> Log) Play(params (string Team, string Playthrough)[] teams) =>
        Play(teams, ShippedScenarios.Flagship.End);

    public static (Exercise Exercise, IReadOnlyList<Event> Log) Play((string Team, string Playthrough)[] teams, DateTimeOffset until)
    {
        var scenario = ShippedScenarios.Flagship;
        var opened = new Event.Opened("ex1", "7KQP4M", "Autumn exercise", [], scenario.Hash, scenario.Paces[0].Id, 7, ExerciseMode.Facilitated) { Version = 1, At = At, Time = scenario.Start };
        var log = new List<Event> { opened };
        var exercise = Exercise.Open(scenario, opened);
        void Do(Command command)
        {
            var verdict = exercise.Decide(command with { Id = $"c{log.Count}" }, At);
            if (verdict.Rejection is { } rejection)
                throw new InvalidOperationException($"{command}: {rejection.Message}");
            foreach (var e in verdict.Events)
            {
                log.Add(e);
                exercise = exercise.Apply(e);
            }
        }

        for (var index = 0; index < teams.Length; index++)
        {
            Do(new Command.AddTeam($"t{index}", teams[index].Team));
            for (var seat = 0; seat < scenario.Roles.Count; seat++)
                Do(new Command.Join($"t{index}-{scenario.Roles[seat].Id}", Names[(index * 3 + seat) % Names.Length], $"t{index}", scenario.Roles[seat].Id));
        }

        Do(new Command.Start());
        Do(new Command.Pause("Played by files"));
        var deeds = teams.SelectMany((team, index) => Deeds(scenario, team.Playthrough).Select(e => (Team: index, Event: e))).OrderBy(item => item.Event.Time);
        foreach (var (team, e) in deeds.TakeWhile(item => item.Event.Time < until))
        {
            if (e.Time > exercise.Now)
                Do(new Command.Jump(e.Time));
            Do(CommandOf(scenario, team, e));
        }

        if (until > exercise.Now)
            Do(new Command.Jump(until));
        if (exercise.Lifecycle is not Lifecycle.Debrief)
            Do(new Command.End());
        return (exercise, log);
    }

    static Playthrough PlaythroughOf(Scenario scenario, string id) =>
        id == "history" ? scenario.History! : scenario.Playthroughs.Single(item => item.Id == id);

    static IEnumerable<Event> Deeds(Scenario scenario, string playthrough) =>
        PlaythroughRun.Of(scenario, PlaythroughOf(scenario, playthrough)).Log.Where(e => e is Event.DecisionMade or Event.InjectAnswered);

    static Command CommandOf(Scenario scenario, int team, Event e) => e switch
    {
        Event.InjectAnswered answered => new Command.AnswerInject($"t{team}-{scenario.Roles[0].Id}", answered.Inject, answered.Reply, answered.Reason, 80),
        Event.DecisionMade made => new Command.SubmitDecision($"t{team}-{RoleFor(scenario, made.Action)}", made.Action, made.Target, made.Reason, 70),
        _ => throw new ArgumentException("Not a deed.", nameof(e)),
    };

    static string RoleFor(Scenario scenario, string action) => scenario.Actions[action].Roles.FirstOrDefault() ?? scenario.Roles[0].Id;
}
