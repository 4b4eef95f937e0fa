using System.Diagnostics.CodeAnalysis;

namespace Tabletop.Exercises;

/// <summary>The answer to a request: a value, or why there is none.</summary>
public sealed record Result<T> : IResult<Result<T>> where T : notnull
{
    Result(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    public T? Value { get; }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Ok => Refusal is null;

    static Result<T> IResult<Result<T>>.Refuse(Refusal refusal) => refusal;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>Lets behaviours refuse a request without knowing the type of its value.</summary>
public interface IResult<TSelf> where TSelf : IResult<TSelf>
{
    Refusal? Refusal { get; }

    internal static abstract TSelf Refuse(Refusal refusal);
}

/// <summary>A command was carried out, now or when it was sent before with the same id.</summary>
/// <param name="Version">Version of the exercise that it led to.</param>
public sealed record Accepted(long Version);
