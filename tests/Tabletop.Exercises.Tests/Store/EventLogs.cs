using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.TestKit;

namespace Tabletop.Exercises.Tests;

public sealed class EventLogs : IAsyncDisposable
{
    static readonly DateTimeOffset Noon = Server.Noon;

    readonly TemporaryFolder folder = new();
    EventStore store;

    public EventLogs() => store = Open();

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task WhatIsAppendedIsReadAndStaysThere()
    {
        await store.Append(Opening("a", "CODE23"));
        await store.Append(Adding("a", expected: 1, new Event.Started { Version = 2 }, new Event.Paused("Lunch") { Version = 3, Command = "c" }));

        await store.DisposeAsync();
        store = Open();

        Assert.Equal([1, 2, 3], store.Read("a", after: 0).Select(e => e.Version));
        Assert.Equal(new Event.Paused("Lunch") { Version = 3, Command = "c" }, Assert.Single(store.Read("a", after: 2)));
        Assert.Empty(store.Read("a", after: 3));
        Assert.Empty(store.Read("b", after: 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task OtherVersionThanExpectedIsAConflictAndWritesNothing(long expected)
    {
        await store.Append(Opening("a", "CODE23"));

        Assert.Equal(AppendResult.Conflict, await store.Append(Adding("a", expected, new Event.Started { Version = expected + 1 })));
        Assert.Single(store.Read("a", after: 0));
    }

    [Fact]
    public async Task OfManyWritersOfOneVersionExactlyOneWins()
    {
        await store.Append(Opening("a", "CODE23"));

        var results = await Task.WhenAll(Enumerable.Range(0, 100)
            .Select(i => Task.Run(() => store.Append(Adding("a", 1, new Event.Paused($"{i}") { Version = 2 })))));

        Assert.Single(results, AppendResult.Appended);
        Assert.Equal(99, results.Count(result => result == AppendResult.Conflict));
        Assert.Equal(2, store.Read("a", after: 0).Length);
    }

    [Fact]
    public async Task CodeIsUniqueAndTheSecondExerciseLeavesNothing()
    {
        await store.Append(Opening("a", "CODE23"));

        Assert.Equal(AppendResult.CodeTaken, await store.Append(Opening("b", "CODE23")));
        Assert.Empty(store.Read("b", after: 0));
        Assert.Equal("a", store.FindByCode("CODE23")!.Id);
    }

    [Fact]
    public async Task ListFollowsTheLog()
    {
        await store.Append(Opening("a", "CODE23"));
        Assert.Empty(store.ListRunning());

        await store.Append(Adding("a", 1, new Event.Started { Version = 2 }) with { Lifecycle = Lifecycle.Running });

        Assert.Equal("a", Assert.Single(store.ListRunning()).Id);
        Assert.Equal(Lifecycle.Running, store.Find("a")!.Lifecycle);
    }

    [Fact]
    public async Task HeartbeatSaysWhenItWasLastSeenAndIsNoEvent()
    {
        await store.Append(Opening("a", "CODE23"));
        await store.Saw("a", Noon.AddSeconds(7));

        Assert.Equal(Noon.AddSeconds(7), store.LastSeen("a"));
        Assert.Single(store.Read("a", after: 0));
    }

    [Fact]
    public async Task ClosedStoreRefuses()
    {
        await store.DisposeAsync();

        await Assert.ThrowsAsync<StoreClosedException>(() => store.Append(Opening("a", "CODE23")));
        store = Open();
    }

    EventStore Open() => EventStore.Open(DataFolder.Open(folder.Path));

    static Append Opening(string id, string code) => new(
        id,
        Expected: 0,
        [StoredEvent.Of(new Event.Opened(id, code, "Title", [], "hash", "standard", 1, ExerciseMode.Facilitated) { Version = 1, At = Noon })],
        Lifecycle.Lobby,
        new(id, code, "Title", "tiny-leak", ExerciseMode.Facilitated, Lifecycle.Lobby, Noon));

    static Append Adding(string id, long expected, params ImmutableArray<Event> events) =>
        new(id, expected, [.. events.Select(StoredEvent.Of)], Lifecycle.Lobby, Opened: null);
}
