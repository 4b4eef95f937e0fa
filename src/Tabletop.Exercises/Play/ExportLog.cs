using MediatR;
using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Exercises;

public enum LogFormat
{
    Csv,
    Markdown,
}

/// <summary>A team's incident timeline as a file: all that the caller may see of it.</summary>
/// <param name="Team">Id; null: the caller's own.</param>
public sealed record ExportLog(Caller Caller, string Exercise, string? Team, LogFormat Format) : Request<LogFile>(Caller)
{
    internal override Access Access => new Access.ReaderOf(Exercise);

    internal override Phrase? Fault => Limits.OptionalId(Team, "team id");
}

/// <param name="Name">For saving it.</param>
public sealed record LogFile(string Name, string Text);

sealed class ExportLogHandler(ExerciseFeed feed, EventStore store, Tickets tickets, Passes passes) : IRequestHandler<ExportLog, Result<LogFile>>
{
    static readonly Refusal NotYours = new(RefusalCode.NotYours, "You can read the log of your own team.");

    public async Task<Result<LogFile>> Handle(ExportLog request, CancellationToken cancellationToken)
    {
        var read = await feed.Read(request.Exercise);
        if (!read.Ok)
            return read.Refusal;

        var state = read.Value;
        var (viewer, own) = ReaderIn(state, request);
        if (viewer is null || state.FindTeam(request.Team ?? own) is not { } team)
            return NotYours;

        var seen = store.Read(request.Exercise, after: 0).Where(e => Visibility.For(viewer, e, state) is not null);
        var entries = TeamTimeline.Of(state, team, seen);
        var name = string.Concat(team.Name.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-')).Trim('-');
        return request.Format == LogFormat.Csv
            ? new LogFile($"{name}-timeline.csv", LogExport.Csv(entries))
            : new LogFile($"{name}-timeline.md", LogExport.Markdown(state.Title, team.Name, entries));
    }

    (Viewer? Viewer, string? Team) ReaderIn(Exercise state, ExportLog request)
    {
        var caller = request.Caller;
        if (tickets.Open(caller.TicketFor(request.Exercise), request.Exercise) is { } ticket
            && Viewer.Of(ticket, state) is { } participant && (request.Team ?? participant.Team) == participant.Team)
            return (participant, participant.Team);

        if (request.Team is not { } team)
            return (null, null);

        // A facilitator reads what an evaluator of the team does: what lies behind it is in the debrief.
        if (caller.IsFacilitator)
            return (new Viewer.Evaluator("", team), team);

        return passes.OfCaller(caller, request.Exercise) is { } pass && Viewer.Of(pass, state) is { } guest && Watches(guest, team) ? (guest, team) : (null, null);
    }

    static bool Watches(Viewer guest, string team) => guest switch
    {
        Viewer.Observer observer => observer.Team is null || observer.Team == team,
        Viewer.Evaluator evaluator => evaluator.Team is null || evaluator.Team == team,
        _ => false,
    };
}
