using System.Collections.Immutable;
using MediatR;
using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Exercises;

/// <summary>What a rehearsal of an exercise could be, and those that there are.</summary>
public sealed record PrepareRehearsal(Caller Caller, string Exercise) : Request<RehearsalOffer>(Caller)
{
    internal override Access Access => new Access.FacilitatorOf(Exercise);
}

/// <param name="IsOpen">It can be rehearsed: a facilitator runs it and it has not begun.</param>
/// <param name="Teams">Those of the lobby, with the player that each has unless another is chosen; empty: a rehearsal brings its own.</param>
/// <param name="Takes">Exercise time from start to end at the pace of the exercise.</param>
/// <param name="Rehearsals">The newest first.</param>
public sealed record RehearsalOffer(
    string Title, bool IsOpen, ImmutableArray<RehearsedTeam> Teams, ImmutableArray<SeatPlayer> Players, TimeSpan Takes, ImmutableArray<ExerciseEntry> Rehearsals)
{
    /// <summary>Ids of players for teams of a rehearsal's own, to be taken in turn.</summary>
    public ImmutableArray<string> Mix { get; init; } = [];
}

/// <param name="Team">Id of a team of the exercise; null: it is there for the rehearsal only.</param>
/// <param name="Player">Id of a <see cref="SeatPlayer"/>.</param>
public sealed record RehearsedTeam(string? Team, string Name, string Player);

/// <summary>Opens an exercise like one that waits in its lobby, with bots in all seats, and starts it. The one that waits is not touched.</summary>
/// <param name="Title">Of the rehearsal.</param>
/// <param name="Teams">Who plays which team; where the lobby has no team, those of the rehearsal.</param>
/// <param name="ByHand">The clock stands for the facilitator to move; otherwise it runs as fast as it can.</param>
public sealed record RehearseExercise(Caller Caller, string Exercise, string Title, ImmutableArray<RehearsedTeam> Teams, bool ByHand) : Request<OpenedExercise>(Caller)
{
    public string Title { get; } = Limits.OneLine(Title) is { Length: > Limits.Title } title ? title[..Limits.Title] : Limits.OneLine(Title);

    internal override Access Access => new Access.FacilitatorOf(Exercise);

    internal override Phrase? Fault => Limits.Between(Title, 1, Limits.Title, "a title")
        ?? (Teams.Length > Tabletop.Engine.Exercise.MaxTeams ? (Phrase)"That are more teams than an exercise has." : null)
        ?? Teams.Select(team => Limits.Between(team.Name, 1, Limits.Name, "a name")).FirstOrDefault(fault => fault is not null);
}

/// <summary>Ends a rehearsal, wherever it stands, and deletes all that there is of it.</summary>
public sealed record DiscardRehearsal(Caller Caller, string Exercise) : Request<Accepted>(Caller)
{
    internal override Access Access => new Access.FacilitatorOf(Exercise);
}

sealed class PrepareRehearsalHandler(ExerciseFeed feed, EventStore store) : IRequestHandler<PrepareRehearsal, Result<RehearsalOffer>>
{
    public async Task<Result<RehearsalOffer>> Handle(PrepareRehearsal request, CancellationToken cancellationToken)
    {
        var read = await feed.Read(request.Exercise);
        if (!read.Ok)
            return read.Refusal;

        var exercise = read.Value;
        var origins = store.ListRehearsals();
        return new RehearsalOffer(
            exercise.Title,
            exercise is { Mode: ExerciseMode.Facilitated, Lifecycle: Lifecycle.Lobby },
            [.. exercise.Teams.Select((team, index) => new RehearsedTeam(team.Id, team.Name, SeatPlayer.Mix(exercise.Scenario, index).Id))],
            SeatPlayer.Of(exercise.Scenario),
            ScenarioShelf.Takes(exercise.Scenario, exercise.Pace),
            [.. store.ListExercises().Where(entry => origins.GetValueOrDefault(entry.Id) == exercise.Id)])
        {
            Mix = [.. SeatPlayer.Of(exercise.Scenario).Select((_, index) => SeatPlayer.Mix(exercise.Scenario, index).Id)],
        };
    }
}

