using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Tabletop.Exercises;

/// <summary>The roster with everybody's link, to mail from: RFC 4180, with a header. A spreadsheet takes no cell of it for a formula.</summary>
public static class RosterFile
{
    /// <param name="linkOf">The address that a key makes.</param>
    public static string Write(RosterList roster, Func<string, string> linkOf)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape, InjectionEscapeCharacter = '\'' }))
        {
            Row(csv, "name", "team", "role", "link");
            foreach (var (row, key, _) in roster.Seats)
                Row(csv, row.Name, row.Team, row.Role, linkOf(key));
        }

        return text.ToString();
    }

    static void Row(CsvWriter csv, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
            csv.WriteField(field);
        csv.NextRecord();
    }
}
