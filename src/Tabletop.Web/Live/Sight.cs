using Tabletop.Engine;
using Tabletop.Exercises;

namespace Tabletop.Web;

/// <summary>What a view is made of.</summary>
/// <param name="Exercise">All of it: the view leaves out what the viewer must not see.</param>
/// <param name="Events">All that the viewer may see, from the beginning. Only valid while the view is made: copy what you keep.</param>
/// <param name="Present">Ids of the persons connected now, as far as the viewer may know of them.</param>
public sealed record Sight(Viewer Viewer, Exercise Exercise, IReadOnlyList<Event> Events, IReadOnlySet<string> Present)
{
    /// <summary>All that happened: as with <see cref="Exercise"/>, the view leaves out what the viewer must not see.</summary>
    public required IReadOnlyList<Event> Log { get; init; }
}