sealed class RehearseExerciseHandler(ExerciseFeed feed, ExerciseGrains grains, EventStore store, Facilitators facilitators)
    : IRequestHandler<RehearseExercise, Result<OpenedExercise>>
{
    public async Task<Result<OpenedExercise>> Handle(RehearseExercise request, CancellationToken cancellationToken)
    {
        var read = await feed.Read(request.Exercise);
        if (!read.Ok)
            return read.Refusal;

        var exercise = read.Value;
        if (exercise is not { Mode: ExerciseMode.Facilitated, Lifecycle: Lifecycle.Lobby })
            return new Refusal((int)RejectionCode.NotNow, "Only an exercise that waits in its lobby, and that a facilitator runs, can be rehearsed.");

        // The lobby's teams are the truth: somebody may have joined or gone since the form was drawn.
        var teams = exercise.Teams.IsEmpty
            ? request.Teams.Select((team, index) => (Id: $"team-{index + 1}", team.Name, team.Player)).ToList()
            : exercise.Teams.Select((team, index) => (team.Id, team.Name, Player: request.Teams.FirstOrDefault(wanted => wanted.Team == team.Id)?.Player ?? SeatPlayer.Mix(exercise.Scenario, index).Id)).ToList();
        var players = SeatPlayer.Of(exercise.Scenario);
        if (teams.Find(team => players.All(player => player.Id != team.Player)) is { Player: { } unknown })
            return new Refusal(RefusalCode.BadValue, $"Nothing called \"{unknown}\" can play in this scenario. Choose from the list.");
        if (teams.Count == 0)
            return new Refusal(RefusalCode.BadValue, "A rehearsal needs a team. Add one in the lobby.");

        var by = facilitators.Of(request.Caller);
        var bots = teams.Select(team => new BotSeat(team.Id, team.Player)).ToImmutableArray();
        var role = exercise.Scenario.Roles[0].Id;
        ImmutableArray<Command> first =
        [
            .. teams.Zip(bots, (team, bot) => new Command[] { new Command.AddTeam(team.Id, team.Name), new Command.Join(bot.Person, RehearsalView.BotName, team.Id, role) }).SelectMany(pair => pair),
            .. PlannedInject.Of(exercise).SelectMany(inject => inject.CommandsIn(exercise)!.Value),
            new Command.ShowStanding(exercise.Standing),
            .. exercise.ShowsHistory ? [new Command.ShowHistory(true)] : Array.Empty<Command>(),
            .. by is not null && exercise.Helpers is { } helpers ? [new Command.AdmitFacilitators([exercise.Owner!, .. helpers])] : Array.Empty<Command>(),
            new Command.Start(),
            request.ByHand ? new Command.Pause("") : new Command.SetSpeed(Clock.MaxPermille),
        ];

        // The same texts, names and luck as the exercise itself, whatever became of the scenario since.
        var like = (Event.Opened)store.Read(exercise.Id, after: 0)[0];
        return await grains.Begin(
            code => like with
            {
                Exercise = Ids.New(),
                Code = code,
                Title = request.Title,
                Mode = ExerciseMode.Rehearsal,
                Rehearsal = new(exercise.Id, bots),
                Facilitator = by,
            },
            [.. first.Select(command => command with { Id = Ids.New(), Facilitator = by })]);
    }
}

sealed class DiscardRehearsalHandler(ExerciseGrains grains, ExerciseFeed feed) : IRequestHandler<DiscardRehearsal, Result<Accepted>>
{
    public async Task<Result<Accepted>> Handle(DiscardRehearsal request, CancellationToken cancellationToken)
    {
        var gone = await grains.Discard(request.Exercise);
        if (gone.Ok)
            feed.Forget(request.Exercise);
        return gone;
    }
}
