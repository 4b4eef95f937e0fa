namespace Tabletop.Web.Author.Writing;

/// <summary>A file that an author has typed in, and that somebody else has changed since.</summary>
/// <param name="Theirs">What stands on the disk; null: nothing.</param>
/// <param name="Hash">Of what stands there.</param>
/// <param name="At">Null when it isn't known who it was.</param>
public sealed record Conflict(OpenFile File, string? Theirs, string Hash, string Who, DateTimeOffset? At);
