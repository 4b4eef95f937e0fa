namespace Tabletop.Engine;

/// <summary>Who watches without playing.</summary>
public enum PassKind
{
    /// <summary>Sees the teams' pages as the teams see them.</summary>
    Observer,

    /// <summary>Sees what observers see, takes observations and rates.</summary>
    Evaluator,

    /// <summary>The projector in the room.</summary>
    Wall,
}

/// <summary>What the wall shows of the teams' points.</summary>
public enum Standing
{
    None,

    /// <summary>In order of points, without names.</summary>
    Anonymous,
    Names,
}

/// <summary>A facilitator's leave to watch.</summary>
/// <param name="Name">Whose it is, or where the wall hangs.</param>
/// <param name="Team">The one team that may be watched; null: all of them.</param>
public sealed record Pass(string Id, PassKind Kind, string Name, string? Team)
{
    public bool Ended { get; init; }
}

public sealed partial record Exercise
{
    /// <summary>Passes of one exercise, those that have ended included.</summary>
    public const int MaxPasses = 200;

    /// <summary>The pass, unless it has ended.</summary>
    public Pass? FindPass(string id) => Passes.FirstOrDefault(pass => pass.Id == id && !pass.Ended);

    Rejection? Give(Command.GivePass give, Action<Event> emit)
    {
        if (Lifecycle == Lifecycle.Closed)
        {
            return new(RejectionCode.NotNow, "The exercise is closed; there is nothing left to watch.");
        }

        if (string.IsNullOrWhiteSpace(give.Name))
        {
            return new(RejectionCode.BadValue, "Say whose pass it is, so that you can end the right one.");
        }

        if (give.Team is not null && FindTeam(give.Team) is null)
        {
            return new(RejectionCode.UnknownTeam, "That team is not in this exercise.");
        }

        if (Passes.Length >= MaxPasses)
        {
            return new(RejectionCode.BadValue, $"An exercise has at most {MaxPasses} passes. One pass serves any number of people.");
        }

        return Do(emit, new Event.PassGiven(give.Pass, give.Kind, give.Name.Trim(), give.Kind == PassKind.Wall ? null : give.Team));
    }

    Rejection? EndPass(Command.EndPass end, Action<Event> emit) =>
        Passes.All(pass => pass.Id != end.Pass) ? new(RejectionCode.BadValue, "There is no such pass.")
        : FindPass(end.Pass) is null ? null
        : Do(emit, new Event.PassEnded(end.Pass));
}
