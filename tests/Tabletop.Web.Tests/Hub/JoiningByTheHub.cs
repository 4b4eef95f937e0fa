using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Tabletop.Engine;
using Tabletop.Exercises;

namespace Tabletop.Web.Tests;

public sealed class JoiningByTheHub(TabletopServer server) : IClassFixture<TabletopServer>
{
    [Fact]
    public async Task InjectIsPushedWithItsContentAndTheClock()
    {
        var (exercise, lead, _) = await BeginAsync();
        await using var client = await HubClient.JoinAsync(server.Address, lead);

        await server.AskAsync(new StepToNextInject(Caller.Facilitator, exercise));

        var inject = await client.HeardAsync(message => message.Name == "InjectReleased");
        var content = inject.Body.GetProperty("inject");
        Assert.Equal("supplier-calls", content.GetProperty("id").GetString());
        Assert.Equal("Phone", content.GetProperty("channel").GetString());
        Assert.Equal(2, content.GetProperty("question").GetProperty("options").GetArrayLength());
        await client.HeardAsync(message => message.Name == "ClockChanged");
        Assert.Equal("Welcome", client.Messages[0].Name);
        Assert.Equal("Running", client.Messages[0].Body.GetProperty("clock").GetProperty("lifecycle").GetString());
    }

    [Fact]
    public async Task EventsHaveTheFormOfTheStore()
    {
        var (exercise, lead, _) = await BeginAsync();
        await using var client = await HubClient.JoinAsync(server.Address, lead);
        await client.DecideAsync("rotate", "vpn-token");

        var heard = await client.EventAsync("decision-made");

        var stored = EventJson.Serialize(server.Services.GetRequiredService<EventStore>().Read(exercise, heard.Version - 1)[0]);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(stored).RootElement, heard.Body.GetProperty("event")), $"{stored}\n{heard.Body}");
    }

    [Fact]
    public async Task OfHistoryTheHubTellsOnlyThatItIsShown()
    {
        var (exercise, lead, _) = await BeginAsync();
        await using var client = await HubClient.JoinAsync(server.Address, lead);
        await server.AskAsync(new StepToNextInject(Caller.Facilitator, exercise));
        await server.AskAsync(new ShowHistory(Caller.Facilitator, exercise, true));

        var shown = (await client.EventAsync("history-shown")).Body.GetProperty("event");

        Assert.Equal(
            ["at", "command", "shown", "time", "type", "version"],
            shown.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(client.Messages.Where(message => message.Version < shown.GetProperty("version").GetInt64()), message => message.Body.ToString().Contains("history", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task SameCommandIdTwiceGivesTheSameAnswer()
    {
        var (exercise, lead, _) = await BeginAsync();
        await using var client = await HubClient.JoinAsync(server.Address, lead);

        var first = await client.DecideAsync("rotate", "vpn-token", "once");
        var second = await client.DecideAsync("rotate", "vpn-token", "once");

        Assert.Equal(first, second);
        Assert.Equal(1, await DecisionsIn(exercise));
    }

    [Fact]
    public async Task SecondOfTwoWhoDecideTheSameIsRefusedByNumber()
    {
        var (_, lead, soc) = await BeginAsync();
        await using var one = await HubClient.JoinAsync(server.Address, lead);
        await using var other = await HubClient.JoinAsync(server.Address, soc);

        var answers = await Task.WhenAll(one.DecideAsync("cut", "vpn-token"), other.DecideAsync("cut", "vpn-token"));

        Assert.Equal([0, (int)RejectionCode.AlreadyDone], answers.Select(answer => answer.Code).Order());
    }

    [Fact]
    public async Task TailGivesExactlyWhatWasMissedInOrder()
    {
        var (exercise, lead, soc) = await BeginAsync();
        await using var witness = await HubClient.JoinAsync(server.Address, lead);
        await using (var gone = await HubClient.JoinAsync(server.Address, soc))
            await gone.EventAsync("started");
        var seen = witness.Versions.Max();

        await witness.DecideAsync("rotate", "vpn-token");
        await server.AskAsync(new StepToNextInject(Caller.Facilitator, exercise));
        await witness.DecideAsync("hunt");
        await server.AskAsync(new Pause(Caller.Facilitator, exercise, "Lunch"));
        await witness.EventAsync("paused");
        await using var back = await HubClient.JoinAsync(server.Address, soc, after: seen);
        await back.EventAsync("paused");

        Assert.Equal(witness.Versions.Where(version => version > seen), back.Versions);
        Assert.Equal(back.Versions.Order(), back.Versions);
        Assert.True(back.Versions.Count() >= 5);
    }

    [Fact]
    public async Task TailAgainBeginsWithResyncAndRepeats()
    {
        var (_, lead, _) = await BeginAsync();
        await using var client = await HubClient.JoinAsync(server.Address, lead);
        await client.EventAsync("started");
        var before = client.Versions.ToList();

        await client.AskAsync(nameof(IExerciseHub.Tail), 0L);
        await client.HeardAsync(_ => client.Versions.Count() == 2 * before.Count);

        Assert.Equal(before.Concat(before), client.Versions);
        Assert.Equal(2, client.Messages.Count(message => message.Name == "Resync"));
    }

    [Fact]
    public async Task ComingOfTheRoleThatAnInjectIsForTakesItFromTheOthers()
    {
        var exercise = await server.OpenAsync();
        var soc = await server.SeatAsync(exercise, "Blue", "Sam", "soc");
        await server.AskAsync(new Start(Caller.Facilitator, exercise.Exercise));
        await using var client = await HubClient.JoinAsync(server.Address, soc);
        await server.AskAsync(new SendInject(Caller.Facilitator, exercise.Exercise, "reminder"));
        await client.HeardAsync(message => message.Name == "InjectReleased");

        await server.SeatBesideAsync(exercise, soc, "Lea", "lead");

        await client.HeardAsync(_ => client.Messages.Count(message => message.Name == "Resync") == 2);
        await client.HeardAsync(_ => client.Messages.Count(message => message.Type == "joined") == 3);
        var again = client.Messages.Skip(client.Messages.FindLastIndex(message => message.Name == "Resync"));
        Assert.DoesNotContain(again, message => message.Name == "InjectReleased");
    }

    [Fact]
    public async Task PresenceTellsWhoIsThere()
    {
        var (_, lead, soc) = await BeginAsync();
        await using var client = await HubClient.JoinAsync(server.Address, lead);
        await using (await HubClient.JoinAsync(server.Address, soc))
            await client.HeardAsync(message => IsPresence(message, lead.Person, soc.Person));

        var both = client.Messages.FindLastIndex(message => IsPresence(message, lead.Person, soc.Person));
        await client.HeardAsync(_ => client.Messages.FindLastIndex(message => IsPresence(message, lead.Person)) > both);
    }

    [Fact]
    public async Task WhoLeavesIsDismissed()
    {
        var (exercise, lead, _) = await BeginAsync();
        await using var client = await HubClient.JoinAsync(server.Address, lead);

        await server.AskAsync(new Leave(Caller.Nobody.With(exercise, lead.Ticket), exercise));

        var dismissed = await client.HeardAsync(message => message.Name == "Dismissed");
        Assert.Equal((int)RefusalCode.NoTicket, dismissed.Body.GetProperty("code").GetInt32());
        Assert.Equal((int)RejectionCode.UnknownPerson, (await client.DecideAsync("hunt")).Code);
    }

    [Fact]
    public async Task NothingIsDoneBeforeJoining()
    {
        await using var client = await HubClient.ConnectAsync(server.Address);

        Assert.Equal((int)RefusalCode.NotJoined, (await client.DecideAsync("hunt")).Code);
        Assert.Equal((int)RefusalCode.NotJoined, (await client.AskAsync(nameof(IExerciseHub.Tail), 0L)).Code);
    }

    [Fact]
    public async Task TooLongOrMissingValuesAreRefusedByNumber()
    {
        var (_, lead, _) = await BeginAsync();
        await using var client = await HubClient.JoinAsync(server.Address, lead);
        const string submit = nameof(IExerciseHub.SubmitDecision);

        foreach (var arguments in new object?[][]
        {
            ["id-1", "hunt", null, new string('x', 2_001), 50, ""],
            ["id-2", "hunt", null, "", 101, ""],
            ["id-3", new string('x', 200), null, "", 50, ""],
            ["id-4", null, null, "", 50, ""],
            ["id-6", "hunt", null, "", 50, new string('x', 2_001)],
            [new string('x', 65), "hunt", null, "", 50, ""],
            [null, "hunt", null, "", 50, ""],
            ["", "hunt", null, "", 50, ""],
        })
            Assert.Equal((int)RefusalCode.BadValue, (await client.AskAsync(submit, arguments)).Code);
        Assert.Equal(0, (await client.AskAsync(submit, "id-5", "hunt", null, null, 50, null)).Code);
    }

    [Fact]
    public async Task MalformedCallFailsAndTheConnectionStays()
    {
        var (_, lead, _) = await BeginAsync();
        await using var client = await HubClient.JoinAsync(server.Address, lead);

        await Assert.ThrowsAsync<HubException>(() => client.AskAsync(nameof(IExerciseHub.SubmitDecision), "id", "hunt", null, "", "very sure", ""));
        await Assert.ThrowsAsync<HubException>(() => client.AskAsync(nameof(IExerciseHub.SubmitDecision), "id"));
        await Assert.ThrowsAsync<HubException>(() => client.AskAsync("NoSuchMethod"));

        Assert.Equal(0, (await client.DecideAsync("hunt")).Code);
    }

    [Fact]
    public async Task OversizedMessageEndsTheConnectionAndNothingElse()
    {
        var (exercise, lead, soc) = await BeginAsync();
        await using var client = await HubClient.JoinAsync(server.Address, lead);
        await using var other = await HubClient.JoinAsync(server.Address, soc);

        await Assert.ThrowsAnyAsync<Exception>(() => client.AskAsync(
            nameof(IExerciseHub.SubmitDecision), "id", "hunt", null, new string('x', 100_000), 50, ""));

        Assert.Equal(0, (await other.DecideAsync("hunt")).Code);
        await using var back = await HubClient.JoinAsync(server.Address, lead);
        Assert.Equal(1, await DecisionsIn(exercise));
    }

    static bool IsPresence(HubMessage message, params string[] persons) =>
        message.Name == "PresenceChanged"
        && message.Body.EnumerateArray().Select(person => person.GetString()!).ToHashSet().SetEquals(persons);

    async Task<int> DecisionsIn(string exercise) =>
        (await server.Services.GetRequiredService<ExerciseFeed>().Read(exercise)).Value!.Teams.Sum(team => team.Decisions.Length);

    async Task<(string Exercise, JoinedExercise Lead, JoinedExercise Soc)> BeginAsync()
    {
        var exercise = await server.OpenAsync();
        var lead = await server.SeatAsync(exercise, "Blue", "Lea");
        var soc = await server.SeatBesideAsync(exercise, lead, "Sam");
        await server.AskAsync(new Start(Caller.Facilitator, exercise.Exercise));
        return (exercise.Exercise, lead, soc);
    }
}
