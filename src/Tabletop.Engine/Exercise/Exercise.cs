using System.Collections.Immutable;

namespace Tabletop.Engine;

public enum Lifecycle
{
    Lobby,
    Running,
    Paused,
    Debrief,
    Closed,
}

/// <summary>One live run of a scenario: the fold of its log. Immutable.</summary>
public sealed partial record Exercise
{
    public required Scenario Scenario { get; init; }
    public required string Id { get; init; }
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required string Pace { get; init; }
    public required long Seed { get; init; }
    public required ExerciseMode Mode { get; init; }

    /// <summary>Id of the door that this exercise of one team was opened through, or null.</summary>
    public string? Door { get; init; }

    /// <summary>What it rehearses and with whom; null where people play.</summary>
    public RehearsalOrigin? Rehearsal { get; init; }

    /// <summary>The version of the last event.</summary>
    public long Version { get; init; }
    public Lifecycle Lifecycle { get; init; } = Lifecycle.Lobby;
    public string PauseReason { get; init; } = "";

    /// <summary>The reason of a pause that nobody gave.</summary>
    public const string ServerWasDown = "The server was down. Nothing was lost; the clock waits for the facilitator.";
    public required Clock Clock { get; init; }

    /// <summary>Scenario time up to which everything due has happened.</summary>
    public required DateTimeOffset Now { get; init; }
    public int Phase { get; init; }

    /// <summary>In order of joining the exercise.</summary>
    public ImmutableArray<Team> Teams { get; init; } = [];
    public ImmutableSortedDictionary<string, Person> People
    {
        get;
        init
        {
            field = value;
            _seats = [.. value.Values.Select(person => (person.Team, person.Role))];
        }
    } = EmptyMap<Person>();

    // Of People: who holds which role is asked for every action and inject of every view.
    readonly HashSet<(string Team, string Role)> _seats = [];

    public ImmutableSortedSet<string> Held { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The facilitator's own injects by id.</summary>
    public ImmutableSortedDictionary<string, InjectSpec> Written { get; init; } = EmptyMap<InjectSpec>();

    /// <summary>In order of being made.</summary>
    public ImmutableArray<Announcement> Announcements { get; init; } = [];

    /// <summary>In order of being given, those that have ended included.</summary>
    public ImmutableArray<Pass> Passes { get; init; } = [];

    /// <summary>What the wall shows of the teams' points.</summary>
    public Standing Standing { get; init; }

    /// <summary>Players see what history had decided by now, and its points beside their own.</summary>
    public bool ShowsHistory { get; init; }

    /// <summary>In order of being made, without those that were taken back.</summary>
    public ImmutableArray<Observation> Observations { get; init; } = [];

    /// <summary>One for each person, team and point of the guide, in order of being given.</summary>
    public ImmutableArray<TeamRating> Ratings { get; init; } = [];

    /// <summary>Ids of commands that were accepted, with the version that they led to.</summary>
    public ImmutableSortedDictionary<string, long> Accepted { get; init; } = EmptyMap<long>();

    public PhaseSpec PhaseSpec => Scenario.Phases[Phase];

    public Team? FindTeam(string? id) => Teams.FirstOrDefault(team => team.Id == id);

    /// <summary>An inject of the scenario, one of its further times, or one that the facilitator wrote.</summary>
    public InjectSpec? FindInject(string id) =>
        Edited.GetValueOrDefault(id)
        ?? (Scenario.Injects.TryGet(id, out var spec) ? spec
            : Written.GetValueOrDefault(id)
            ?? (Copies.Find(Scenario, id) is not { } copy ? null : Edited.TryGetValue(Copies.BaseOf(id), out var edited) ? edited with { Id = id } : copy));

    internal static ImmutableSortedDictionary<string, T> EmptyMap<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}

public sealed record Person(string Id, string Name, string Team, string Role)
{
    /// <summary>Counts the devices that the seat was taken along to; only a ticket of this one is worth anything.</summary>
    public int Device { get; init; }

    /// <summary>Id of the line of the roster whose seat it is; null: the person came by the code.</summary>
    public string? Roster { get; init; }

    /// <summary>Has said to be ready to start.</summary>
    public bool Ready { get; init; }

    /// <summary>After the start.</summary>
    public bool JoinedLate { get; init; }

    /// <summary>Who joined late has read what happened before.</summary>
    public bool CaughtUp { get; init; }
}

/// <summary>One team's copy of the organisation, its attacker, and what it did.</summary>
public sealed partial record Team
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required World World { get; init; }
    public required Adversary Adversary { get; init; }

    /// <summary>In order of release.</summary>
    public ImmutableArray<InboxItem> Inbox { get; init; } = [];

