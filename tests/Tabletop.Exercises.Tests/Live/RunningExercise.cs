using Tabletop.Engine;

namespace Tabletop.Exercises.Tests;

public sealed class RunningExercise(Server server) : IClassFixture<Server>
{
    static readonly TimeSpan UntilSupplierCalls = TimeSpan.FromSeconds(31);

    [Fact]
    public async Task InjectsComeByThemselvesWhenTheirTimeHasCome()
    {
        var started = server.Time.GetUtcNow();
        var (exercise, _, _) = await BeginAsync();

        await server.PassAsync(UntilSupplierCalls, exercise);

        var released = Assert.Single(server.LogOf(exercise).OfType<Event.InjectReleased>());
        Assert.Equal("supplier-calls", released.Inject);
        Assert.Equal(started.AddSeconds(30), released.At);
    }

    [Fact]
    public async Task AnswerComesAfterTheEventIsOnDisk()
    {
        var (exercise, lead, _) = await BeginAsync();

        var accepted = await server.AskAsync(Rotate(lead));

        var log = server.LogOf(exercise);
        Assert.Equal(accepted.Version, log[^1].Version);
        Assert.IsType<Event.DecisionMade>(log[^1]);
    }

    [Fact]
    public async Task SameCommandIdTwiceGivesOneEventAndTheSameAnswer()
    {
        var (exercise, lead, _) = await BeginAsync();
        var request = Rotate(lead) with { CommandId = "once" };

        var first = await server.AskAsync(request);
        var second = await server.AskAsync(request);

        Assert.Equal(first, second);
        Assert.Single(server.LogOf(exercise).OfType<Event.DecisionMade>());
    }

    [Fact]
    public async Task CommandIdOfOnePersonIsNotTakenForAnothers()
    {
        var (exercise, lead, soc) = await BeginAsync();
        await server.AskAsync(Rotate(lead) with { CommandId = "mine" });

        await server.AskAsync(new SubmitDecision(soc.Caller, exercise, "hunt", null, "look", 50) { CommandId = "mine" });

        Assert.Equal(2, server.LogOf(exercise).OfType<Event.DecisionMade>().Count());
    }

    [Fact]
    public async Task OfTwoWhoDecideTheSameAtOnceOneIsToldWhoWas()
    {
        var (exercise, lead, soc) = await BeginAsync();

        var answers = await Task.WhenAll(
            server.SendAsync(new SubmitDecision(lead.Caller, exercise, "cut", "vpn-token", "", 80)),
            server.SendAsync(new SubmitDecision(soc.Caller, exercise, "cut", "vpn-token", "", 80)));

        var refusal = Assert.Single(answers, answer => !answer.Ok).Refusal!;
        Assert.Equal((int)RejectionCode.AlreadyDone, refusal.Code);
        Assert.Matches("(Lea|Sam) decided", refusal.Message);
        Assert.Single(server.LogOf(exercise).OfType<Event.DecisionMade>());
    }

    [Fact]
    public async Task JoiningANewTeamIsAllOrNothing()
    {
        var opened = await server.OpenAsync();

        var answer = await server.SendAsync(new JoinExercise(Caller.Nobody, opened.Code, null, "Blue", "Lea", "no-such-role"));

        Assert.Equal((int)RejectionCode.UnknownRole, answer.Refusal!.Code);
        Assert.Empty((await server.StateOf(opened.Exercise)).Teams);
    }

    [Fact]
    public async Task SecondNameInTheSameSeatIsTheSamePerson()
    {
        var opened = await server.OpenAsync();
        var lead = await server.SeatAsync(opened, "Blue", "Lea");

        var again = await server.AskAsync(new JoinExercise(lead.Caller, opened.Code, lead.Joined.Team, null, "Leah", "soc"));

        Assert.Equal(lead.Joined.Person, again.Person);
        var person = Assert.Single((await server.StateOf(opened.Exercise)).People.Values);
        Assert.Equal(("Leah", "soc"), (person.Name, person.Role));
    }

