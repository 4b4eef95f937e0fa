using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>What becomes of the texts of a scenario in one exercise: its language is chosen, and its own names are filled in.</summary>
sealed partial class Texts(ScenarioSettings settings)
{
    public const string VariablesKey = "variables";
    public const string LanguagesKey = "languages";

    readonly Dictionary<string, VariableSpec> _variables = new(StringComparer.Ordinal);
    readonly HashSet<string> _used = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _missing = new(StringComparer.Ordinal);
    ImmutableArray<(string Id, Place Place)> _languages = [];
    int _seen;

    public IEnumerable<VariableSpec> Variables => _variables.Values;

    public ImmutableArray<string> Languages => [.. _languages.Select(language => language.Id)];

    public IEnumerable<string> Unused => _variables.Keys.Except(_used);

    /// <summary>Languages in which texts are missing: how many, of how many, and where the language is named.</summary>
    public IEnumerable<(string Language, int Missing, int All, Place Place)> Gaps =>
        _languages.Where(language => _missing.ContainsKey(language.Id)).Select(language => (language.Id, _missing[language.Id], _seen, language.Place));

    /// <summary>To be called before any text is read.</summary>
    public void Read(MapReader scenario)
    {
        ReadLanguages(scenario);
        foreach (var part in scenario.OptionalParts(VariablesKey, Kind.None, "variable", Variable))
        {
            _variables.TryAdd(part.Spec.Id, part.Spec);
        }

        foreach (var id in settings.Values.Keys.Where(id => !_variables.ContainsKey(id)))
        {
            scenario.Report(DiagnosticCodes.UnknownVariable, scenario.At(VariablesKey), $"the exercise gives a value for '{MapReader.Short(id)}', and there is no such variable",
                $"{scenario.Ask(id, _variables.Keys)}Open the exercise without it.");
        }
    }

    /// <summary>The text for this exercise's language, where a text is written in several; else the node itself.</summary>
    public Node Choose(MapReader owner, Node node, string key)
    {
        if (_languages.IsEmpty || node is not (MapNode or ScalarNode))
        {
            return node;
        }

        _seen++;
        var map = node as MapNode;
        foreach (var language in _languages.Skip(1).Where(language => map?.Find(language.Id) is null))
        {
            _missing[language.Id] = _missing.GetValueOrDefault(language.Id) + 1;
        }

        return map is null ? node : Among(owner, map, key);
    }

    /// <summary>The text with each <c>{{name}}</c> replaced by its value.</summary>
    public string Fill(MapReader owner, string text, bool isMarkdown, Place place) =>
        text.Contains("{{", StringComparison.Ordinal) ? Slot().Replace(text, slot =>
        {
            var id = slot.Groups[1].Value;
            if (!_variables.TryGetValue(id, out var variable))
            {
                owner.Report(DiagnosticCodes.UnknownVariable, place, $"there is no variable '{MapReader.Short(id)}'",
                    $"{owner.Ask(id, _variables.Keys)}{(_variables.Count == 0 ? "There are none." : $"There are: {string.Join(", ", _variables.Keys.Take(12))}.")}");
                return "";
            }

            _used.Add(id);
            var value = settings.Values.GetValueOrDefault(id, variable.Default);
            return isMarkdown ? MarkdownText.Escape(value, text.AsSpan(0, slot.Index)) : value;
        }) : text;

    void ReadLanguages(MapReader scenario)
    {
        var languages = ImmutableArray.CreateBuilder<(string, Place)>();
        foreach (var node in scenario.OptionalList(LanguagesKey))
        {
            if (scenario.ToText(node, LanguagesKey) is not { } id)
            {
                continue;
            }

            if (!Language().IsMatch(id))
            {
                scenario.Report(DiagnosticCodes.BadId, node.Place, $"'{MapReader.Short(id)}' cannot be a language", "Write its code: en, de, pt-BR.");
            }

            languages.Add((id, node.Place));
        }

        _languages = languages.ToImmutable();
        if (settings.Language is { } wanted && !Languages.Contains(wanted))
        {
            scenario.Report(DiagnosticCodes.UnknownLanguage, scenario.At(LanguagesKey), $"the exercise is to be in '{MapReader.Short(wanted)}', and the scenario is not",
                Languages.IsEmpty ? "It names no 'languages'." : $"It is in: {string.Join(", ", Languages)}.");
        }
    }

    VariableSpec Variable(MapReader part)
    {
        var (title, value) = (part.Text("title"), part.Text("default"));
        CheckValue(value, part.At("default"));
        if (settings.Values.TryGetValue(part.Id, out var own))
        {
            CheckValue(own, part.Place);
        }

        return new VariableSpec(part.Id, title, value);

        void CheckValue(string checkedValue, Place place)
        {
            if (checkedValue.Length > 0 && ScenarioSettings.Refuse(checkedValue) is { } reason)
            {
                part.Report(DiagnosticCodes.BadValue, place, $"the value of {part.What} cannot be filled in", reason.ToString());
            }
        }
    }

    Node Among(MapReader owner, MapNode map, string key)
    {
        foreach (var entry in map.Entries.Where(entry => !Languages.Contains(entry.Key.Value)))
        {
            owner.Report(DiagnosticCodes.UnknownLanguage, entry.Key.Place, $"'{key}' of {owner.What} is in '{MapReader.Short(entry.Key.Value)}', and the scenario is not",
                $"Its languages are: {string.Join(", ", Languages)}. A text that begins with a brace needs quotes.");
        }

        if (map.Find(Languages[0]) is not { } fallback)
        {
            owner.Report(DiagnosticCodes.MissingKey, map.Place, $"'{key}' of {owner.What} has no text in '{Languages[0]}', which the others fall back to", $"Add '{Languages[0]}: …'.");
            return new BrokenNode(map.Place);
        }

        return (settings.Language is { } language ? map.Find(language) : null)?.Value ?? fallback.Value;
    }

    [GeneratedRegex(@"\{\{\s*([^{}]*?)\s*\}\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Z]{2})?\z")]
    private static partial Regex Language();
}
