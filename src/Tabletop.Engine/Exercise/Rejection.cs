using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Tabletop.Engine;

/// <summary>Why a command was refused. The numbers are stable: the hub sends them.</summary>
public enum RejectionCode
{
    /// <summary>Not possible in the exercise's present state (lobby, running, paused, debrief, closed).</summary>
    NotNow = 1001,
    UnknownTeam = 1101,
    UnknownPerson = 1102,
    UnknownRole = 1103,
    UnknownInject = 1104,
    UnknownAction = 1105,
    UnknownTarget = 1106,
    UnknownDecision = 1107,
    UnknownOption = 1108,
    NameTaken = 1201,

    /// <summary>The person already sits in another team.</summary>
    OtherTeam = 1202,
    BadValue = 1301,

    /// <summary>The role may not decide this.</summary>
    NotYourRole = 1401,

    /// <summary>Already decided, by this or another person.</summary>
    AlreadyDone = 1402,

    /// <summary>A precondition of the action doesn't hold.</summary>
    NotYetPossible = 1403,

    /// <summary>The phase's effort is used up.</summary>
    NoCapacity = 1404,

    /// <summary>Its time has gone by.</summary>
    TooLate = 1405,

    /// <summary>The inject is already in the inbox, or was never sent.</summary>
    InjectState = 1406,
}

/// <param name="Says">What was wrong and what to do, one or two sentences for a person.</param>
public sealed record Rejection(RejectionCode Code, Phrase Says)
{
    /// <summary>What it says, in English: for logs, programs and the command line.</summary>
    [JsonIgnore]
    public string Message => Says.ToString();
}

/// <summary>
/// The answer to a command: events to append (none when there was nothing to do), or a refusal. Where a refusal settles
/// something, the events that say so are appended with it.
/// </summary>
public readonly record struct Verdict(ImmutableArray<Event> Events, Rejection? Rejection)
{
    public static implicit operator Verdict(Rejection rejection) => new([], rejection);

    public static Verdict Accept(ImmutableArray<Event> events) => new(events, null);
}
