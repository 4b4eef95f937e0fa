using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Gathers what a facilitator sees.</summary>
public static class ControlProjection
{
    /// <param name="log">Read for when people last acted; may be empty.</param>
    /// <param name="scores">By team id; may be empty.</param>
    /// <param name="present">Ids of the persons who are connected.</param>
    public static ControlView Of(
        Exercise exercise, IReadOnlyList<Event> log, IReadOnlyDictionary<string, ScoreGlance> scores, IReadOnlySet<string> present)
    {
        // Bots are always there.
        if (exercise.Rehearsal is { } rehearsal)
            present = present.Concat(rehearsal.Bots.Select(bot => bot.Person)).ToHashSet(StringComparer.Ordinal);

        var scenario = exercise.Scenario;
        var stream = StreamOf(exercise);
        var keys = KeyCredentials.Of(scenario);
        var acted = LastActed(log);
        return new()
        {
            Exercise = exercise.Id,
            Code = exercise.Code,
            Title = exercise.Title,
            Scenario = scenario.Title,
            Pace = scenario.Paces.TryGet(exercise.Pace, out var pace) ? pace.Title : exercise.Pace,
            Mode = exercise.Mode,
            Door = exercise.Door,
            Rehearsal = RehearsalView.From(exercise),
            Owner = exercise.Owner,
            Helpers = exercise.Helpers,
            Version = exercise.Version,
            Clock = ClockView.Of(exercise),
            CanPlan = exercise.CanPlan,
            Briefing = scenario.Briefing,
            Phases = [.. scenario.Phases.Select((phase, index) => new PhaseStop(
                phase.Id,
                phase.Title,
                phase.Start,
                phase.End,
                index < exercise.Phase ? PhaseStanding.Past : index == exercise.Phase ? PhaseStanding.Present : PhaseStanding.ToCome))],
            Extensions = [.. exercise.Extensions.Select(item => new ExtensionRow(item.Id, item.Phase is { } id ? scenario.Phases[id].Title : null, item.By, item.Time))],
            Roles = [.. scenario.Roles.Select(role => new RoleChoice(role.Id, role.Title, role.Summary))],
            Teams = [.. exercise.Teams.Select(team => GlanceOf(exercise, team, keys, present) with
            {
                Last = stream.FirstOrDefault(entry => entry.TeamId == team.Id && !entry.ByClock),
                ActedAt = acted.TryGetValue(team.Id, out var at) ? at : null,
                Score = scores.GetValueOrDefault(team.Id),
            })],
            Roster = RosterRow.Of(exercise, present),
            Injects = InjectRows.Of(exercise, log),
            Dropped = [.. exercise.Dropped.Select(id => exercise.Written[id]).Select(spec => new DroppedInject(spec.Id, spec.Title, (exercise.TriggerOf(spec) as Trigger.AtTime)?.Time))],
            Announcements = [.. exercise.Announcements.Reverse().Select(said => RowOf(exercise, said))],
            Passes = [.. exercise.Passes.Where(pass => !pass.Ended)
                .Select(pass => new PassRow(pass.Id, pass.Kind, pass.Name, exercise.FindTeam(pass.Team)?.Name))],
            Standing = exercise.Standing,
            ShowsHistory = exercise.ShowsHistory,
            HistoryReached = exercise.Mode == ExerciseMode.Door ? DebriefProjection.BenchmarkOf(Benchmarks.Of(scenario).History, "History") : null,
            Approval = exercise.Approval,
            Deeds = DeedRow.Of(exercise),
            Stream = stream,
            Interventions = [.. Interventions.Of(exercise, log).Reverse()],
            Acts = Acts.Of(exercise, log),
            Remarks = RemarkRows.Of(exercise, log),
            Settable = SettableThing.Of(scenario),
            Dimensions = [.. scenario.Scoring.Select(rule => rule.Dimension).Distinct().Order()],
        };
    }

    static AnnouncementRow RowOf(Exercise exercise, Announcement said)
    {
        var people = exercise.People.Values.Where(person => said.Team is null || person.Team == said.Team).ToList();
        return new(
            said.Id,
            said.Text,
            said.Team is null ? null : exercise.FindTeam(said.Team)?.Name,
            said.Time,
            exercise.Teams.Any(team => exercise.AnnouncementFor(team.Id)?.Id == said.Id),
            people.Count(person => said.ReadBy.Contains(person.Id)),
            people.Count);
    }

