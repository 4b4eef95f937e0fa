using System.Collections.Immutable;

namespace Tabletop.Engine;

public sealed partial record Exercise
{
    /// <summary>Whether a reply of this person becomes the team's answer at once.</summary>
    public bool Decides(Question question, Person person) => question.Counts switch
    {
        AnswerCounts.Owner => person.Role == question.Owner || !IsStaffed(person.Team, [question.Owner!]),
        AnswerCounts.Vote => false,
        _ => true,
    };

    /// <summary>Those of a team whose votes a question counts: whom its inject is for.</summary>
    public ImmutableArray<Person> Voters(string team, InjectSpec inject) =>
        [.. People.Values.Where(person => person.Team == team && IsFor(inject, person))];

    Team Propose(Team team, Event.AnswerProposed proposed)
    {
        var reply = Reply.Known(Scenario, Scenario.Injects[proposed.Inject].Question!, proposed.Reply);
        var others = team.Proposals.GetValueOrDefault(proposed.Inject, []).Where(proposal => proposal.Person != proposed.Person);
        return team with
        {
            Proposals = team.Proposals.SetItem(proposed.Inject, [.. others, new(proposed.Person, reply, proposed.Reason, proposed.Confidence, proposed.Time, proposed.Version, proposed.Alternatives)]),
        };
    }

    /// <summary>Answers what has been decided by a vote, or by somebody's leaving.</summary>
    internal void CloseVotes(Action<Event> emit)
    {
        foreach (var team in Teams)
        {
            foreach (var inject in team.Proposals.Keys)
            {
                if (team.CanAnswer(inject) && team.WithdrawalOf(inject) is null && Outcome(team, inject, isLast: false) is { } winner)
                {
                    emit(AnswerOf(team, inject, winner));
                }
            }
        }
    }

    /// <summary>What the passing of a deadline brings: the votes so far decide; without any, its said consequence follows.</summary>
    internal Event CloseAtDeadline(Team team, string inject) => Outcome(team, inject, isLast: true) is { } winner
        ? AnswerOf(team, inject, winner)
        : new Event.DeadlinePassed(team.Id, inject, FindInject(inject)!.Question!.Deadline!.Answer);

    static Event.InjectAnswered AnswerOf(Team team, string inject, Proposal winner) =>
        new(team.Id, winner.Person, inject, winner.Reply.Text, winner.Reason, winner.Confidence, winner.Alternatives);

    /// <summary>The first vote for what the votes have decided, or null while they have not.</summary>
    Proposal? Outcome(Team team, string inject, bool isLast)
    {
        if (FindInject(inject) is not { Question.Counts: AnswerCounts.Vote } spec)
        {
            return null;
        }

        var voters = Voters(team.Id, spec);
        var votes = team.Proposals.GetValueOrDefault(inject, []).Where(vote => voters.Any(person => person.Id == vote.Person)).ToList();
        var sides = votes.GroupBy(vote => vote.Reply).OrderByDescending(side => side.Count()).ToList();
        if (sides.Count == 0)
        {
            return null;
        }

        var leads = sides.Count == 1 || sides[0].Count() > sides[1].Count();
        return isLast || sides[0].Count() * 2 > voters.Length || (votes.Count == voters.Length && leads) ? sides[0].First() : null;
    }
}
