using System.Collections.Immutable;

namespace Tabletop.Scenarios;

/// <summary>Reading that describes: the mapping is any mapping, and what is asked of it is noted in its shape.</summary>
sealed partial class MapReader
{
    readonly Shape? _shape;

    /// <param name="reading">Faults that are reported to it mean nothing.</param>
    /// <param name="shape">Where to note what is asked for.</param>
    /// <param name="what">How messages call it.</param>
    public MapReader(Reading reading, Shape shape, string what)
        : this(reading, new MapNode([], Place.StartOf("")), what, Place.StartOf("")) => _shape = shape;

    /// <summary>True when the reader should ask for everything that there could be.</summary>
    public bool Describes => _shape is not null;

    /// <summary>For the description: one of these keys has to be there, and if so said, only one.</summary>
    public void DescribeChoice(bool exactly, params ImmutableArray<string> keys) => _shape?.OneOf(exactly, keys);

    /// <summary>For the description: a key that means nothing without another one.</summary>
    public void DescribeNeed(string key, string other) => _shape?.Needs(key, other);

    /// <summary>For the description: what is written here, or each item of it, becomes a name of this kind.</summary>
    public void DescribeNames(string key, Kind kind, bool asList = false)
    {
        if (_shape?.Key(key) is { } shape)
        {
            (asList ? shape.Items() : shape).Brings(kind);
        }
    }

    /// <summary>For the description: the word <c>target</c> can stand here as well.</summary>
    public void DescribeTarget(string key) => _shape?.Key(key).MayBeTarget();

    /// <summary>For the description: the keys of this mapping are names of this kind, brought into being elsewhere.</summary>
    public void DescribeKeys(Kind kind) => _shape?.Key(Shape.Each).RefersByKey(kind);

    /// <summary>For the description: any part of a section of parts.</summary>
    MapReader DescribeParts(Kind kind, string word, bool mayBeEmpty)
    {
        _shape!.KeysAreIds(mayBeEmpty, kind == Kind.Objective);
        _shape.Key(Shape.Each).BringsByKey(kind);
        return new MapReader(Reading, _shape.Key(Shape.Each), word) { Target = Target };
    }
}