    /// <summary>A team's world without what its people did.</summary>
    internal static TeamGlance GlanceOf(Exercise exercise, Team team, ImmutableArray<KeySpec> keys, IReadOnlySet<string> present)
    {
        var scenario = exercise.Scenario;
        var state = scenario.Adversary.States[team.Adversary.State];
        var facts = new Facts(scenario, team, exercise.Now);
        return new()
        {
            Id = team.Id,
            Name = team.Name,
            Members = TeamProjection.MembersOf(exercise, team.Id, present),
            World = team.World,
            AttackerId = team.Adversary.State,
            Attacker = state.Title,
            AttackerSince = team.Adversary.Entered,
            Refused = [.. state.Steps.Where(step => team.Adversary.Tried.ContainsKey(step.Id)).Select(step => step.Title)],
            Keys = [.. keys.Select(key => key.In(team.World))],
            Footholds = [.. scenario.Footholds
                .Where(spec => team.World.Footholds.ContainsKey(spec.Id))
                .Select(spec => new FootholdGlance(spec.Title, StandingOf(facts, spec), team.World.Footholds[spec.Id].Known))],
            Capacity = new(team.EffortUsed, exercise.PhaseSpec.Effort),
            OutageHours = team.World.OutageHours,
            Unread = team.Inbox.Count(item => item.ReadBy.IsEmpty),
        };
    }

    static FootholdStanding StandingOf(Facts facts, FootholdSpec foothold) =>
        !facts.IsPlanted(foothold.Id) ? FootholdStanding.Removed
        : facts.IsLive(foothold) ? FootholdStanding.Live
        : FootholdStanding.CutOff;

    static Dictionary<string, DateTimeOffset> LastActed(IReadOnlyList<Event> log)
    {
        var acted = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var e in log)
        {
            if (e is Event.DecisionMade or Event.DecisionWithdrawn or Event.InjectAnswered or Event.InjectRead)
                acted[e.TeamId!] = e.At;
        }

        return acted;
    }

    static ImmutableArray<StreamEntry> StreamOf(Exercise exercise) =>
        [.. exercise.Teams
            .SelectMany(team => DecisionsOf(exercise, team).Concat(AnswersOf(exercise, team)))
            .OrderByDescending(entry => entry.Version)];

    static IEnumerable<StreamEntry> DecisionsOf(Exercise exercise, Team team) => team.Decisions.Select(decision => new StreamEntry
    {
        TeamId = team.Id,
        Team = team.Name,
        Version = decision.Version,
        By = TeamProjection.NameOf(exercise, decision.Person),
        Role = RoleOf(exercise, decision.Person),
        What = exercise.Scenario.Actions[decision.Action].Title,
        Target = TeamProjection.TargetTitle(exercise.Scenario, decision) is { } target ? target + MeantBy(exercise.Scenario, decision) : null,
        IsTool = exercise.Scenario.Actions[decision.Action].IsTool,
        Reason = decision.Reason,
        Confidence = decision.Confidence,
        Alternatives = decision.Alternatives,
        Time = decision.Made,
        Finishes = decision.Finishes,
        Status = decision.Status,
        Finding = decision.Finding,
    });

    /// <summary>What a tool took what was typed to mean.</summary>
    internal static string? MeantBy(Scenario scenario, Decision decision) =>
        decision.Asked is not null && scenario.Actions[decision.Action].Topics.TryGet(decision.Target, out var topic) ? $" → {topic.Title}" : null;

    static IEnumerable<StreamEntry> AnswersOf(Exercise exercise, Team team) => team.Answers.Select(pair =>
    {
        var (id, answer) = pair;
        var inject = exercise.FindInject(id);
        return new StreamEntry
        {
            TeamId = team.Id,
            Team = team.Name,
            Version = answer.Version,
            By = TeamProjection.NameOf(exercise, answer.Person),
            Role = RoleOf(exercise, answer.Person),
            What = inject?.Title ?? id,
            Target = inject?.Question is { } question ? answer.Reply.Words(exercise.Scenario, question) : answer.Reply.Text,
            IsAnswer = true,
            ByClock = answer.Person == Engine.Answer.TheClock,
            Reason = answer.Reason,
            Confidence = answer.Confidence,
            Alternatives = answer.Alternatives,
            Time = answer.Given,
            Status = DecisionStatus.Finished,
        };
    });

    static string RoleOf(Exercise exercise, string person) =>
        exercise.People.TryGetValue(person, out var found) ? TeamProjection.RoleTitle(exercise.Scenario, found.Role) : "";
}
