using System.Collections.Immutable;
using System.Globalization;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary>A cell that somebody changed, and what has to be done to scenario.yaml for it.</summary>
/// <param name="Place">Sheet and cell: <c>MSEL!H5</c>.</param>
/// <param name="Inject">Its id.</param>
/// <param name="Column">What of it.</param>
/// <param name="Before">As scenario.yaml has it.</param>
/// <param name="After">As an export would write it afterwards.</param>
/// <param name="Write">Changes the text.</param>
sealed record MselChange(string Place, string Inject, MselColumn Column, string Before, string After, Action<YamlEditor> Write)
{
    public override string ToString() => $"{Place}: {Inject}, {MselHeading.Of(Column).Heading}: {Short(Before)} -> {Short(After)}";

    internal static string Short(string text)
    {
        var line = text.Replace("\n", " / ", StringComparison.Ordinal);
        return line.Length == 0 ? "(nothing)" : line.Length <= 60 ? line : line[..57] + "...";
    }
}

/// <summary>Finds out what a workbook changes, and everything in it that cannot be taken over.</summary>
sealed class MselComparison
{
    readonly Scenario _scenario;
    readonly List<MselChange> _changes = [];
    readonly List<string> _faults = [];

    MselComparison(Scenario scenario) => _scenario = scenario;

    /// <summary>The changes in the order of the sheet; none of them counts when there is a fault.</summary>
    internal static (IReadOnlyList<MselChange> Changes, IReadOnlyList<string> Faults) Of(Scenario scenario, MselBook book)
    {
        var comparison = new MselComparison(scenario);
        comparison.Compare(book);
        return (comparison._changes, comparison._faults);
    }

    void Compare(MselBook book)
    {
        var current = MselRow.Of(_scenario).ToDictionary(row => row.Inject, StringComparer.Ordinal);
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in book.Rows)
        {
            var id = row.Inject.Text;
            if (!current.TryGetValue(id, out var now))
            {
                _faults.Add($"{row.Inject.Place}: there is no inject '{id}'. New injects are written in scenario.yaml, and ids are changed there.");
            }
            else if (!seen.TryAdd(id, row.Inject.Place))
            {
                _faults.Add($"{row.Inject.Place}: '{id}' stands in {seen[id]} already.");
            }
            else
            {
                Compare(row, now, book.Exported?.GetValueOrDefault(id));
            }
        }

