using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Exercises.Tests;

/// <summary>What waits for a second facilitator, on a server that may be restarted meanwhile.</summary>
public sealed class ApprovedByTwo
{
    static readonly Caller Ann = Caller.Facilitator with { Person = "ann" };
    static readonly Caller Ben = Caller.Facilitator with { Person = "ben" };

    [Fact]
    public async Task ARequestSurvivesARestartAndBothNamesAreInTheLog()
    {
        await using var server = await Server.StartAsync();
        var exercise = await BeginAsync(server);
        await server.AskAsync(new SendInject(Ann, exercise, "press") { CommandId = "deed" });
        Assert.DoesNotContain(server.LogOf(exercise).OfType<Event.InjectReleased>(), e => e.Inject == "press");

        await server.RestartAsync(downFor: TimeSpan.FromMinutes(5));
        Assert.True(Assert.Single((await server.StateOf(exercise)).Deeds).Waits);
        Assert.Equal((int)RejectionCode.NotYourRole, (await server.SendAsync(new SettleDeed(Ann, exercise, "deed", DeedOutcome.Approved))).Refusal!.Code);
        await server.AskAsync(new SettleDeed(Ben, exercise, "deed", DeedOutcome.Approved));

        var log = server.LogOf(exercise);
        Assert.Equal("Ann", Assert.Single(log.OfType<Event.InjectReleased>(), e => e.Inject == "press").Facilitator!.Name);
        Assert.Equal("Ben", log.OfType<Event.DeedSettled>().Single().Facilitator!.Name);
        var acts = Acts.Of(await server.StateOf(exercise), log);
        Assert.StartsWith("sent “", acts[0].What.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(", approved by Ben, Blue", acts[0].What.ToString(), StringComparison.Ordinal);
        Assert.Equal("Ann", acts[0].By!.Name);
        Assert.StartsWith("asked to send “", acts[1].What.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfManyWhoApproveAtOnceOneDoesIt()
    {
        await using var server = await Server.StartAsync();
        var exercise = await BeginAsync(server);
        await server.AskAsync(new SendInject(Ann, exercise, "press") { CommandId = "deed" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            server.SendAsync(new SettleDeed(Caller.Facilitator with { Person = $"p{number}" }, exercise, "deed", DeedOutcome.Approved))));
        Assert.Single(answers, answer => answer.Ok);
        Assert.All(answers.Where(answer => !answer.Ok), answer => Assert.Equal((int)RejectionCode.AlreadyDone, answer.Refusal!.Code));
        Assert.Single(server.LogOf(exercise).OfType<Event.InjectReleased>(), e => e.Inject == "press");
    }

    [Fact]
    public async Task ARefusalThatSettlesARequestIsInTheLog()
    {
        await using var server = await Server.StartAsync();
        var exercise = await BeginAsync(server);
        await server.AskAsync(new SendInject(Ann, exercise, "press") { CommandId = "deed" });
        await server.AskAsync(new SetApproval(Ann, exercise, false));
        await server.AskAsync(new SetApproval(Ann, exercise, true));
        await server.AskAsync(new Jump(Ann, exercise, (await server.StateOf(exercise)).Scenario.Phases[^1].Start) { CommandId = "jump" });
        await server.AskAsync(new EndExercise(Ann, exercise) { CommandId = "end" });
        await server.AskAsync(new SettleDeed(Ben, exercise, "jump", DeedOutcome.Approved));
        await server.AskAsync(new Jump(Ann, exercise, (await server.StateOf(exercise)).Scenario.Phases[^1].Start.AddMinutes(1)) { CommandId = "again" });
        await server.PassAsync(TimeSpan.FromSeconds(30), exercise);

        var refused = (await server.SendAsync(new SettleDeed(Ben, exercise, "again", DeedOutcome.Approved))).Refusal!;
        Assert.Equal((int)RejectionCode.BadValue, refused.Code);
        Assert.Equal(refused.Says, server.LogOf(exercise).OfType<Event.DeedSettled>().Last().Why!.Says);
        Assert.Equal(refused, (await server.SendAsync(new SettleDeed(Ben, exercise, "again", DeedOutcome.Approved))).Refusal);
        Assert.Equal((int)RejectionCode.NotNow, (await server.SendAsync(new SettleDeed(Ben, exercise, "deed", DeedOutcome.Approved))).Refusal!.Code);
    }

    [Fact]
    public async Task ItIsChosenWhenTheExerciseIsOpened()
    {
        await using var server = await Server.StartAsync();
        var two = await server.AskAsync(new OpenExercise(Ann, "tiny-leak") { Approval = true });
        var alone = await server.AskAsync(new OpenExercise(Ann, "tiny-leak") { Approval = true, Alone = true });
        Assert.True((await server.StateOf(two.Exercise)).Approval);
        Assert.False((await server.StateOf(alone.Exercise)).Approval);
        Assert.False((await server.StateOf((await server.OpenAsync()).Exercise)).Approval);
    }

    static async Task<string> BeginAsync(Server server)
    {
        await server.AskAsync(new NameAuthor(Ann, "Ann"));
        await server.AskAsync(new NameAuthor(Ben, "Ben"));
        var opened = await server.AskAsync(new OpenExercise(Ann, "tiny-leak") { Approval = true });
        await server.SeatAsync(opened, "Blue", "Lea");
        await server.AskAsync(new Start(Ann, opened.Exercise));
        return opened.Exercise;
    }
}
