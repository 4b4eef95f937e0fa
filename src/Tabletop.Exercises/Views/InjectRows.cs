using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

static class InjectRows
{
    /// <param name="log">Read for what chance drew and for who changed what; may be empty.</param>
    internal static ImmutableArray<InjectRow> Of(Exercise exercise, IReadOnlyList<Event> log)
    {
        var drawn = new Dictionary<(string Team, string Inject), Draw>();
        foreach (var e in exercise.Scenario.HasChance ? log : [])
        {
            if (e is Event.InjectReleased { Draw: { } came } released)
                drawn[(released.Team, released.Inject)] = came;
            else if (e is Event.InjectPassed { Draw: { } missed } passed)
                drawn[(passed.Team, passed.Inject)] = missed;
        }

        var by = new Dictionary<(string Inject, Type Kind), Facilitator?>();
        foreach (var e in log)
        {
            var inject = e switch
            {
                Event.InjectEdited edited => edited.Inject,
                Event.InjectRescheduled moved => moved.Inject,
                Event.InjectWritten written => written.Inject,
                Event.InjectHeld held => held.Inject,
                _ => null,
            };
            if (inject is not null)
                by[(inject, e.GetType())] = e.Facilitator;
        }

        var room = new InTheRoom(exercise);
        return [.. exercise.Scenario.Injects.Select(spec => exercise.Edited.GetValueOrDefault(spec.Id) ?? spec).Concat(exercise.Written.Values.Where(spec => !exercise.Dropped.Contains(spec.Id))).Select(spec => RowOf(exercise, room, spec, drawn) with
        {
            EditedBy = by.GetValueOrDefault((spec.Id, typeof(Event.InjectEdited))),
            MovedBy = by.GetValueOrDefault((spec.Id, typeof(Event.InjectRescheduled))),
            WrittenBy = by.GetValueOrDefault((spec.Id, typeof(Event.InjectWritten))),
            HeldBy = by.GetValueOrDefault((spec.Id, typeof(Event.InjectHeld))),
        })];
    }

    static InjectRow RowOf(Exercise exercise, InTheRoom room, InjectSpec spec, Dictionary<(string Team, string Inject), Draw> drawn)
    {
        var written = exercise.Written.ContainsKey(spec.Id);
        ImmutableArray<TeamInject> teams = [.. exercise.Teams
            .Where(team => !written || !team.Settled.Contains(spec.Id) || room.Item(team, spec.Id) is not null)
            .Select(team => StandingOf(exercise, room, team, spec) with
            {
                Times = spec.Repeat is null ? 0 : team.Inbox.Count(item => Copies.BaseOf(item.Inject) == spec.Id),
                Chance = drawn.TryGetValue((team.Id, spec.Id), out var draw) ? ChanceText.Of(draw) : null,
            })];
        var trigger = exercise.TriggerOf(spec);
        var noTeams = exercise.Teams.IsEmpty;
        var ahead = noTeams || teams.Any(team => team.Standing is InjectStanding.ToCome or InjectStanding.OnItsWay);
        return new()
        {
            BeforeTeams = noTeams,
            CanDrop = written && teams.All(team => team.Standing is not (InjectStanding.Sent or InjectStanding.Withdrawn)),
            Moved = exercise.Rescheduled.ContainsKey(spec.Id),
            MovedFrom = exercise.Rescheduled.ContainsKey(spec.Id) ? (spec.Trigger as Trigger.AtTime)?.Time : null,
            Edited = exercise.Edited.ContainsKey(spec.Id),
            CanMove = ahead && (spec.Trigger is not Trigger.When || teams.Any(team => team.Standing == InjectStanding.OnItsWay)),
            CanEdit = ahead && !room.HasCome(spec.Id),
            Roles = spec.To,
            Id = spec.Id,
            Channel = spec.Channel,
            Title = spec.Title,
            From = spec.From,
            To = [.. spec.To.Select(role => TeamProjection.RoleTitle(exercise.Scenario, role))],
            Body = spec.Body,
            Trigger = TriggerOf(exercise.Scenario, spec, written ? "written for this exercise" : ConditionText.Of(trigger, exercise.Scenario)),
            Due = noTeams ? (trigger as Trigger.AtTime)?.Time : teams
                .Where(team => team.Standing is InjectStanding.ToCome or InjectStanding.OnItsWay)
                .Min(team => team.When),
            ByHand = trigger is Trigger.Manual,
            Held = exercise.Held.Contains(spec.Id),
            Written = written,
            Expects = spec.Expects,
            Objectives = [.. spec.Objectives.Select(id => exercise.Scenario.Objectives.TryGet(id, out var found) ? found.Title : id)],
            Question = spec.Question?.Prompt,
            Files = [.. spec.Attachments.Select(file => file.Name)],
            Facts = spec.Provenance.Facts,
            Invented = spec.Provenance.Invented ? spec.Provenance.Reason : null,
            Source = written ? "" : spec.Source.ToString(),
            Teams = teams,
        };
    }

