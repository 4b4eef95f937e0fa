using System.Collections.Immutable;

namespace Tabletop.Exercises.Tests.Authoring;

/// <summary>Bots that play what an author is typing.</summary>
public sealed class Rehearsals(Server server) : IClassFixture<Server>
{
    static readonly ImmutableSortedDictionary<string, string> Nothing = ImmutableSortedDictionary<string, string>.Empty;

    [Fact]
    public async Task EveryPlayerAndBotHasAScore()
    {
        var rehearsal = await server.AskAsync(new RehearseDraft(Caller.Facilitator, "tiny", Nothing, 20));

        Assert.Equal(20, rehearsal.Report.Players.Single(player => player.Player == "random").Runs);
        Assert.Contains(rehearsal.Report.Players, player => player.Player == "passive");
        Assert.True(rehearsal.Explored.Highest.Score > rehearsal.Explored.Lowest.Score);
    }

    [Fact]
    public async Task WhatIsTypedIsPlayedAndErrorsAreARefusal()
    {
        var refused = await server.SendAsync(new RehearseDraft(Caller.Facilitator, "tiny", Nothing.Add("scenario.yaml", "id: broken"), 20));

        Assert.Equal((int)RefusalCode.BrokenScenario, refused.Refusal?.Code);
    }

    [Fact]
    public async Task AStoppedRehearsalSaysSoAndMakesRoomForTheNext()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        var request = new RehearseDraft(Caller.Facilitator with { Person = "ada" }, "tiny", Nothing, 20);

        var refused = await server.Get<MediatR.IMediator>().Send(request, stopped.Token);

        Assert.Contains("stopped", refused.Refusal?.Message, StringComparison.Ordinal);
        Assert.True((await server.SendAsync(request)).Ok);
    }
}
