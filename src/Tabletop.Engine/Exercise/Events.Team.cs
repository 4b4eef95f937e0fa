namespace Tabletop.Engine;

/// <content>What a team makes of things, and says and writes among itself.</content>
public abstract partial record Event
{
    /// <summary>Somebody said what the team makes of a leaked credential; it changes nothing in the world.</summary>
    /// <param name="As">Null: taken back.</param>
    public sealed record CredentialJudged(string Team, string Person, string Name, string Credential, Judgement? As, string Reason) : Event
    {
        public override string? TeamId => Team;
    }

    /// <summary>Somebody would have the team decide an action; it changes nothing in the world.</summary>
    /// <param name="Name">The person's, as it was then.</param>
    /// <param name="Confidence">Percent, 0 to 100.</param>
    public sealed record ActionProposed(string Team, string Person, string Name, string Proposal, string Action, string? Target, string Reason, int Confidence, string Alternatives = "") : Event
    {
        public override string? TeamId => Team;
    }

    /// <summary>Somebody is for a proposed action, or objects to it.</summary>
    /// <param name="For">Null: taken back.</param>
    public sealed record ActionVoiced(string Team, string Person, string Name, string Proposal, bool? For, string Reason) : Event
    {
        public override string? TeamId => Team;
    }

    /// <summary>A proposed action was taken back, or put aside by whoever decides it.</summary>
    public sealed record ProposalDropped(string Team, string Person, string Name, string Proposal) : Event
    {
        public override string? TeamId => Team;
    }

    /// <summary>A person flagged something in the inbox, or marked it as read or unread, for that person alone.</summary>
    /// <param name="Item">As <see cref="InboxMark"/> names it.</param>
    /// <param name="Read">Null: as it was.</param>
    /// <param name="Flagged">Null: as it was.</param>
    public sealed record InboxMarked(string Team, string Person, string Item, bool? Read, bool? Flagged) : Event
    {
        public override string? TeamId => Team;
    }

    /// <summary>Somebody spoke in the team's chat. Who is mentioned is in the text alone: a name may join later.</summary>
    /// <param name="Name">The person's, as it was then.</param>
    public sealed record Said(string Team, string Person, string Name, string Message, string Text) : Event
    {
        public override string? TeamId => Team;
    }

    /// <param name="UpTo">Version of the last message that the person has read.</param>
    public sealed record ChatRead(string Team, string Person, long UpTo) : Event
    {
        public override string? TeamId => Team;
    }

    /// <summary>An entry of the team's notebook was begun, changed or put back.</summary>
    /// <param name="Text">All of it.</param>
    public sealed record NoteWritten(string Team, string Person, string Name, string Note, string Text) : Event
    {
        public override string? TeamId => Team;
    }

    /// <param name="Text">What it said.</param>
    public sealed record NoteRemoved(string Team, string Person, string Name, string Note, string Text) : Event
    {
        public override string? TeamId => Team;
    }
}