        foreach (var id in current.Keys.Where(id => !seen.ContainsKey(id) && (book.Exported is null || book.Exported.ContainsKey(id))))
        {
            _faults.Add($"{MselWriter.Sheet}: the inject '{id}' has no row. It can only be taken out in scenario.yaml.");
        }
    }

    void Compare(MselSheetRow row, MselRow now, ImmutableDictionary<MselColumn, string>? exported)
    {
        foreach (var heading in MselHeading.All.Where(heading => row.Cells.ContainsKey(heading.Column)))
        {
            var cell = row.Cells[heading.Column];
            var current = now[heading.Column];
            var before = exported?.GetValueOrDefault(heading.Column) ?? current;
            if (cell.Fault is { } fault)
            {
                _faults.Add($"{cell.Place}: {fault}.");
            }
            else if (cell.Text == before || cell.Text == current)
            {
                // Not touched, or touched in the same way in both places.
            }
            else if (heading.FollowsFrom is { } why)
            {
                _faults.Add($"{cell.Place}: '{heading.Heading}' cannot be changed here: {why}.");
            }
            else
            {
                Take(cell, _scenario.Injects[now.Inject], heading, before, current);
            }
        }
    }

    void Take(MselCell cell, InjectSpec inject, MselHeading heading, string exported, string current)
    {
        var (after, write) = heading.Column switch
        {
            MselColumn.ScenarioTime => Time(cell, inject),
            MselColumn.From => Text(cell, heading, inject, "from"),
            MselColumn.Title => Text(cell, heading, inject, "title"),
            MselColumn.Message => Text(cell, heading, inject, "body"),
            MselColumn.Method => Method(cell, inject),
            MselColumn.To => To(cell, inject),
            MselColumn.ExpectedAction => Expects(cell, inject),
            _ => Objectives(cell, inject),
        };
        if (write is null || after == current)
        {
            return;
        }

        if (inject.Source.File != ScenarioOnDisk.FileName)
        {
            _faults.Add($"{cell.Place}: '{inject.Id}' is written in {inject.Source.File}, and only {ScenarioOnDisk.FileName} is changed from here: change it there.");
        }
        else if (exported == current)
        {
            _changes.Add(new(cell.Place, inject.Id, heading.Column, current, after, write));
        }
        else
        {
            _faults.Add($"{cell.Place}: '{heading.Heading}' of '{inject.Id}' was changed in scenario.yaml as well since the export. There it says: {MselChange.Short(current)}");
        }
    }

    (string, Action<YamlEditor>?) Refuse(MselCell cell, string why)
    {
        _faults.Add($"{cell.Place}: {why}");
        return ("", null);
    }

    (string, Action<YamlEditor>?) Text(MselCell cell, MselHeading heading, InjectSpec inject, string key) => cell.Text.Trim().Length == 0
        ? Refuse(cell, $"'{heading.Heading}' of '{inject.Id}' is empty.")
        : (cell.Text, editor => editor.SetText(["injects", inject.Id], key, cell.Text, "title"));

    (string, Action<YamlEditor>?) Time(MselCell cell, InjectSpec inject)
    {
        if (inject.Trigger is not Trigger.AtTime)
        {
            return Refuse(cell, $"'{inject.Id}' has no time of its own: its trigger is written in scenario.yaml.");
        }

        string[] forms = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm"];
        return DateTimeOffset.TryParseExact(cell.Text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? (MselRow.Stamp(time), editor => editor.SetText(["injects", inject.Id], "at", MselRow.Stamp(time), "title"))
            : Refuse(cell, $"'{MselChange.Short(cell.Text)}' is no time. Write date and time in UTC: 2023-11-14 09:22:49.");
    }

    (string, Action<YamlEditor>?) Method(MselCell cell, InjectSpec inject)
    {
        var words = Enum.GetValues<Channel>().Select(MselRow.Word).ToList();
        var word = cell.Text.Trim().ToLowerInvariant();
        return words.Contains(word)
            ? (word, editor => editor.SetText(["injects", inject.Id], "channel", word, "title"))
            : Refuse(cell, $"there is no method '{MselChange.Short(cell.Text)}'. It may be: {string.Join(", ", words)}.");
    }

    (string, Action<YamlEditor>?) To(MselCell cell, InjectSpec inject)
    {
        var roles = cell.Text == MselRow.Everyone ? [] : Parts(cell.Text, ',')
            .Select(part => _scenario.Roles.FirstOrDefault(role => role.Id == part || string.Equals(role.Title, part, StringComparison.OrdinalIgnoreCase))?.Id ?? "?" + part)
            .Distinct()
            .ToImmutableArray();
        return roles.FirstOrDefault(role => role[0] == '?') is { } unknown
            ? Refuse(cell, $"there is no role '{MselChange.Short(unknown[1..])}'. There are: {string.Join(", ", _scenario.Roles.Select(role => role.Id))}; {MselRow.Everyone} stands for the whole team.")
            : (roles.IsEmpty ? MselRow.Everyone : string.Join(", ", roles), editor => editor.SetList(["injects", inject.Id], "to", roles, "from", inBrackets: true));
    }

    (string, Action<YamlEditor>?) Objectives(MselCell cell, InjectSpec inject)
    {
        var ids = Parts(cell.Text, ',').Distinct().ToImmutableArray();
        return ids.FirstOrDefault(id => !_scenario.Objectives.Contains(id)) is { } unknown
            ? Refuse(cell, $"there is no objective '{MselChange.Short(unknown)}'. There are: {string.Join(", ", _scenario.Objectives.Select(objective => objective.Id))}.")
            : (string.Join(", ", ids), editor => editor.SetList(["injects", inject.Id], "objectives", ids, inject.Expects.IsEmpty ? "body" : "expects", inBrackets: true));
    }

    static (string, Action<YamlEditor>?) Expects(MselCell cell, InjectSpec inject)
    {
        ImmutableArray<string> lines = [.. Parts(cell.Text, '\n')];
        return (string.Join('\n', lines), editor => editor.SetList(["injects", inject.Id], "expects", lines, "body", inBrackets: false));
    }

    static string[] Parts(string text, char between) => text.Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
