namespace Tabletop.Engine.Tests;

/// <summary>Ana (commander), Bo (SOC), Cy (platform) and Di (platform) are asked at 02:00.</summary>
public sealed class VoteTests
{
    [Fact]
    public void MoreThanHalfOfThoseAskedDecide()
    {
        var room = Asked(AnswerCounts.Vote);
        Reply(room, "ana", "act");
        Reply(room, "bo", "act");
        Assert.Empty(room.Blue.Answers);
        Reply(room, "cy", "act");
        Assert.Equal(("ana", "act"), (room.Blue.Answers["plan"].Person, room.Blue.Answers["plan"].Reply.Text));
        Assert.Equal(["acting"], room.Blue.World.Flags.Keys);
        Assert.Contains("The vote is closed", room.Refused(new Command.AnswerInject("di", "plan", "wait", "", 50), RejectionCode.AlreadyDone).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ATieStaysOpenUntilSomebodyChangesAVote()
    {
        var room = Asked(AnswerCounts.Vote);
        Reply(room, "ana", "act");
        Reply(room, "bo", "wait");
        Reply(room, "cy", "act");
        Reply(room, "di", "wait");
        Assert.Empty(room.Blue.Answers);
        Reply(room, "ana", "wait");
        Assert.Equal(("bo", "wait"), (room.Blue.Answers["plan"].Person, room.Blue.Answers["plan"].Reply.Text));
    }

    [Fact]
    public void OncePeopleHaveLeftTheVotesOfTheOthersAreEnough()
    {
        var room = Asked(AnswerCounts.Vote);
        Reply(room, "ana", "act");
        Reply(room, "bo", "act");
        Assert.Empty(room.Blue.Answers);
        room.Accept(new Command.Leave("cy"));
        Assert.Equal("act", room.Blue.Answers["plan"].Reply.Text);
    }

    [Fact]
    public void AVoteOfSomebodyWhoHasLeftDoesNotCount()
    {
        var room = Asked(AnswerCounts.Vote);
        Reply(room, "ana", "act");
        Reply(room, "bo", "act");
        room.Accept(new Command.Join("eve", "Eve", "blue", "soc"));
        room.Accept(new Command.Leave("ana"));
        Reply(room, "cy", "act");
        Assert.Empty(room.Blue.Answers);
        Reply(room, "eve", "act");
        Assert.Equal("bo", room.Blue.Answers["plan"].Person);
    }

    [Theory]
    [InlineData("wait", "act", "act", "act")]
    [InlineData("wait", "act", null, "wait")]
    [InlineData(null, null, null, null)]
    public void AtTheDeadlineTheMostVotesCountAndOfATieTheFirst(string? ana, string? bo, string? cy, string? counts)
    {
        var room = Asked(AnswerCounts.Vote, TimeSpan.FromHours(3));
        foreach (var (person, reply) in new[] { ("ana", ana), ("bo", bo), ("cy", cy) })
        {
            if (reply is not null)
            {
                Reply(room, person, reply);
            }
        }

        room.Until(SmallWorld.At(6));
        Assert.Equal(counts, room.Blue.Answers.GetValueOrDefault("plan")?.Reply.Text);
        Assert.Equal(counts is null ? 1 : 0, room.Log.OfType<Event.DeadlinePassed>().Count());
    }

    [Fact]
    public void WhatTheOthersSendToTheOwnerIsAProposal()
    {
        var room = Asked(AnswerCounts.Owner);
        Reply(room, "bo", "act");
        Reply(room, "bo", "wait");
        Assert.Equal(["wait"], room.Blue.Proposals["plan"].Select(proposal => proposal.Reply.Text));
        Assert.Empty(room.Blue.Answers);
        Reply(room, "ana", "act");
        Assert.Equal(("ana", "act"), (room.Blue.Answers["plan"].Person, room.Blue.Answers["plan"].Reply.Text));
    }

    [Fact]
    public void WithoutTheOwnerTheFirstAnswerCounts()
    {
        var room = Asked(AnswerCounts.Owner);
        room.Accept(new Command.Leave("ana"));
        Reply(room, "di", "act");
        Assert.Equal("di", room.Blue.Answers["plan"].Person);
    }

    [Fact]
    public void AProposalIsNoAnswerAtTheDeadline()
    {
        var room = Asked(AnswerCounts.Owner, TimeSpan.FromHours(3));
        Reply(room, "bo", "act");
        room.Until(SmallWorld.At(6));
        Assert.Empty(room.Blue.Answers);
        Assert.Single(room.Log.OfType<Event.DeadlinePassed>());
    }

    static void Reply(Room room, string person, string reply) => room.Accept(new Command.AnswerInject(person, "plan", reply, "", 50));

    static Room Asked(AnswerCounts counts, TimeSpan? within = null)
    {
        var room = Room.Started(SmallWorld.Scenario with
        {
            Injects = new(SmallWorld.Scenario.Injects.Select(inject => inject.Id != "plan" ? inject : inject with
            {
                Question = inject.Question! with
                {
                    Counts = counts,
                    Owner = counts == AnswerCounts.Owner ? "commander" : null,
                    Deadline = within is { } after ? new(after, "Nothing follows.", null, []) : null,
                },
            })),
        });
        room.Accept(new Command.Join("bo", "Bo", "blue", "soc"));
        room.Accept(new Command.Join("cy", "Cy", "blue", "platform"));
        room.Accept(new Command.Join("di", "Di", "blue", "platform"));
        return room.Until(SmallWorld.At(2.5));
    }
}
