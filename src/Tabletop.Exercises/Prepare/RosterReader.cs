using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Exercises;

/// <summary>A list of people as it was pasted, line by line, with what is wrong in it.</summary>
/// <param name="Faults">What is wrong with the list as a whole.</param>
/// <param name="NewTeams">Names of the teams that have to be added for it.</param>
/// <param name="Ignored">Names of the columns that are not kept.</param>
public sealed record RosterCheck(ImmutableArray<RosterLine> Lines, ImmutableArray<Phrase> Faults, ImmutableArray<string> NewTeams, ImmutableArray<string> Ignored)
{
    public bool Ok => Faults.IsEmpty && Lines.Length > 0 && FaultyLines == 0;

    public int FaultyLines => Lines.Count(line => line.Fault is not null);
}

/// <param name="Number">Of the line on which it begins, from 1.</param>
/// <param name="Role">Title where the scenario has it, else as it was written.</param>
/// <param name="Fault">What is wrong and how to mend it, or null.</param>
public sealed record RosterLine(int Number, string Name, string Team, string Role, Phrase? Fault)
{
    /// <summary>Empty when there is no such role.</summary>
    public string RoleId { get; init; } = "";
}

/// <summary>Reads rosters: comma, semicolon or tab between the columns name, team and role, which the first line names in any order.</summary>
static class RosterReader
{
    public const int MostLines = 1_000;
    public const int MostCharacters = 300_000;

    static readonly string[] Needed = ["name", "team", "role"];

    // As a spreadsheet in the scenarios' other language names it.
    static readonly Dictionary<string, string> OtherWords = new(StringComparer.OrdinalIgnoreCase) { ["rolle"] = "role" };

    public static RosterCheck Read(string text, Exercise exercise)
    {
        text = text.TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(text))
            return Broken("The list is empty. Paste one, or choose a file.");
        if (text.Length > MostCharacters)
            return Broken($"The list has more than {MostCharacters} characters. It should hold names, teams and roles only.");

        var records = Records(text);
        if (records.FirstOrDefault() is not { Bad: false } first)
            return Broken("The quotation marks of the first line do not match.");

        var header = first.Fields.Select(field => OtherWords.GetValueOrDefault(field, field)).ToList();
        if (Needed.Where(name => header.Count(field => Same(field, name)) != 1).ToList() is { Count: > 0 } wrong)
            return Broken(wrong.Count == 1
                ? (Phrase)$"The first line must name the columns, as “name,team,role”; {wrong[0]} is not there once. It says: {Cut(string.Join(", ", first.Fields))}"
                : (Phrase)$"The first line must name the columns, as “name,team,role”; {Phrase.All(wrong)} are not there once. It says: {Cut(string.Join(", ", first.Fields))}");

        var (name, team, role) = (header.FindIndex(field => Same(field, "name")), header.FindIndex(field => Same(field, "team")), header.FindIndex(field => Same(field, "role")));
        var reading = new Reading(exercise, header.Count);
        foreach (var record in records.Skip(1).Take(MostLines))
            reading.Add(record, name, team, role);

