using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>What conditions and playthroughs say of an answer. Which of it the question allows is checked when all is read.</summary>
static class AnswerReader
{
    /// <summary>Each of these asks for itself.</summary>
    static readonly ImmutableArray<string> Ways = ["with", "includes", "ranked", "planned", "at-least", "at-most"];

    public static Condition Condition(MapReader map)
    {
        var inject = map.Name(Kind.Inject, "answered");
        if (inject.Length > 0)
        {
            map.Reading.Names.Add(new Use(Kind.Question, inject, map.At("answered")));
        }

        var (with, includes, ranked, planned) = (Name("with"), Name("includes"), Name("ranked"), Name("planned"));
        var (treatment, above) = (Name("as"), Name("above"));
        var first = map.NullableWhole("among-first", 1);
        var (least, most) = (map.NullableNumber("at-least", -MapReader.LargestNumber), map.NullableNumber("at-most", -MapReader.LargestNumber));
        if (!map.Describes && HasOneForm(map))
        {
            AddUses();
        }

        return
            includes is not null ? new Condition.Included(inject, includes)
            : ranked is not null ? new Condition.Ranked(inject, ranked, first, above)
            : planned is not null ? new Condition.Planned(inject, planned, treatment, first, above)
            : least is not null || most is not null ? new Condition.NumberIs(inject, least, most)
            : new Condition.Answered(inject, with);

        string? Name(string key) => map.OptionalName(Kind.None, key);

        void AddUses()
        {
            foreach (var (key, name) in new[] { ("with", with), ("includes", includes), ("ranked", ranked), ("planned", planned), ("as", treatment), ("above", above) })
            {
                if (name is not null)
                {
                    map.Reading.Names.Add(new AnswerUse(inject, key, name, map.At(key)));
                }
            }

            foreach (var key in new[] { "among-first", "at-least", "at-most" }.Where(map.Has))
            {
                map.Reading.Names.Add(new AnswerUse(inject, key, null, map.AtKey(key)));
            }
        }
    }

    static bool HasOneForm(MapReader map)
    {
        var ways = Ways.Where(map.Has).ToList();
        if (ways.Count > 1 && ways is not ["at-least", "at-most"])
        {
            map.Report(DiagnosticCodes.OneAnswer, map.AtKey(ways[1]), $"this condition says {ways.Count} things of one answer: {string.Join(", ", ways)}",
                "Write each as a condition of its own and join them: all: [{ … }, { … }].");
            return false;
        }

        var places = map.Has("ranked") || map.Has("planned");
        return Fits(map, "as", map.Has("planned"), "planned") && Fits(map, "among-first", places, "ranked' or 'planned") && Fits(map, "above", places, "ranked' or 'planned");
    }

    static bool Fits(MapReader map, string key, bool fits, string other)
    {
        if (!map.Has(key) || fits)
        {
            return true;
        }

        map.Report(DiagnosticCodes.OneAnswer, map.AtKey(key), $"this condition has '{key}' without '{other}'", $"'{key}' says more of '{other}': add that, or take it out.");
        return false;
    }

    /// <summary>The answer of a playthrough's step, as <see cref="Reply"/> writes it: one value, or a list of ids or of treatments with a credential each.</summary>
    public static string? Reply(MapReader map)
    {
        switch (map.Need("with"))
        {
            case ListNode list:
                return string.Join(',', list.Items.Select(node => Item(map, node)).OfType<string>());
            case { } node:
                return map.ToText(node, "with");
            default:
                return null;
        }
    }

    /// <summary>For the description: every form that an answer can have.</summary>
    public static void Describe(MapReader map)
    {
        if (map.Find("with") is not AnyNode any)
        {
            return;
        }

        any.Shape.Text();
        var item = any.Shape.Items();
        item.Text();
        item.KeysAreIds(mayBeEmpty: false, ofObjectives: false);
        item.Key(Shape.Each).Text();
    }

    static string? Item(MapReader map, Node node) => node is MapNode { Entries: [{ Key.Value: var treatment, Value: ScalarNode credential }] }
        ? $"{treatment}:{credential.Value}"
        : map.ToText(node, "with");
}
