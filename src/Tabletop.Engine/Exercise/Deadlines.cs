namespace Tabletop.Engine;

public sealed partial record Exercise
{
    /// <summary>Scenario time at which a question that a team has got refuses answers; null without a deadline.</summary>
    public DateTimeOffset? DeadlineOf(InboxItem item) => FindInject(item.Inject)?.Question?.Deadline is { } deadline ? item.Released + deadline.After : null;

    Team Lapse(Team team, Event.DeadlinePassed passed)
    {
        var question = Scenario.Injects[passed.Inject].Question!;
        var lapsed = team with { Lapsed = team.Lapsed.SetItem(passed.Inject, passed.Time) };
        if (passed.Reply is { } text)
        {
            lapsed = Settle(lapsed, passed.Inject, question, new(Answer.TheClock, Reply.Known(Scenario, question, text), "", 0, passed.Time, passed.Version));
        }

        return lapsed.Apply(question.Deadline!.Effects, Scenario, passed.Time);
    }

    /// <summary>Why a question whose deadline has passed takes no answer any more.</summary>
    static Rejection Lapsed(Question question, DateTimeOffset at) => new(RejectionCode.TooLate, question.Deadline?.Answer is { } option
        ? (Phrase)$"The time to answer ended at {at}; '{question.Options[option].Text}' counts as your team's answer."
        : (Phrase)$"The time to answer ended at {at}.");
}
