using System.Collections.Immutable;
using System.Globalization;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary>One inject as a row: a text for each column, times as <see cref="Stamp"/> writes them.</summary>
sealed record MselRow(string Inject, ImmutableArray<string> Cells)
{
    /// <summary>Nobody's id can look like this.</summary>
    internal const string Everyone = "(everyone)";

    internal string this[MselColumn column] => Cells[(int)column];

    /// <summary>In the file's order.</summary>
    internal static ImmutableArray<MselRow> Of(Scenario scenario) => [.. scenario.Injects.Select((inject, index) => Of(scenario, inject, index + 1))];

    internal static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    internal static string Word(Channel channel) => channel.ToString().ToLowerInvariant();

    static MselRow Of(Scenario scenario, InjectSpec inject, int number) => new(inject.Id,
        [.. MselHeading.All.Select(heading => (heading.Column switch
        {
            MselColumn.Number => number.ToString(CultureInfo.InvariantCulture),
            MselColumn.Inject => inject.Id,
            MselColumn.ScenarioTime => inject.Trigger is Trigger.AtTime at ? Stamp(at.Time) : "",
            MselColumn.ExerciseTime => inject.Trigger is Trigger.AtTime at ? ExerciseTime(scenario, at.Time) : "",
            MselColumn.Trigger => TriggerText(inject),
            MselColumn.From => inject.From,
            MselColumn.To => inject.To.IsEmpty ? Everyone : string.Join(", ", inject.To),
            MselColumn.Method => Word(inject.Channel),
            MselColumn.Title => inject.Title,
            MselColumn.Message => inject.Body,
            MselColumn.ExpectedAction => string.Join('\n', inject.Expects),
            MselColumn.Objectives => string.Join(", ", inject.Objectives),
            _ => Notes(inject, scenario),
        }).TrimEnd())]);

    /// <summary>From the start, without pauses, at the default pace.</summary>
    static string ExerciseTime(Scenario scenario, DateTimeOffset time)
    {
        var clock = new Clock(Running: true, scenario.Start, scenario.Start, TimeSpan.Zero, Permille: 1000);
        var passed = clock.ReachesAt(time, scenario, scenario.Paces[0].Id)!.Value - scenario.Start;
        return string.Create(CultureInfo.InvariantCulture, $"{(int)passed.TotalHours}:{passed.Minutes:00}:{passed.Seconds:00}");
    }

    static string TriggerText(InjectSpec inject) => string.Join(", ", new[]
    {
        TriggerText(inject.Trigger),
        inject.Trigger is Trigger.When { Unless: { } unless } ? $"unless {StepWords.Of(unless)}" : "",
        inject.Chance is { } odds ? string.Create(CultureInfo.InvariantCulture, $"chance {odds} %") : "",
        inject.Repeat is { } repeat ? string.Create(CultureInfo.InvariantCulture, $"then every {StepWords.Span(repeat.Every)}, {repeat.Times} times at most{While(repeat)}") : "",
        inject.Withdrawal is { } back ? $"taken back when {StepWords.Of(back.When)}" : "",
    }.Where(part => part.Length > 0));

    static string While(RepeatSpec repeat) => repeat.While is { } condition ? $", while {StepWords.Of(condition)}" : "";

    static string TriggerText(Trigger trigger) => trigger switch
    {
        Trigger.AtTime { If: { } condition } => $"only if {StepWords.Of(condition)}",
        Trigger.AtTime => "",
        Trigger.When(var condition, var delay) when delay > TimeSpan.Zero => $"{StepWords.Span(delay)} after {StepWords.Of(condition)}",
        Trigger.When(var condition, _) => $"when {StepWords.Of(condition)}",
        _ => "sent by the facilitator",
    };

    static string Notes(InjectSpec inject, Scenario scenario)
    {
        var lines = new List<string>();
        if (inject.Question is { } question)
        {
            lines.AddRange(QuestionWords.Of(question, scenario));
        }

        if (!inject.Provenance.Facts.IsEmpty)
        {
            lines.Add($"Facts: {string.Join(", ", inject.Provenance.Facts)}");
        }

        if (inject.Provenance.Invented)
        {
            lines.Add($"Invented: {inject.Provenance.Reason}");
        }

        return string.Join('\n', lines);
    }
}
