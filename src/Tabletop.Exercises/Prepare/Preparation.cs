using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Exercises;

/// <summary>How an exercise is prepared: all but people and codes.</summary>
public sealed record Preparation
{
    /// <summary>Id of the scenario.</summary>
    public required string Scenario { get; init; }
    public required string ScenarioTitle { get; init; }

    /// <summary>Of the scenario's text alone.</summary>
    public required string Hash { get; init; }

    /// <summary>As participants see it.</summary>
    public required string Title { get; init; }

    /// <summary>Id.</summary>
    public required string Pace { get; init; }
    public required string PaceTitle { get; init; }

    /// <summary>Exercise time from start to end.</summary>
    public required TimeSpan Takes { get; init; }

    /// <summary>Names; empty: teams make themselves.</summary>
    public ImmutableArray<string> Teams { get; init; } = [];

    /// <summary>Without a facilitator.</summary>
    public bool Alone { get; init; }

    /// <summary>The customer's own names, by variable.</summary>
    public ImmutableSortedDictionary<string, string> Names { get; init; } = ScenarioSettings.None.Values;

    /// <summary>Null: the scenario's first.</summary>
    public string? Language { get; init; }
    public Standing Standing { get; init; }
    public bool ShowsHistory { get; init; }

    /// <summary>What cannot be taken back waits for a second facilitator.</summary>
    public bool Approval { get; init; }

    /// <summary>What was planned of the injects before the start.</summary>
    public ImmutableArray<PlannedInject> Injects { get; init; } = [];

    /// <summary>New exercises have the scenario's text as it is here, whatever becomes of it; otherwise the newest.</summary>
    public bool KeepsText { get; init; }

    /// <param name="log">All of it. What was planned of the injects is kept as it stood at the start: what came later answered those who played.</param>
    internal static Preparation Of(Exercise exercise, IReadOnlyList<Event> log)
    {
        var opened = (Event.Opened)log[0];
        return new()
        {
            Scenario = exercise.Scenario.Id,
            ScenarioTitle = exercise.Scenario.Title,
            Hash = ScenarioCompiler.HashOf(opened.Sources),
            Title = exercise.Title,
            Pace = exercise.Pace,
            PaceTitle = exercise.Scenario.Paces[exercise.Pace].Title,
            Takes = ScenarioShelf.Takes(exercise.Scenario, exercise.Pace),
            Teams = exercise.Mode == ExerciseMode.Door ? [] : [.. exercise.Teams.Select(team => team.Name)],
            Alone = exercise.Mode == ExerciseMode.Door,
            Names = opened.Names ?? ScenarioSettings.None.Values,
            Language = opened.Language,
            Standing = exercise.Standing,
            ShowsHistory = exercise.ShowsHistory,
            Approval = exercise.Approval,
            Injects = PlannedInject.Of(Exercise.Replay(exercise.Scenario, log.TakeWhile(e => e is not Event.Started))),
        };
    }

    internal ScenarioSettings Settings => ScenarioShelf.SettingsOf(Names, Language);

    /// <summary>The same, as far as a scenario of another text still knows of it.</summary>
    internal Preparation FitTo(Scenario scenario)
    {
        var fit = this with
        {
            Pace = scenario.Paces.Contains(Pace) ? Pace : scenario.Paces[0].Id,
            Names = Names.Where(name => scenario.Variables.Contains(name.Key)).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Language = Language is { } language && scenario.Languages.Contains(language) ? language : null,
            ShowsHistory = ShowsHistory && scenario.History is not null,
        };
        return fit with { Injects = PlannedInject.Into(fit.LobbyOf(scenario), Injects).Fit };
    }

    /// <summary>What an exercise that is prepared like this begins with.</summary>
    internal ImmutableArray<Command> First(Scenario scenario)
    {
        var lobby = LobbyOf(scenario);
        return
        [
            .. lobby.Teams.Select(team => new Command.AddTeam(team.Id, team.Name)),
            new Command.ShowStanding(Standing),
            .. ShowsHistory ? [new Command.ShowHistory(true)] : Array.Empty<Command>(),
            .. Approval ? [new Command.SetApproval(true)] : Array.Empty<Command>(),
            .. PlannedInject.Into(lobby, Injects).Commands,
        ];
    }

    /// <summary>Nobody's lobby, to try in it what fits.</summary>
    Exercise LobbyOf(Scenario scenario)
    {
        var opened = new Event.Opened("", "", Title, [], scenario.Hash, Pace, 0, Alone ? ExerciseMode.Door : ExerciseMode.Facilitated) { Version = 1, Time = scenario.Start };
        return Teams.Select(name => new Event.TeamAdded(Ids.Short("team-"), name))
            .Aggregate(Exercise.Open(scenario, opened), (lobby, added) => lobby.Apply(added with { Version = lobby.Version + 1, Time = scenario.Start }));
    }
}

/// <summary>A preparation under a name, for every facilitator of the server.</summary>
/// <param name="Who">The name of whoever made it.</param>
public sealed record ExerciseTemplate(string Id, string Name, string Who, DateTimeOffset At, Preparation Prepared);

/// <summary>What became of a template's scenario.</summary>
public enum TemplateScenario
{
    AsItWas,
    Changed,

    /// <summary>It has errors now.</summary>
    Broken,
    Gone,
}

/// <param name="Lost">What the newest text does not know of any more: the pace, names by their variables, the language, injects by their titles.</param>
public sealed record TemplateRow(ExerciseTemplate Template, TemplateScenario Scenario, ImmutableArray<string> Lost);