    [Fact]
    public async Task OnePersonCanNotSitInTwoTeams()
    {
        var opened = await server.OpenAsync();
        var lead = await server.SeatAsync(opened, "Blue", "Lea");
        var other = await server.SeatAsync(opened, "Red", "Rob");

        var answer = await server.SendAsync(new JoinExercise(lead.Caller, opened.Code, other.Joined.Team, null, "Lea", "lead"));

        Assert.Equal((int)RejectionCode.OtherTeam, answer.Refusal!.Code);
    }

    [Fact]
    public async Task SoloExerciseRunsAtTheQuickestPaceAndItsPersonHoldsTheClock()
    {
        var solo = await server.AskAsync(new OpenSolo(Caller.Nobody, "tiny-leak", "Lea"));
        var caller = Caller.Nobody.With(solo.Exercise, solo.Ticket);

        var state = await server.StateOf(solo.Exercise);
        Assert.Equal(("quick", Lifecycle.Paused, ExerciseMode.Solo), (state.Pace, state.Lifecycle, state.Mode));

        await server.AskAsync(new Resume(caller, solo.Exercise));
        await server.AskAsync(new Pause(caller, solo.Exercise));
        await server.AskAsync(new Resume(caller, solo.Exercise));
        await server.AskAsync(new StepToNextInject(caller, solo.Exercise));
        await server.AskAsync(new EndExercise(caller, solo.Exercise));
        Assert.Contains(server.LogOf(solo.Exercise), e => e is Event.InjectReleased { Inject: "supplier-calls" });
    }

    [Fact]
    public async Task SecondWriterIsNoticedAndBothHaveTheirSay()
    {
        var (exercise, lead, _) = await BeginAsync();
        using var watch = (await server.Feed.WatchAsFacilitator(Caller.Facilitator, exercise, after: 0)).Value!;
        var last = server.LogOf(exercise)[^1];
        var foreign = new Event.Paused("Another server") { Version = last.Version + 1, At = last.At, Time = last.Time };
        await server.Store.Append(new(exercise, last.Version, [StoredEvent.Of(foreign)], Lifecycle.Paused, Opened: null));

        var accepted = await server.AskAsync(Rotate(lead));

        Assert.Equal(foreign.Version + 1, accepted.Version);
        var seen = new List<Event>();
        await foreach (var change in watch.Changes(TestContext.Current.CancellationToken))
        {
            seen.AddRange(change.Messages.Select(message => message.Event));
            if (change.State.Version == accepted.Version)
                break;
        }

        Assert.Equal(server.LogOf(exercise).Select(e => e.Version), seen.Select(e => e.Version));
        Assert.Contains(foreign, seen);
    }

    [Fact]
    public async Task WatchersHearOnAfterTheGrainHasMoved()
    {
        var (exercise, lead, _) = await BeginAsync();
        using var watch = (await server.Feed.WatchAsFacilitator(Caller.Facilitator, exercise, after: 0)).Value!;
        watch.Next();

        await server.Get<IGrainFactory>().GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
        var accepted = await server.AskAsync(Rotate(lead));

        await foreach (var change in watch.Changes(TestContext.Current.CancellationToken))
        {
            if (change.State.Version >= accepted.Version)
                break;
        }
    }

    static SubmitDecision Rotate(Seated person) =>
        new(person.Caller, person.Exercise, "rotate", "vpn-token", "It has leaked.", 90);

    async Task<(string Exercise, Seated Lead, Seated Soc)> BeginAsync()
    {
        var opened = await server.OpenAsync();
        var lead = await server.SeatAsync(opened, "Blue", "Lea");
        var soc = await server.SeatBesideAsync(opened, lead, "Sam");
        await server.AskAsync(new Start(Caller.Facilitator, opened.Exercise));
        return (opened.Exercise, lead, soc);
    }
}