        return new(
            reading.Lines,
            [.. reading.FaultsOfAll(), .. records.Count - 1 > MostLines ? [$"The list has {records.Count - 1} lines; {MostLines} are the most. Those after are not shown."] : Array.Empty<Phrase>()],
            reading.NewTeams,
            [.. first.Fields.Where((field, index) => index != name && index != team && index != role && field.Length > 0)]);
    }

    static RosterCheck Broken(Phrase fault) => new([], [fault], [], []);

    static List<Record> Records(string text)
    {
        var bad = false;
        var records = new List<Record>();
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(text),
            TrimOptions = TrimOptions.Trim,

            // Skipped here: so a line keeps its number.
            IgnoreBlankLines = false,
            BadDataFound = _ => bad = true,
        });
        for (var begins = 1; parser.Read(); begins = parser.RawRow + 1)
        {
            ImmutableArray<string> fields = [.. parser.Record!.Select(Limits.OneLine)];
            if (bad || fields.Any(field => field.Length > 0))
                records.Add(new(begins, fields, bad));
            bad = false;
        }

        return records;
    }

    static string DelimiterOf(string text)
    {
        var first = text.AsSpan().TrimStart();
        first = first.IndexOfAny('\r', '\n') is >= 0 and var end ? first[..end] : first;
        var (commas, semicolons, tabs) = (first.Count(','), first.Count(';'), first.Count('\t'));
        return tabs > Math.Max(commas, semicolons) ? "\t" : semicolons > commas ? ";" : ",";
    }

    static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    static string Cut(string text) => text.Length > 80 ? text[..80] + "…" : text;

    sealed record Record(int Number, ImmutableArray<string> Fields, bool Bad);

    sealed class Reading(Exercise exercise, int columns)
    {
        readonly ImmutableArray<RosterLine>.Builder lines = ImmutableArray.CreateBuilder<RosterLine>();
        readonly Dictionary<string, RosterLine> byName = new(StringComparer.OrdinalIgnoreCase);
        readonly Dictionary<string, int> sizes = new(StringComparer.OrdinalIgnoreCase);
        readonly List<string> newTeams = [];

        public ImmutableArray<RosterLine> Lines => lines.ToImmutable();

        public ImmutableArray<string> NewTeams => [.. newTeams];

        public IEnumerable<Phrase> FaultsOfAll()
        {
            if (lines.Count == 0)
                yield return "There is nobody below the first line.";
            if (lines.Count > Exercise.MaxPeople)
                yield return $"The list has {lines.Count} people; an exercise seats {Exercise.MaxPeople}.";
            if (newTeams.Count + exercise.Teams.Length > Exercise.MaxTeams)
                yield return $"With this list the exercise would have {newTeams.Count + exercise.Teams.Length} teams; {Exercise.MaxTeams} are the most.";
        }

        public void Add(Record record, int name, int team, int role)
        {
            string At(int column) => record.Fields.ElementAtOrDefault(column) ?? "";

            var known = RoleOf(At(role));
            var line = new RosterLine(record.Number, At(name), TeamOf(At(team)), known?.Title ?? At(role), null) { RoleId = known?.Id ?? "" };
            var fault = record.Bad ? (Phrase)"The quotation marks do not match: one is not closed, or stands inside a field. Write two for one that belongs to the text."
                : record.Fields.Length > columns ? (Phrase)$"The line has {record.Fields.Length} fields, the first line {columns}. Put a field with a separator in it in quotation marks."
                : FaultOf(line, At(role));
            lines.Add(line with { Fault = fault });
            byName.TryAdd(line.Name, line);
            sizes[line.Team] = sizes.GetValueOrDefault(line.Team) + 1;
            if (fault is null && !exercise.Teams.Any(there => Same(there.Name, line.Team)) && !newTeams.Contains(line.Team, StringComparer.OrdinalIgnoreCase))
                newTeams.Add(line.Team);
        }

        RoleSpec? RoleOf(string written) => exercise.Scenario.Roles.FirstOrDefault(role => Same(role.Id, written) || Same(role.Title, written));

        // The way it is written first is the team's name.
        string TeamOf(string written) =>
            exercise.Teams.FirstOrDefault(team => Same(team.Name, written))?.Name ?? newTeams.FirstOrDefault(team => Same(team, written)) ?? written;

        Phrase? FaultOf(RosterLine line, string role)
        {
            if (Limits.Between(line.Name, 1, Limits.Name, "a name") is { } name)
                return name;
            if (Limits.Between(line.Team, 1, Limits.Name, "a team") is { } team)
                return team;
            if (role.Length == 0)
                return "Give a role.";
            if (line.RoleId.Length == 0)
            {
                var roles = exercise.Scenario.Roles.Select(known => known.Title).ToList();
                var nearest = Nearest.To(role, roles) ?? (Nearest.To(role, [.. exercise.Scenario.Roles.Select(known => known.Id)]) is { } id ? exercise.Scenario.Roles[id].Title : null);
                return nearest is null ? (Phrase)$"There is no role “{Cut(role)}”. The roles: {string.Join(", ", roles)}." : (Phrase)$"There is no role “{Cut(role)}”. Did you mean “{nearest}”?";
            }

            if (byName.TryGetValue(line.Name, out var other))
                return Same(other.Team, line.Team)
                    ? (Phrase)$"The same name as in line {other.Number}. Nobody sits twice; add an initial if they are two."
                    : (Phrase)$"The same name as in line {other.Number}, in team {other.Team}. Nobody sits twice; add an initial if they are two.";
            if (sizes.GetValueOrDefault(line.Team) + SeatedBeside(line) >= Exercise.MaxInTeam)
                return $"{line.Team} is full: a team seats {Exercise.MaxInTeam}.";
            if (exercise.Lifecycle == Lifecycle.Lobby || exercise.Teams.Any(there => Same(there.Name, line.Team)))
                return null;
            return Nearest.To(line.Team, [.. exercise.Teams.Select(there => there.Name)]) is { } near
                ? (Phrase)$"There is no team {line.Team}, and none can be added after the start. Did you mean “{near}”?"
                : (Phrase)$"There is no team {line.Team}, and none can be added after the start.";
        }

        /// <summary>People of the line's team who came by the code and are none of those in the list so far.</summary>
        int SeatedBeside(RosterLine line) => exercise.Teams.FirstOrDefault(team => Same(team.Name, line.Team)) is { } there
            ? exercise.People.Values.Count(person => person.Team == there.Id && person.Roster is null && !byName.ContainsKey(person.Name) && !Same(person.Name, line.Name))
            : 0;
    }
}
