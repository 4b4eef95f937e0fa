using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>What a facilitator wrote down for facilitators only.</summary>
/// <param name="About">Id of the team that it is about, or null.</param>
/// <param name="Time">Scenario time.</param>
/// <param name="At">Server time.</param>
public sealed record Remark(string Id, string Text, string? About, DateTimeOffset Time, DateTimeOffset At);

public sealed partial record Exercise
{
    /// <summary>Remarks in one exercise.</summary>
    public const int MaxRemarks = 2_000;

    /// <summary>For facilitators only, in order of being made, without those that were removed.</summary>
    public ImmutableArray<Remark> Remarks { get; init; } = [];

    Rejection? Make(Command.MakeRemark make, Action<Event> emit) =>
        Lifecycle == Lifecycle.Closed ? new(RejectionCode.NotNow, "The exercise is closed; nothing can be added to it.")
        : make.About is not null && FindTeam(make.About) is null ? new(RejectionCode.UnknownTeam, "That team is not in this exercise.")
        : string.IsNullOrWhiteSpace(make.Text) ? new(RejectionCode.BadValue, "Write the note first.")
        : Remarks.Length >= MaxRemarks ? new(RejectionCode.BadValue, $"An exercise keeps at most {MaxRemarks} private notes.")
        : Do(emit, new Event.RemarkMade(make.Remark, make.Text.Trim(), make.About));

    Rejection? Remove(Command.RemoveRemark remove, Action<Event> emit) =>
        Remarks.All(remark => remark.Id != remove.Remark)
            ? new(RejectionCode.BadValue, "There is no such note.")
            : Do(emit, new Event.RemarkRemoved(remove.Remark));

    Exercise Remarked(Event.RemarkMade taken) => this with { Remarks = Remarks.Add(new(taken.Remark, taken.Text, taken.About, taken.Time, taken.At)) };

    Exercise Remarked(Event.RemarkRemoved removed) => this with { Remarks = Remarks.RemoveAll(remark => remark.Id == removed.Remark) };
}
