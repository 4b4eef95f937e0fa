using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises;

namespace Tabletop.Web.Evaluate;

/// <summary>Keeps a file for an observation that is being written.</summary>
public delegate Task<Result<ObservedFile>> FileKeeper(string name, ImmutableArray<byte> bytes);
