using System.Collections.Immutable;
using System.Text;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

static class Inboxes
{
    /// <summary>How long a call rings, in the time of the room: after that it was missed, and can be called back.</summary>
    public static readonly TimeSpan Ringing = TimeSpan.FromMinutes(1);

    /// <summary>What has been released to a team and is addressed to one person in it, newest first.</summary>
    internal static ImmutableArray<InboxEntry> Of(Exercise exercise, Team team, Person person) =>
        [.. team.Inbox
            .Reverse()
            .Select(item => (Item: item, Spec: exercise.FindInject(item.Inject)))
            .Where(entry => entry.Spec is not null && exercise.IsFor(entry.Spec, person))
            .Select(entry => EntryOf(exercise, team, entry.Item, entry.Spec!, person))];

    static InboxEntry EntryOf(Exercise exercise, Team team, InboxItem item, InjectSpec spec, Person person)
    {
        var unread = !(team.MarkOf(person.Id, spec.Id).Read ?? item.ReadBy.Contains(person.Id));
        return new(
            spec.Id,
            spec.Channel,
            spec.Title,
            spec.From,
            [.. spec.To.Select(role => TeamProjection.RoleTitle(exercise.Scenario, role))],
            spec.Body,
            item.Released,
            item.Version,
            unread,
            QuestionOf(exercise, team, item, spec, person))
        {
            Attachments = [.. spec.Attachments.Select(file => new AttachmentRow(file.Name, Encoding.UTF8.GetByteCount(file.Text)))],
            Flagged = team.MarkOf(person.Id, spec.Id).Flagged,
            Withdrawn = team.WithdrawalOf(spec.Id)?.Says,

            // What it asks may be answered before this person picks up: by a colleague, or because its time ran out in a jump.
            RingsUntil = unread && spec.Channel == Channel.Phone && team.WithdrawalOf(spec.Id) is null
                ? item.Sent + (team.Answers.ContainsKey(spec.Id) ? TimeSpan.Zero : Ringing)
                : null,
        };
    }

    static QuestionView? QuestionOf(Exercise exercise, Team team, InboxItem item, InjectSpec spec, Person person)
    {
        if (spec.Question is not { } question)
            return null;

        return new(QuestionContent.Of(question, exercise.Scenario), team.Answers.TryGetValue(spec.Id, out var answer)
            ? new(
                TeamProjection.NameOf(exercise, answer.Person),
                answer.Reply.Text,
                answer.Reply.Lines(exercise.Scenario, question),
                answer.Reason,
                answer.Confidence,
                answer.Given,
                answer.Reply.Says(question),
                answer.Alternatives)
            : null)
        {
            Deadline = exercise.DeadlineOf(item) is { } at ? new(at, question.Deadline!.Says, team.Lapsed.ContainsKey(spec.Id)) : null,
            Decides = exercise.Decides(question, person),
            Voters = question.Counts == AnswerCounts.Vote ? exercise.Voters(team.Id, spec).Length : 0,
            Proposals =
            [
                .. team.Proposals.GetValueOrDefault(spec.Id, [])
                    .GroupBy(proposal => proposal.Reply)
                    .OrderByDescending(side => side.Count())
                    .Select(side => new ProposalView(
                        side.Key.Text,
                        side.Key.Lines(exercise.Scenario, question),
                        [.. side.Select(proposal => new ProposerView(TeamProjection.NameOf(exercise, proposal.Person), proposal.Reason, proposal.Confidence, proposal.Given, proposal.Alternatives))],
                        side.Any(proposal => proposal.Person == person.Id))),
            ],
        };
    }
}
