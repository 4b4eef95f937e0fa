using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Tabletop.Engine;

/// <summary>Something in a scenario that other parts name by its id.</summary>
public interface ISpec
{
    /// <summary>The key; lower-case words joined by hyphens, unique among its kind.</summary>
    string Id { get; }
}

/// <summary>The parts of one kind in a scenario, in the file's order, found by id.</summary>
public sealed class Catalog<T> : IReadOnlyList<T> where T : class, ISpec
{
    public static readonly Catalog<T> Empty = new([]);

    readonly T[] _items;
    readonly FrozenDictionary<string, T> _byId;

    /// <exception cref="ArgumentException">Two items have the same id.</exception>
    public Catalog(IEnumerable<T> items)
    {
        _items = [.. items];
        _byId = _items.ToFrozenDictionary(item => item.Id, StringComparer.Ordinal);
    }

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    /// <exception cref="KeyNotFoundException">The scenario has no such part.</exception>
    public T this[string id] => _byId.TryGetValue(id, out var item)
        ? item
        : throw new KeyNotFoundException($"The scenario has no {typeof(T).Name} '{id}'.");

    public bool Contains(string? id) => id is not null && _byId.ContainsKey(id);

    public bool TryGet(string? id, [NotNullWhen(true)] out T? item)
    {
        item = null;
        return id is not null && _byId.TryGetValue(id, out item);
    }

    public int IndexOf(string id) => Array.FindIndex(_items, item => item.Id == id);

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}
