using Tabletop.Engine;

namespace Tabletop.Web;

/// <summary>
/// Carries what a page asks for to the exercise. The page leaves the person and the command's id empty: who is asking
/// is known from the circuit.
/// </summary>
/// <returns>Null when it was accepted, else what was wrong, for a person.</returns>
public delegate Task<Phrase?> Sender(Command command);