    static Phrase TriggerOf(Scenario scenario, InjectSpec spec, Phrase first)
    {
        var repeated = ConditionText.Of(spec.Chance is { } odds ? (Phrase)$"{first}, with a chance of {odds} %" : first, spec.Repeat, scenario);
        return spec.Withdrawal is { } back ? (Phrase)$"{repeated}; taken back as soon as {ConditionText.Of(back.When, scenario)}" : repeated;
    }

    static TeamInject StandingOf(Exercise exercise, InTheRoom room, Team team, InjectSpec spec)
    {
        if (room.Item(team, spec.Id) is { } item)
        {
            var readers = room.Readers(team, spec).ToList();
            return new(
                team.Id,
                team.Name,
                team.Withdrawn.ContainsKey(spec.Id) ? InjectStanding.Withdrawn : InjectStanding.Sent,
                item.Released,
                readers.Count(person => item.ReadBy.Contains(person.Id)),
                readers.Count,
                AnswerOf(exercise.Scenario, team, spec))
            {
                Deadline = exercise.DeadlineOf(item),
                Settled = spec.Question is not null && (team.Answers.ContainsKey(spec.Id) || team.Lapsed.ContainsKey(spec.Id)),
            };
        }

        if (team.Pending.TryGetValue(spec.Id, out var release))
            return new(team.Id, team.Name, InjectStanding.OnItsWay, release, 0, 0, null);
        if (team.Withdrawn.ContainsKey(spec.Id))
            return new(team.Id, team.Name, InjectStanding.Withdrawn, null, 0, 0, null);
        if (team.Settled.Contains(spec.Id))
            return new(team.Id, team.Name, InjectStanding.Passed, null, 0, 0, null);
        return new(team.Id, team.Name, InjectStanding.ToCome, exercise.TriggerOf(spec) is Trigger.AtTime timed ? timed.Time : null, 0, 0, null);
    }

    static string? AnswerOf(Scenario scenario, Team team, InjectSpec spec) =>
        team.Answers.TryGetValue(spec.Id, out var answer) ? answer.Reply.Words(scenario, spec.Question!) : null;

    /// <summary>What every row asks about every team, looked up once.</summary>
    sealed class InTheRoom
    {
        readonly Exercise exercise;
        readonly ILookup<string, Person> people;
        readonly Dictionary<(string Team, string Inject), InboxItem> items = [];
        readonly HashSet<string> come = new(StringComparer.Ordinal);

        internal InTheRoom(Exercise exercise)
        {
            this.exercise = exercise;
            people = exercise.People.Values.ToLookup(person => person.Team, StringComparer.Ordinal);
            foreach (var team in exercise.Teams)
            {
                foreach (var item in team.Inbox)
                {
                    items.TryAdd((team.Id, item.Inject), item);
                    come.Add(Copies.BaseOf(item.Inject));
                }
            }
        }

        /// <summary>What a team has got, or null.</summary>
        internal InboxItem? Item(Team team, string inject) => items.GetValueOrDefault((team.Id, inject));

        /// <summary>Whether any team has got an inject, or a further time of it.</summary>
        internal bool HasCome(string inject) => come.Contains(inject);

        /// <summary>The persons of a team whom an inject reaches.</summary>
        internal IEnumerable<Person> Readers(Team team, InjectSpec inject) => people[team.Id].Where(person => exercise.IsFor(inject, person));
    }
}
