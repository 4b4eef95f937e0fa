using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>What a team makes of a leaked credential that it has not ended. It changes nothing in the world.</summary>
public enum Judgement
{
    /// <summary>Somebody may be using it.</summary>
    Suspected,

    /// <summary>The team knows, and leaves it as it is.</summary>
    AcceptedRisk,
}

/// <param name="Name">Of who said so.</param>
/// <param name="Time">Scenario time.</param>
public sealed record CredentialJudgement(Judgement As, string Name, string Reason, DateTimeOffset Time);

public sealed partial record Team
{
    /// <summary>By credential.</summary>
    public ImmutableSortedDictionary<string, CredentialJudgement> Judged { get; init; } = Exercise.EmptyMap<CredentialJudgement>();

    internal Team Judge(Event.CredentialJudged judged) => this with
    {
        Judged = judged.As is { } judgement
            ? Judged.SetItem(judged.Credential, new(judgement, judged.Name, judged.Reason, judged.Time))
            : Judged.Remove(judged.Credential),
    };
}

public sealed partial record Exercise
{
    Rejection? Judge(Command.JudgeCredential judge, Action<Event> emit)
    {
        if (!People.TryGetValue(judge.Person, out var person))
        {
            return NotSeated;
        }

        if (NotLive("judge credentials in") is { } refusal)
        {
            return refusal;
        }

        if (!Scenario.Credentials.Contains(judge.Credential))
        {
            return new(RejectionCode.UnknownTarget, $"There is no credential '{judge.Credential}' on the board.");
        }

        if (judge.As == Judgement.AcceptedRisk && string.IsNullOrWhiteSpace(judge.Reason))
        {
            return new(RejectionCode.BadValue, "Say why your team lives with the risk: somebody will ask.");
        }

        var before = FindTeam(person.Team)!.Judged.GetValueOrDefault(judge.Credential);
        return before?.As == judge.As && (before?.Reason ?? "") == judge.Reason.Trim()
            ? null
            : Do(emit, new Event.CredentialJudged(person.Team, person.Id, person.Name, judge.Credential, judge.As, judge.As is null ? "" : judge.Reason.Trim()));
    }
}
