using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <content>What becomes of injects: on their way, with the teams, and answered.</content>
public abstract partial record Event
{
    /// <summary>A condition came true; the inject follows at <paramref name="Release"/>.</summary>
    public sealed record InjectDue(string Team, string Inject, DateTimeOffset Release) : Event
    {
        public override string? TeamId => Team;
    }

    /// <summary>The time of an inject came and its condition did not hold, or chance was against it; it will not come by itself.</summary>
    public sealed record InjectPassed(string Team, string Inject) : Event
    {
        /// <summary>What chance drew, where it decided.</summary>
        public Draw? Draw { get; init; }

        public override string? TeamId => Team;
    }

    /// <summary>Taken back: one that has not come never will, one that has is marked.</summary>
    /// <param name="Says">Markdown for those who have it.</param>
    public sealed record InjectWithdrawn(string Team, string Inject, string Says) : Event
    {
        public override string? TeamId => Team;
    }

    public sealed record InjectReleased(string Team, string Inject) : Event
    {
        /// <summary>What chance drew, where it decided.</summary>
        public Draw? Draw { get; init; }

        public override string? TeamId => Team;
    }

    /// <summary>A facilitator's own inject, for one team, or for all when <paramref name="Team"/> is null.</summary>
    public sealed record InjectWritten(string Inject, Channel Channel, string From, string Title, string Body, ImmutableArray<string> To, string? Team) : Event
    {
        /// <summary>Scenario time at which it comes, or null: it came at once.</summary>
        public DateTimeOffset? Due { get; init; }

        public override string? TeamId => Team;
    }

    /// <summary>A facilitator set when an inject comes to those who don't have it.</summary>
    /// <param name="To">Scenario time; null: back to its own.</param>
    public sealed record InjectRescheduled(string Inject, DateTimeOffset? To) : Event;

    /// <summary>A facilitator changed an inject that nobody had.</summary>
    public sealed record InjectEdited(string Inject, Channel Channel, string From, string Title, string Body, ImmutableArray<string> To) : Event;

    public sealed record InjectHeld(string Inject) : Event;

    public sealed record HoldReleased(string Inject) : Event;

    public sealed record InjectRead(string Team, string Person, string Inject) : Event
    {
        public override string? TeamId => Team;
    }

    /// <param name="Person">Who gave it; where a vote counts, the first who voted for it.</param>
    /// <param name="Reply">As <see cref="Engine.Reply"/> writes it.</param>
    public sealed record InjectAnswered(string Team, string Person, string Inject, string Reply, string Reason, int Confidence, string Alternatives = "") : Event
    {
        public override string? TeamId => Team;
    }

    /// <summary>A reply that is not the team's answer yet: a vote, or a proposal to the role that decides. It takes the place of the person's last one.</summary>
    /// <param name="Reply">As <see cref="Engine.Reply"/> writes it.</param>
    public sealed record AnswerProposed(string Team, string Person, string Inject, string Reply, string Reason, int Confidence, string Alternatives = "") : Event
    {
        public override string? TeamId => Team;
    }

    /// <summary>The clock's doing: nobody in the team had answered in time.</summary>
    /// <param name="Reply">What counts as the team's answer, as <see cref="Engine.Reply"/> writes it, or null.</param>
    public sealed record DeadlinePassed(string Team, string Inject, string? Reply) : Event
    {
        public override string? TeamId => Team;
    }
}
