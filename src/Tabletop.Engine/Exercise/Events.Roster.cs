using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <content>Who is expected.</content>
public abstract partial record Event
{
    /// <summary>A team that was added for a roster is gone with it.</summary>
    public sealed record TeamRemoved(string Team) : Event
    {
        public override string? TeamId => Team;
    }

    /// <summary>A facilitator said who is expected, in place of what was said before. It is no team's affair: the event concerns the exercise.</summary>
    /// <param name="NewTeams">Ids of the teams that were added for it.</param>
    public sealed record RosterSet(ImmutableArray<RosterEntry> Entries, ImmutableArray<string> NewTeams) : Event;

    public sealed record RosterUndone : Event;

    /// <summary>The link to a seat of the roster is worth nothing any more; another is.</summary>
    public sealed record SeatLinkRenewed(string Entry) : Event;
}
