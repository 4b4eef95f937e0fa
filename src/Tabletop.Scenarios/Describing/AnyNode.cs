namespace Tabletop.Scenarios;

/// <summary>
/// Stands for whatever may be written at a place. A reader that is given one notes in its shape what it would have read
/// there, and goes on as if nothing had been written.
/// </summary>
sealed record AnyNode(Shape Shape) : Node(Place.StartOf(""));
