using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>What a place takes: keys where keys are expected, values where values are.</summary>
static class Offers
{
    public static IEnumerable<Completion> At(Spot spot, Definitions names, ImmutableArray<SourceText> sources, string path)
    {
        if (Language.Of(spot.Root, spot.Owner) is not { } shape)
        {
            return [];
        }

        var values = new Values(spot, names, sources, path);
        return spot.Caret.Place switch
        {
            CaretPlace.InBraces => Keys(spot, shape, names, spot.Owner),
            CaretPlace.InBrackets => shape.Item is { } item ? Items(spot, item, values) : [],
            CaretPlace.Value => Value(spot, shape, names, values),
            _ => OnLine(spot, shape, names, values),
        };
    }

    static IEnumerable<Completion> OnLine(Spot spot, Shape shape, Definitions names, Values values)
    {
        var isList = spot.Owner.Below.Any(limb => limb.Key is null) || shape is { IsMap: false, Item: not null };
        if (isList && shape.Item is { } item)
        {
            // The place of a whole item: each begins with its dash.
            return item.IsMap
                ? Keys(spot, item, names, null).Select(Dashed)
                : values.Of(item).Select(Dashed);
        }

        var keys = shape.IsMap ? Keys(spot, shape, names, spot.Owner) : [];
        return spot.Owner is { Parent: not null } && !spot.Owner.Below.Any(limb => limb.Key is not null)
            ? [.. keys, .. values.Of(shape)]
            : keys;
    }

    static Completion Dashed(Completion completion) => completion with { Insert = "- " + completion.Insert };

    static IEnumerable<Completion> Items(Spot spot, Shape item, Values values) =>
        [.. values.Of(item), .. item.IsMap ? Braced(spot, item) : []];

    /// <summary>Behind a key: the value itself, or its beginning on the same line.</summary>
    static IEnumerable<Completion> Value(Spot spot, Shape shape, Definitions names, Values values)
    {
        var space = spot.Caret.Column > 0 && spot.Place.Before[..spot.Caret.Column].EndsWith(':') ? " " : "";
        IEnumerable<Completion> found =
        [
            .. values.Of(shape),
            .. shape.IsMap && (shape.Definition is not null || spot.Caret.Nested) ? Braced(spot, shape) : [],
            .. shape.Item is { } item ? values.Of(item).Select(value => value with { Insert = $"[{value.Insert}]", Back = value.Back + 1 }) : [],
        ];

        // A dash may be followed by keys at once.
        var keys = spot.Owner.Key is null && shape.IsMap ? Keys(spot, shape, names, spot.Owner) : [];
        return found.Concat(keys).Select(completion => completion with { Insert = space + completion.Insert });
    }

    /// <summary>The forms of a condition or an effect, begun in braces.</summary>
    static IEnumerable<Completion> Braced(Spot spot, Shape shape) =>
        Forms(shape, []).Select(key => ToCompletion(key.Map, key.Name, "{ " + key.Name + ": " + (Closes(spot) ? " }" : ""), Closes(spot) ? 2 : 0));

    static bool Closes(Spot spot) => !spot.Place.After.TrimStart().StartsWith('}');

    static IEnumerable<Completion> Keys(Spot spot, Shape shape, Definitions names, Limb? owner)
    {
        // A key in which the caret stands is not there yet.
        var isWritten = (Limb limb) => limb.Column != spot.Caret.Column || limb.Line != spot.Place.Line - 1;
        var used = owner?.Below.Where(isWritten).Select(limb => limb.Key).OfType<string>().ToHashSet() ?? [];
        var hasColon = spot.Place.After[(spot.Place.EndOfWord(spot.Place.Before.Length) - spot.Place.Before.Length)..].TrimStart().StartsWith(':');
        foreach (var (map, key) in Forms(shape, used).OrderBy(found => found.Map.Requires(found.Name) ? 0 : 1))
        {
            var (rest, back) = hasColon ? ("", 0) : Opening(spot, map.Of(key)!);
            yield return ToCompletion(map, key, key + rest, back);
        }

        // Where the keys are names from elsewhere, as those of paces are.
        foreach (var each in shape.Meant(used).Select(map => map.EachKey).OfType<Shape>().Where(each => each.NamedByKey != Kind.None))
        {
            foreach (var name in names.Of(each.NamedByKey).Where(name => !used.Contains(name.Id)))
            {
                yield return new Completion(CompletionKind.Name, name.Id, name.Id + (hasColon ? "" : ": "), 0, Words<Kind>.Of(name.Kind), name.Title);
            }
        }
    }

    static IEnumerable<(Shape Map, string Name)> Forms(Shape shape, HashSet<string> used)
    {
        var maps = shape.Meant(used);
        var isOpen = maps.Length > 1 && shape.Definition is not null;
        var common = maps.IsEmpty ? [] : maps.Skip(1).Aggregate(maps[0].OwnKeys, (keys, map) => keys.Intersect(map.OwnKeys)).ToHashSet();
        return maps
            .SelectMany(map => map.OwnKeys.Select((name, index) => (Map: map, Name: name, Index: index)))
            .Where(found => !used.Contains(found.Name) && (!isOpen || found.Index == 0 || common.Contains(found.Name)))
            .DistinctBy(found => found.Name)
            .Select(found => (found.Map, found.Name));
    }

    /// <summary>What comes behind a key: a value, brackets, or a line of its own.</summary>
    static (string Behind, int Back) Opening(Spot spot, Shape value)
    {
        if (value.Definition is not null)
        {
            return (": {  }", 2);
        }

        if (value is { IsScalar: false, Item: { } item })
        {
            return item.IsMap && !spot.Caret.Nested ? ($":\n{new string(' ', spot.Caret.Indent + 2)}- ", 0) : (": []", 1);
        }

        return value is { IsMap: true, IsScalar: false }
            ? spot.Caret.Nested || value.EachKey is { NamedByKey: not Kind.None } ? (": {  }", 2) : ($":\n{new string(' ', spot.Caret.Indent + 2)}", 0)
            : (": ", 0);
    }

    static Completion ToCompletion(Shape map, string key, string insert, int back)
    {
        var value = map.Of(key)!;
        var said = Language.Describe(value);
        return new Completion(CompletionKind.Key, key, insert, back, map.Requires(key) ? $"{said}; required" : said, value.Help ?? "");
    }
}