    /// <summary>Injects whose time or condition has come and gone, released or not.</summary>
    public ImmutableSortedSet<string> Settled { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Injects on their way: release time by inject id.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Pending { get; init; } = Exercise.EmptyMap<DateTimeOffset>();

    /// <summary>Injects that were taken back, whether they had come or not.</summary>
    public ImmutableSortedDictionary<string, Withdrawal> Withdrawn { get; init; } = Exercise.EmptyMap<Withdrawal>();

    /// <summary>In order of being made.</summary>
    public ImmutableArray<Decision> Decisions { get; init; } = [];

    /// <summary>Answers by inject id.</summary>
    public ImmutableSortedDictionary<string, Answer> Answers { get; init; } = Exercise.EmptyMap<Answer>();

    /// <summary>Votes and proposals by inject id, one of each person, the oldest first. They stay when the team has answered.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Proposal>> Proposals { get; init; } = Exercise.EmptyMap<ImmutableArray<Proposal>>();

    /// <summary>Questions that nobody answered in time: scenario time of the deadline by inject id.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Lapsed { get; init; } = Exercise.EmptyMap<DateTimeOffset>();

    /// <summary>Analyst hours spent in the present phase.</summary>
    public decimal EffortUsed { get; init; }

    /// <summary>Whether nobody has answered, and the time to do so has not ended.</summary>
    internal bool CanAnswer(string inject) => !Answers.ContainsKey(inject) && !Lapsed.ContainsKey(inject);

    internal Team Receive(string inject, Event e) => this with
    {
        Inbox = Inbox.Add(new(inject, e.Time, e.At, e.Version, ImmutableSortedSet.Create<string>(StringComparer.Ordinal))),
        Settled = Settled.Add(inject),
        Pending = Pending.Remove(inject),
    };
}

/// <param name="Released">Scenario time.</param>
/// <param name="Version">Version of the event that released it.</param>
/// <param name="ReadBy">Ids of the persons who opened it.</param>
/// <param name="Sent">Server time.</param>
public sealed record InboxItem(string Inject, DateTimeOffset Released, DateTimeOffset Sent, long Version, ImmutableSortedSet<string> ReadBy);

/// <param name="Says">Markdown.</param>
public sealed record Withdrawal(DateTimeOffset At, string Says);

public enum DecisionStatus
{
    Running,
    Finished,
    Withdrawn,
}

/// <summary>An action that a team chose. Times are scenario time, effort and outage hours, confidence 0 to 100 percent.</summary>
public sealed record Decision
{
    public required string Id { get; init; }
    public required string Person { get; init; }
    public required string Action { get; init; }
    public string? Target { get; init; }

    /// <summary>What was typed to find the target, or null.</summary>
    public string? Asked { get; init; }
    public required string Reason { get; init; }
    public required int Confidence { get; init; }

    /// <summary>What else was considered.</summary>
    public string Alternatives { get; init; } = "";
    public required DateTimeOffset Made { get; init; }
    public required DateTimeOffset Finishes { get; init; }
    public required decimal Effort { get; init; }
    public DecisionStatus Status { get; init; } = DecisionStatus.Running;
    public string? Finding { get; init; }
    public decimal Outage { get; init; }

    /// <summary>Version of the event that made it.</summary>
    public long Version { get; init; }
}

/// <param name="Person">Who gave it, or <see cref="TheClock"/>.</param>
public sealed record Answer(string Person, Reply Reply, string Reason, int Confidence, DateTimeOffset Given, long Version, string Alternatives = "")
{
    /// <summary>Stands for a person where a deadline has passed. No person has it: ids are not empty.</summary>
    public const string TheClock = "";
}

/// <summary>A reply that is not the team's answer yet.</summary>
public sealed record Proposal(string Person, Reply Reply, string Reason, int Confidence, DateTimeOffset Given, long Version, string Alternatives = "");

/// <summary>What is true for one team now, and what of it the team knows.</summary>
public sealed record World
{
    /// <summary>Leaked credentials that still work are absent.</summary>
    public ImmutableSortedDictionary<string, CredentialState> Ended { get; init; } = Exercise.EmptyMap<CredentialState>();

    /// <summary>Credentials whose true state the team has found out.</summary>
    public ImmutableSortedSet<string> KnownCredentials { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Marks as <c>system/mark</c> with the time they were put on.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Marks { get; init; } = Exercise.EmptyMap<DateTimeOffset>();
    public ImmutableSortedDictionary<string, FootholdState> Footholds { get; init; } = Exercise.EmptyMap<FootholdState>();
    public ImmutableSortedDictionary<string, DateTimeOffset> Flags { get; init; } = Exercise.EmptyMap<DateTimeOffset>();

    /// <summary>What the scenario counts; the hours of outage stand in <see cref="OutageHours"/>.</summary>
    public ImmutableSortedDictionary<string, int> Counters { get; init; } = Exercise.EmptyMap<int>();
    public decimal OutageHours { get; init; }

    internal static string MarkKey(string system, string mark) => $"{system}/{mark}";

    /// <summary>The marks that a system carries, with the time they were put on.</summary>
    public IEnumerable<(string Mark, DateTimeOffset Since)> MarksOf(string system) => Marks
        .Where(mark => mark.Key.StartsWith(system + "/", StringComparison.Ordinal))
        .Select(mark => (mark.Key[(system.Length + 1)..], mark.Value));
}

public sealed record CredentialState(CredentialEnd As, DateTimeOffset Since);

public sealed record FootholdState(DateTimeOffset Planted, DateTimeOffset? Removed, bool Known);

/// <summary>Where the attacker of one team stands.</summary>
/// <param name="Entered">Scenario time.</param>
/// <param name="Visited">All states it has been in.</param>
/// <param name="Tried">Steps of this visit that were refused: when it will try again, or null for never.</param>
public sealed record Adversary(string State, DateTimeOffset Entered, ImmutableSortedSet<string> Visited, ImmutableSortedDictionary<string, DateTimeOffset?> Tried)
{
    /// <summary>Id of the state that an event brings the attacker of its team to; null: it stays where it is.</summary>
    public static string? StateAfter(Event e) => e switch
    {
        Event.AdversaryMoved moved => moved.To,
        Event.AdversaryRefused refused => refused.To,
        Event.Overridden { What: OverrideKind.Adversary } set => set.To,
        _ => null,
    };

    internal static Adversary EnteredAt(string state, DateTimeOffset time, ImmutableSortedSet<string> visited) =>
        new(state, time, visited.Add(state), Exercise.EmptyMap<DateTimeOffset?>());
}
