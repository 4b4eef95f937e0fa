using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Exercises.Tests;

public sealed class ObservedFilesAreKept(Server server) : IClassFixture<Server>
{
    static readonly ImmutableArray<byte> Photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    [Fact]
    public async Task ForEvaluatorsAndFacilitatorsAndNobodyElse()
    {
        var (exercise, lea) = await BeginAsync();
        var kept = await server.AskAsync(new KeepObservedFile(Caller.Facilitator, exercise, "C:\\fakepath\\white board<1>.HTML", Photo));
        Assert.Equal(("white board1.jpg", "image/jpeg", Photo.Length), (kept.Name, kept.Type, kept.Bytes));
        Assert.False((await server.SendAsync(new OpenObservedFile(Caller.Facilitator, exercise, kept.Id))).Ok);

        await server.AskAsync(new Observe(Caller.Facilitator, exercise, lea.Joined.Team, null, null, "They drew it.") { Files = [kept] });

        Assert.Equal(Photo, (await server.AskAsync(new OpenObservedFile(Caller.Facilitator, exercise, kept.Id))).Bytes);
        Assert.False((await server.SendAsync(new OpenObservedFile(lea.Caller, exercise, kept.Id))).Ok);
        Assert.False((await server.SendAsync(new KeepObservedFile(lea.Caller, exercise, "photo.jpg", Photo))).Ok);

        var state = await server.StateOf(exercise);
        Assert.Equal([kept], EvaluationProjection.Of(new Viewer.Evaluator("", null), state, [], lea.Joined.Team)!.Observations[0].Files);
        Assert.Empty(EvaluationSummary.Of(state, lea.Joined.Team).Observations[0].Files);
    }

    [Fact]
    public async Task OfATeamThatPlaysByItselfToo()
    {
        var door = await server.AskAsync(new OpenExercise(Caller.Facilitator, "tiny-leak") { Alone = true });
        var joined = await server.AskAsync(new JoinExercise(Caller.Nobody, door.Code, null, "Blue", "Lea", "lead"));
        await server.AskAsync(new SayReady(Caller.Nobody.With(joined.Exercise, joined.Ticket), joined.Exercise, true));

        var kept = await server.AskAsync(new KeepObservedFile(Caller.Facilitator, joined.Exercise, "photo.jpg", Photo));
        await server.AskAsync(new Observe(Caller.Facilitator, joined.Exercise, joined.Team, null, null, "They drew it.") { Files = [kept] });

        Assert.Equal(Photo, (await server.AskAsync(new OpenObservedFile(Caller.Facilitator, joined.Exercise, kept.Id))).Bytes);
    }

    [Theory]
    [InlineData("../../secret")]
    [InlineData("a.b")]
    public async Task ANameThatLeadsElsewhereIsNoFile(string name)
    {
        var (exercise, lea) = await BeginAsync();
        Assert.False((await server.SendAsync(new Observe(Caller.Facilitator, exercise, lea.Joined.Team, null, null, "None.") { Files = [new(name, "x", "image/jpeg", 1)] })).Ok);
        Assert.False((await server.SendAsync(new Observe(Caller.Facilitator, name, lea.Joined.Team, null, null, "None.") { Files = [new("abc", "x", "image/jpeg", 1)] })).Ok);
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script>")]
    [InlineData("GIF89a")]
    [InlineData("MZ")]
    public async Task OnlyWhenTheirBytesAreThoseOfAPhotoOrADocument(string text)
    {
        var (exercise, _) = await BeginAsync();
        Assert.True((await server.SendAsync(new KeepObservedFile(Caller.Facilitator, exercise, "photo.jpg", [.. System.Text.Encoding.UTF8.GetBytes(text)]))).Refusal!.Is(RefusalCode.BadValue));
    }

    [Fact]
    public async Task UpToALimitOfSizeAndNumber()
    {
        var (exercise, lea) = await BeginAsync();
        Assert.False((await server.SendAsync(new KeepObservedFile(Caller.Facilitator, exercise, "photo.jpg", [.. Photo, .. new byte[KeepObservedFile.MostBytes]]))).Ok);

        var kept = await server.AskAsync(new KeepObservedFile(Caller.Facilitator, exercise, "photo.jpg", Photo));
        var many = Enumerable.Repeat(kept, Exercise.MaxObservedFiles + 1).ToImmutableArray();
        Assert.False((await server.SendAsync(new Observe(Caller.Facilitator, exercise, lea.Joined.Team, null, null, "Many.") { Files = many })).Ok);
        Assert.False((await server.SendAsync(new Observe(Caller.Facilitator, exercise, lea.Joined.Team, null, null, "None.") { Files = [kept with { Id = new('a', 64) }] })).Ok);
    }

    async Task<(string Exercise, Seated Lea)> BeginAsync()
    {
        var opened = await server.OpenAsync();
        var lea = await server.SeatAsync(opened, "Blue", "Lea");
        await server.AskAsync(new Start(Caller.Facilitator, opened.Exercise));
        return (opened.Exercise, lea);
    }
}
