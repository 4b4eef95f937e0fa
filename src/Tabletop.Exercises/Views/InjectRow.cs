using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

public enum InjectStanding
{
    /// <summary>Its time or condition is ahead.</summary>
    ToCome,

    /// <summary>Its condition came true and its delay is running.</summary>
    OnItsWay,
    Sent,

    /// <summary>Its time came and its condition did not hold, or chance was against it: it will not come by itself.</summary>
    Passed,

    /// <summary>Taken back: who has it sees why, and who has not will not get it.</summary>
    Withdrawn,
}

public sealed record InjectRow
{
    /// <summary>The last who did each of these; null: nobody, or somebody of whom the log has no name.</summary>
    public Facilitator? EditedBy { get; init; }
    public Facilitator? MovedBy { get; init; }
    public Facilitator? WrittenBy { get; init; }
    public Facilitator? HeldBy { get; init; }

    public required string Id { get; init; }
    public required Channel Channel { get; init; }
    public required string Title { get; init; }
    public required string From { get; init; }
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>Markdown.</summary>
    public required string Body { get; init; }

    /// <summary>When it comes, in words.</summary>
    public required Phrase Trigger { get; init; }

    /// <summary>The next scenario time at which it comes to a team by itself, or null.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The time that it would come at had a facilitator not moved it, or null: it was not moved, or had none.</summary>
    public DateTimeOffset? MovedFrom { get; init; }

    /// <summary>A facilitator set when it comes.</summary>
    public bool Moved { get; init; }

    /// <summary>A facilitator changed its words.</summary>
    public bool Edited { get; init; }

    /// <summary>The exercise has no teams yet; those that come get it.</summary>
    public bool BeforeTeams { get; init; }

    /// <summary>Still comes to one of <see cref="Teams"/>, or to those that come.</summary>
    public bool Ahead => Teams.IsEmpty ? BeforeTeams : Teams.Any(team => team.Standing is InjectStanding.ToCome or InjectStanding.OnItsWay);

    /// <summary>Whether it can be taken out of the plan: a facilitator wrote it, and nobody has it.</summary>
    public bool CanDrop { get; init; }

    /// <summary>Whether when it comes can be set.</summary>
    public bool CanMove { get; init; }

    /// <summary>Whether its words can be changed: nobody has it.</summary>
    public bool CanEdit { get; init; }

    /// <summary>Ids of the roles that it is for; empty: the whole team.</summary>
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>True when only a facilitator sends it.</summary>
    public bool ByHand { get; init; }
    public bool Held { get; init; }

    /// <summary>True when a facilitator wrote it.</summary>
    public bool Written { get; init; }
    public ImmutableArray<string> Expects { get; init; } = [];
    public ImmutableArray<string> Objectives { get; init; } = [];
    public string? Question { get; init; }

    /// <summary>Names of the files that come with it.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Ids of published facts that it rests on.</summary>
    public ImmutableArray<string> Facts { get; init; } = [];

    /// <summary>What of it was made up for play; null: nothing, empty: all of it.</summary>
    public string? Invented { get; init; }

    /// <summary>Where it stands in the scenario: <c>file:line</c>; empty when a facilitator wrote it.</summary>
    public string Source { get; init; } = "";
    public ImmutableArray<TeamInject> Teams { get; init; } = [];

    public bool SentToAll => Teams.Length > 0 && Teams.All(team => team.Standing == InjectStanding.Sent);

    public bool SentToAny => Teams.Any(team => team.Standing == InjectStanding.Sent);
}

/// <param name="When">Scenario time of the release, past or expected.</param>
/// <param name="Read">How many of those whom it reaches have opened it.</param>
/// <param name="Answer">What the team answered, in words, or null.</param>
public sealed record TeamInject(string Id, string Team, InjectStanding Standing, DateTimeOffset? When, int Read, int Of, string? Answer)
{
    /// <summary>How often it has come, where it repeats.</summary>
    public int Times { get; init; }

    /// <summary>What chance said, in words, or null.</summary>
    public Phrase? Chance { get; init; }

    /// <summary>Scenario time up to which the team can answer; null where it can as long as it wants, or need not.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The team's answer, or the clock's, is in, or the time for it is over.</summary>
    public bool Settled { get; init; }
}
