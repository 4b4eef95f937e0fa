using System.Text.Json.Serialization;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Why a request was not carried out.</summary>
/// <param name="Code">A <see cref="RejectionCode"/> of the engine (1000 and up) or a <see cref="RefusalCode"/> (2000 and up).</param>
/// <param name="Says">What was wrong and what to do, one or two sentences for a person.</param>
[method: JsonConstructor]
public sealed record Refusal(int Code, Phrase Says)
{
    public Refusal(RefusalCode code, Phrase says) : this((int)code, says)
    {
    }

    /// <summary>What it says, in English: for programs and logs.</summary>
    [JsonIgnore]
    public string Message => Says.ToString();

    public bool Is(RefusalCode code) => Code == (int)code;

    public static implicit operator Refusal(Rejection rejection) => new((int)rejection.Code, rejection.Says);
}

/// <summary>Refusals of the server itself. The numbers are stable: the hub sends them.</summary>
public enum RefusalCode
{
    /// <summary>Only a facilitator may, and the caller isn't signed in as one.</summary>
    NotSignedIn = 2001,

    /// <summary>The caller has no valid ticket for this exercise.</summary>
    NoTicket = 2002,

    /// <summary>The caller takes part, but this isn't for participants.</summary>
    NotYours = 2003,

    /// <summary>The sign-in link was used before, or never was one.</summary>
    UsedLink = 2004,

    /// <summary>The form was drawn for another visit.</summary>
    StaleForm = 2005,

    /// <summary>The caller has no pass to watch this, or it was ended.</summary>
    NoPass = 2006,

    /// <summary>The seat was taken along to another device.</summary>
    Moved = 2007,

    /// <summary>A link to a seat that was replaced by another, or never was one.</summary>
    EndedLink = 2008,

    UnknownCode = 2101,
    UnknownExercise = 2102,
    UnknownScenario = 2103,

    /// <summary>The scenario has errors: there is nothing to play until they are mended.</summary>
    BrokenScenario = 2104,

    /// <summary>There is one of this id or name already.</summary>
    Taken = 2105,

    /// <summary>Something in the request is too long, empty or out of range.</summary>
    BadValue = 2201,

    /// <summary>Too many wrong codes, or too many solo exercises, from one address.</summary>
    TooManyTries = 2301,

    /// <summary>The server can't answer at the moment; the same request may be sent again.</summary>
    Unavailable = 2401,

    /// <summary>A hub connection has to join before it can do this.</summary>
    NotJoined = 2501,
}
