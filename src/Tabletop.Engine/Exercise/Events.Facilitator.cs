using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <content>What those who run the exercise and those who watch it do beside the story.</content>
public abstract partial record Event
{
    /// <summary>What a facilitator says to one team, or to all when <paramref name="Team"/> is null. It replaces what was said before.</summary>
    public sealed record Announced(string Announcement, string Text, string? Team) : Event
    {
        public override string? TeamId => Team;
    }

    public sealed record AnnouncementRead(string Team, string Person, string Announcement) : Event
    {
        public override string? TeamId => Team;
    }

    /// <summary>Taken down for those who had not read it.</summary>
    public sealed record AnnouncementEnded(string Announcement, string? Team) : Event
    {
        public override string? TeamId => Team;
    }

    /// <summary>A facilitator helps a team.</summary>
    /// <param name="Hint">The same for all teams that were given it at once.</param>
    /// <param name="Cost">Points that it takes off the team's score.</param>
    public sealed record HintGiven(string Team, string Hint, string Text, decimal Cost) : Event
    {
        public override string? TeamId => Team;
    }

    public sealed record HintRead(string Team, string Person, string Hint) : Event
    {
        public override string? TeamId => Team;
    }

    /// <summary>A facilitator gave points to a team or took them.</summary>
    /// <param name="Dimension">Null: overall.</param>
    /// <param name="Undoes">Id of the correction that this one takes back, or null.</param>
    public sealed record ScoreCorrected(string Team, string Correction, Dimension? Dimension, decimal Points, string Reason, string? Undoes) : Event
    {
        public override string? TeamId => Team;
    }

    /// <summary>A facilitator set something of a team's world, or its attacker, to another state.</summary>
    /// <param name="Subject">Id of what was set, as <see cref="OverrideKind"/> says.</param>
    public sealed record Overridden(string Team, OverrideKind What, string Subject, string From, string To, string Reason) : Event
    {
        public override string? TeamId => Team;
    }

    /// <summary>A facilitator wrote something down for facilitators. It is no team's affair: the event concerns the exercise.</summary>
    /// <param name="Text">Empty in what others are given of the log.</param>
    /// <param name="About">Id of the team that it is about, or null.</param>
    public sealed record RemarkMade(string Remark, string Text, string? About) : Event;

    public sealed record RemarkRemoved(string Remark) : Event;

    /// <summary>Somebody may watch.</summary>
    /// <param name="Team">The one team that may be watched; null: all. It is no team's affair: the event concerns the exercise.</param>
    public sealed record PassGiven(string Pass, PassKind Kind, string Name, string? Team) : Event;

    /// <summary>An inject that was written ahead is out of the plan, or back in it.</summary>
    public sealed record InjectDropped(string Inject, bool Dropped) : Event;

    public sealed record HandedOver(Facilitator To) : Event;

    /// <param name="Who">Beside the owner; null: every facilitator of the server.</param>
    public sealed record FacilitatorsAdmitted(ImmutableArray<Facilitator>? Who) : Event;

    public sealed record PassEnded(string Pass) : Event;

    /// <summary>What the wall shows of the teams' points from now on.</summary>
    public sealed record StandingShown(Standing Standing) : Event;

    /// <summary>Whether players see from now on what history had decided by now, and its points beside their own.</summary>
    public sealed record HistoryShown(bool Shown) : Event;

    /// <summary>Whether what cannot be taken back waits for a second facilitator from now on. What waits when it is turned off is not asked for any more.</summary>
    public sealed record ApprovalSet(bool On) : Event;

    /// <summary>A facilitator asked for something that a second one has to approve. It is no team's affair: the event concerns the exercise.</summary>
    /// <param name="Does">What is carried out when it is approved; null in what others are given of the log.</param>
    public sealed record DeedAsked(string Deed, Command.ForGood? Does) : Event;

    /// <summary>A deed does not wait any more; where it was approved, what it brought about follows, as whoever asked for it did it.</summary>
    /// <param name="Reason">Why it was declined; else empty, and in what others are given of the log.</param>
    public sealed record DeedSettled(string Deed, DeedOutcome As, string Reason) : Event
    {
        /// <summary>Why it could not be done any more, or null.</summary>
        public Rejection? Why { get; init; }
    }

    /// <summary>Somebody who watches wrote down what happened. It is no team's affair: the event concerns the exercise.</summary>
    /// <param name="By">Id of a pass; empty: a facilitator.</param>
    public sealed record Observed(string Observation, string By, string Name, string? Team, string? Inject, string? Objective, string Text) : Event
    {
        // Logs from before there were files do not say any.
        public ImmutableArray<ObservedFile> Files { get => field.IsDefault ? [] : field; init; } = [];
    }

    public sealed record ObservationRemoved(string Observation) : Event;

    /// <param name="Rating">Null: taken back.</param>
    public sealed record Rated(string By, string Name, string Team, string Objective, Rating? Rating, string Comment) : Event;
}
