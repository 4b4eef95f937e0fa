namespace Tabletop.Engine;

/// <summary>A change of one team's world. A subject of null means the target of the action that causes it.</summary>
public abstract record Effect
{
    private protected Effect() { }

    /// <summary>The effect takes place only when this holds at that moment; null: always.</summary>
    public Condition? If { get; init; }

    /// <summary>Ends a credential, one or all with a tag. A credential already dead stays as it is.</summary>
    public sealed record EndCredential(string? Credential, string? Tag, CredentialEnd As) : Effect;

    public sealed record MarkSystem(string? System, string Mark, bool On) : Effect;

    public sealed record PlantFoothold(string Foothold) : Effect;

    public sealed record RemoveFoothold(string? Foothold) : Effect;

    public sealed record SetFlag(string Flag, bool On) : Effect;

    public sealed record Count(string Counter, int By) : Effect;

    /// <summary>Lets the team know whether a leaked secret still works, for one credential or all with a tag.</summary>
    public sealed record RevealCredential(string? Credential, string? Tag) : Effect;

    /// <summary>Lets the team see a foothold that is planted; nothing happens when it is not.</summary>
    public sealed record RevealFoothold(string Foothold) : Effect;
}

public enum CredentialEnd
{
    Rotated,
    Disabled,
    Revoked,
}
