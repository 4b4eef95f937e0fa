namespace Tabletop.Engine;

public sealed partial record Exercise
{
    Rejection? AnswerNow(Command.AnswerInject answer, Action<Event> emit)
    {
        if (NotLive("answer in") is { } late)
        {
            return late;
        }

        if (Inboxed(answer.Person, answer.Inject, out var person, out _) is { } refusal)
        {
            return refusal;
        }

        if (FindInject(answer.Inject)?.Question is not { } question)
        {
            return new(RejectionCode.UnknownOption, "This inject asks nothing.");
        }

        var team = FindTeam(person!.Team)!;
        if (team.WithdrawalOf(answer.Inject) is not null)
        {
            return new(RejectionCode.TooLate, "This was taken back; it wants no answer any more.");
        }

        if (team.Lapsed.TryGetValue(answer.Inject, out var lapsed))
        {
            return Lapsed(question, lapsed);
        }

        if (team.Answers.TryGetValue(answer.Inject, out var given))
        {
            return new(RejectionCode.AlreadyDone, $"{NameOf(given.Person)} has answered '{given.Reply.Words(Scenario, question)}' at {given.Given}. {Finality(question.Counts)}");
        }

        if (Reply.Read(question, question.CredentialsIn(Scenario.Credentials), answer.Reply, out var reply) is { } unfit)
        {
            return unfit;
        }

        if (answer.Confidence is < 0 or > 100)
        {
            return new(RejectionCode.BadValue, "Confidence is a percentage from 0 to 100.");
        }

        emit(Decides(question, person)
            ? new Event.InjectAnswered(team.Id, person.Id, answer.Inject, reply!.Text, answer.Reason, answer.Confidence, answer.Alternatives.Trim())
            : new Event.AnswerProposed(team.Id, person.Id, answer.Inject, reply!.Text, answer.Reason, answer.Confidence, answer.Alternatives.Trim()));
        return null;
    }

    static Phrase Finality(AnswerCounts counts) => counts switch
    {
        AnswerCounts.Owner => (Phrase)"That is decided.",
        AnswerCounts.Vote => (Phrase)"The vote is closed.",
        _ => (Phrase)"The first answer counts.",
    };

    Team Record(Team team, Event.InjectAnswered answered)
    {
        var question = Scenario.Injects[answered.Inject].Question!;
        var reply = Reply.Known(Scenario, question, answered.Reply);
        var answer = new Answer(answered.Person, reply, answered.Reason, answered.Confidence, answered.Time, answered.Version, answered.Alternatives);
        return Settle(team, answered.Inject, question, answer);
    }

    Team Settle(Team team, string inject, Question question, Answer answer) => answer.Reply.Effects(question).Aggregate(
        team with { Answers = team.Answers.SetItem(inject, answer) },
        (changed, part) => changed.Apply(part.Effects, Scenario, answer.Given, part.Target));
}
