using System.Globalization;
using System.Text;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>What an entry of a team's log is about; one filter of the page.</summary>
public enum LogGroup
{
    Decided,
    Received,
    Found,
    Noted,
    Said,
}

/// <summary>A team's log as an incident timeline that leaves the program. Times are scenario times, UTC.</summary>
public static class LogExport
{
    public static LogGroup GroupOf(TimelineKind kind) => kind switch
    {
        TimelineKind.Decision or TimelineKind.Withdrawn or TimelineKind.Proposal or TimelineKind.Answer or TimelineKind.ActionProposed or TimelineKind.Voiced or TimelineKind.Judged => LogGroup.Decided,
        TimelineKind.Done => LogGroup.Found,
        TimelineKind.Noted or TimelineKind.NoteChanged => LogGroup.Noted,
        TimelineKind.Said => LogGroup.Said,
        _ => LogGroup.Received,
    };

    /// <summary>One word or two, for a column.</summary>
    public static Phrase WordOf(TimelineKind kind) => kind switch
    {
        TimelineKind.Message => (Phrase)"Received",
        TimelineKind.TakenBack => (Phrase)"Taken back",
        TimelineKind.Announcement => (Phrase)"Announced",
        TimelineKind.Phase => (Phrase)"New phase",
        TimelineKind.Extended => (Phrase)"Time",
        TimelineKind.Outage => (Phrase)"Interrupted",
        TimelineKind.Decision => (Phrase)"Decided",
        TimelineKind.Withdrawn => (Phrase)"Withdrawn",
        TimelineKind.Done => (Phrase)"Done",
        TimelineKind.Proposal or TimelineKind.ActionProposed => (Phrase)"Proposed",
        TimelineKind.Voiced => (Phrase)"Discussed",
        TimelineKind.Answer => (Phrase)"Answered",
        TimelineKind.Judged => (Phrase)"Judged",
        TimelineKind.Noted => (Phrase)"Noted",
        TimelineKind.NoteChanged => (Phrase)"Note changed",
        TimelineKind.Said => (Phrase)"Said",
        _ => kind.ToString(),
    };

    /// <summary>RFC 4180, with a header. A spreadsheet takes no cell of it for a formula.</summary>
    public static string Csv(IEnumerable<TimelineEntry> entries)
    {
        var text = new StringBuilder("time_utc,kind,by,what,why,alternatives,sure_percent,result\r\n");
        foreach (var entry in entries)
        {
            text.AppendJoin(',', new[]
            {
                ScenarioTime.Iso(entry.Time),
                WordOf(entry.Kind).ToString(),
                entry.By.ToString(),
                entry.Title.ToString(),
                entry.Reason,
                entry.Alternatives,
                entry.Confidence?.ToString(CultureInfo.InvariantCulture) ?? "",
                entry.Finding.Trim(),
            }.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>A list for each day. What people typed is text in it, not markup.</summary>
    public static string Markdown(string exercise, string team, IEnumerable<TimelineEntry> entries)
    {
        var text = new StringBuilder($"# {Plain(team)}: incident timeline\n\n{Plain(exercise)}. All times are scenario times in UTC.\n");
        DateTime? day = null;
        foreach (var entry in entries)
        {
            var time = entry.Time.UtcDateTime;
            if (day != time.Date)
            {
                day = time.Date;
                text.Append(CultureInfo.InvariantCulture, $"\n## {time:d MMMM yyyy}\n\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"- **{time:HH:mm}** {WordOf(entry.Kind).ToString()}");
            if (entry.By.Format.Length > 0)
                text.Append(CultureInfo.InvariantCulture, $" by {Plain(entry.By.ToString())}");
            text.Append(CultureInfo.InvariantCulture, $": {Plain(entry.Title.ToString())}");
            if (entry.Confidence is { } sure)
                text.Append(CultureInfo.InvariantCulture, $" ({sure} % sure)");
            text.Append('\n');
            if (entry.Reason.Length > 0)
                text.Append(CultureInfo.InvariantCulture, $"  Why: {Plain(entry.Reason)}\n");
            if (entry.Alternatives.Length > 0)
                text.Append(CultureInfo.InvariantCulture, $"  Considered: {Plain(entry.Alternatives)}\n");
            foreach (var line in entry.Finding.Trim().Split('\n').Where(_ => entry.Finding.Length > 0))
                text.Append(CultureInfo.InvariantCulture, $"  > {line}\n");
        }

        return text.ToString();
    }

    // A spreadsheet reads what begins like this as a formula; an apostrophe before it says that it is text.
    static string Cell(string value)
    {
        var safe = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + value : value;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    static string Plain(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var letter in value)
        {
            // A new line goes on in the same entry.
            if (letter == '\n')
                text.Append("\\\n  ");
            else
                text.Append(char.IsAscii(letter) && (char.IsPunctuation(letter) || char.IsSymbol(letter)) && letter is not (',' or '.' or ':' or ';' or '?' or '\'' or '"' or '/' or '%' or '(' or ')' or '@') ? $"\\{letter}" : letter.ToString());
        }

        return text.ToString();
    }
}
