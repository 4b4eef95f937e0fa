using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Something that somebody asks of the server. Sent through <see cref="IMediator"/>.</summary>
public abstract record Request(Caller Caller)
{
    /// <summary>Who may send it.</summary>
    internal abstract Access Access { get; }

    /// <summary>What is too long, empty or out of range; null: nothing.</summary>
    internal virtual Phrase? Fault => null;
}

/// <summary>A request that is answered with a <typeparamref name="T"/> or a refusal.</summary>
public abstract record Request<T>(Caller Caller) : Request(Caller), IRequest<Result<T>> where T : notnull;

/// <summary>A request that becomes a command to one exercise.</summary>
public abstract record ExerciseRequest(Caller Caller, string Exercise) : Request<Accepted>(Caller)
{
    /// <summary>Unique; the same id sent again, by the same sender, has no second effect and the same answer.</summary>
    public string CommandId { get; init; } = Ids.New();

    internal override Phrase? Fault => Limits.Id(CommandId, "command id", Limits.CommandId);

    /// <summary>The id as the exercise keeps it: nobody's command can be taken for another person's.</summary>
    internal string IdOf(string person) => $"{person}.{CommandId}";
}

/// <summary>Who may send a request.</summary>
public abstract record Access
{
    Access()
    {
    }

    public sealed record Anyone : Access;

    public sealed record Facilitator : Access;

    /// <summary>Who may facilitate the exercise.</summary>
    public sealed record FacilitatorOf(string Exercise) : Access;

    /// <summary>A person with a seat in the exercise.</summary>
    public sealed record ParticipantOf(string Exercise) : Access;

    /// <summary>A facilitator, or somebody with a pass to the exercise; whether it lets one evaluate is the exercise's to say.</summary>
    public sealed record EvaluatorOf(string Exercise) : Access;

    /// <summary>A facilitator, a person with a seat, or somebody with a pass; what they may read is the handler's to say.</summary>
    public sealed record ReaderOf(string Exercise) : Access;

    /// <summary>A facilitator, or a person of an exercise that runs by itself.</summary>
    public sealed record ClockHolderOf(string Exercise) : Access;
}
