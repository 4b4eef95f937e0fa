using System.Collections.Immutable;
using MediatR;
using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Exercises;

/// <summary>Who is expected, with the keys to their seats: for facilitators' eyes.</summary>
public sealed record ListRoster(Caller Caller, string Exercise) : Request<RosterList>(Caller)
{
    internal override Access Access => new Access.FacilitatorOf(Exercise);
}

/// <param name="CanUndo">The last change of the roster can be taken back.</param>
/// <param name="Roles">Titles.</param>
/// <param name="Teams">Names.</param>
public sealed record RosterList(
    string Title, Lifecycle Lifecycle, ExerciseMode Mode, ImmutableArray<RosterSeat> Seats, bool CanUndo, ImmutableArray<string> Roles, ImmutableArray<string> Teams);

/// <param name="Key">What the personal link carries.</param>
/// <param name="ByCode">Somebody of this name sits in the team already, and did not come by the link.</param>
public sealed record RosterSeat(RosterRow Row, string Key, bool ByCode);

/// <summary>Ends the link to a seat and makes another. Who sits there stays.</summary>
/// <param name="Entry">Id of the line of the roster.</param>
public sealed record RenewSeatLink(Caller Caller, string Exercise, string Entry) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault ?? Limits.Id(Entry, "person’s id");
}

sealed class ListRosterHandler(ExerciseFeed feed, SeatLinks links, Doors doors) : IRequestHandler<ListRoster, Result<RosterList>>
{
    public async Task<Result<RosterList>> Handle(ListRoster request, CancellationToken cancellationToken)
    {
        var read = await feed.Read(request.Exercise);
        if (!read.Ok)
            return read.Refusal;

        var exercise = read.Value;
        var personOf = await doors.SeatsOf(exercise);
        var seated = exercise.Roster.Select(personOf).OfType<Person>().Select(person => person.Id).ToHashSet(StringComparer.Ordinal);
        return new RosterList(
            exercise.Title,
            exercise.Lifecycle,
            exercise.Mode,
            [.. exercise.Roster.Zip(RosterRow.Of(exercise, seated, personOf), (entry, row) =>
                new RosterSeat(row, links.Seal(exercise.Id, entry), personOf(entry) is { Roster: null }))],
            exercise.RosterBefore is not null,
            [.. exercise.Scenario.Roles.Select(role => role.Title)],
            [.. exercise.Teams.Select(team => team.Name)]);
    }
}

sealed class RenewSeatLinkHandler(ExerciseGrains grains) : IRequestHandler<RenewSeatLink, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(RenewSeatLink request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.RenewSeatLink(request.Entry) { Id = request.CommandId });
}
