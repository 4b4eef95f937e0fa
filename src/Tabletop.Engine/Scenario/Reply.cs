using System.Collections.Immutable;
using System.Globalization;

namespace Tabletop.Engine;

/// <summary>
/// What somebody said to a question. Written as one text: the option's id; ids joined by commas, of a ranking the best
/// first; a number; words; of a plan <c>treatment:credential</c> joined by commas, the first to be done first. Two replies
/// that mean the same are written the same.
/// </summary>
public sealed class Reply : IEquatable<Reply>
{
    Reply(string text) => Text = text;

    public string Text { get; }

    /// <summary>Ids: the options chosen or ranked, the range that a number lies in, the credentials of a plan.</summary>
    public ImmutableArray<string> Items { get; private init; } = [];

    /// <summary>Of a plan: the treatment of each of <see cref="Items"/>.</summary>
    public ImmutableArray<string> Treatments { get; private init; } = [];

    public decimal Number { get; private init; }

    /// <summary>Reads what was said; a refusal when it is no answer to the question.</summary>
    /// <param name="credentials">Ids of those that can stand in a plan.</param>
    /// <param name="reply">Null with a refusal.</param>
    public static Rejection? Read(Question question, ImmutableArray<string> credentials, string text, out Reply? reply)
    {
        reply = null;
        return question.Kind switch
        {
            QuestionKind.Single => ReadOne(question, text, out reply),
            QuestionKind.Multiple => ReadSome(question, text, out reply),
            QuestionKind.Ranking => ReadRanking(question, text, out reply),
            QuestionKind.Number => ReadNumber(question.Number!, text, out reply),
            QuestionKind.Text => ReadWords(text, out reply),
            _ => ReadPlan(question, credentials, text, out reply),
        };
    }

    /// <summary>The reply that a log holds, which was read before it was written.</summary>
    public static Reply Known(Scenario scenario, Question question, string text) =>
        Read(question, question.CredentialsIn(scenario.Credentials), text, out var reply) is { } refusal
            ? throw new InvalidOperationException($"The log of an exercise of {scenario.Id} holds the answer '{text}': {refusal.Message}")
            : reply!;

    /// <summary>Whether a condition about the answer holds for it.</summary>
    public bool Fits(Condition.AboutAnswer condition) => condition switch
    {
        Condition.Answered(_, var option) => option is null || (Items is [var only] && only == option),
        Condition.Included(_, var option) => Items.Contains(option),
        Condition.Ranked(_, var option, var first, var above) => Stands(option, first, above),
        Condition.NumberIs(_, var least, var most) => !(Number < least) && !(Number > most),
        Condition.Planned(_, var credential, var treatment, var first, var above) =>
            Stands(credential, first, above) && (treatment is null || Treatments[Items.IndexOf(credential)] == treatment),
        _ => throw new InvalidOperationException($"No rule for {condition.GetType().Name}."),
    };

    /// <summary>What follows from it, and on which credential, one after the other.</summary>
    public IEnumerable<(ImmutableArray<Effect> Effects, string? Target)> Effects(Question question) => question.Kind switch
    {
        QuestionKind.Single or QuestionKind.Multiple => Items.Select(item => (question.Options[item].Effects, (string?)null)),
        QuestionKind.Ranking => [(question.Options[Items[0]].Effects, null)],
        QuestionKind.Number => Items.Select(item => (question.Number!.Ranges[item].Effects, (string?)null)),
        QuestionKind.Plan => Items.Select((item, index) => (question.Options[Treatments[index]].Effects, (string?)item)),
        _ => [],
    };

    /// <summary>Markdown for the team that has answered so; may be empty.</summary>
    public string Says(Question question) => string.Join("\n\n", (question.Kind switch
    {
        QuestionKind.Single or QuestionKind.Multiple => Items.Select(item => question.Options[item].Says),
        QuestionKind.Ranking => [question.Options[Items[0]].Says],
        QuestionKind.Number => Items.Select(item => question.Number!.Ranges[item].Says),
        QuestionKind.Plan => Treatments.Distinct().Select(treatment => question.Options[treatment].Says),
        _ => [],
    }).Where(says => says.Length > 0));

    /// <summary>What was said, for people: one line for each thing chosen, in order.</summary>
    public ImmutableArray<string> Lines(Scenario scenario, Question question) => question.Kind switch
    {
        QuestionKind.Number => [$"{Text} {question.Number!.Unit}".TrimEnd()],
        QuestionKind.Text => [Text],
        QuestionKind.Plan => [.. Items.Select((item, index) =>
            $"{(scenario.Credentials.TryGet(item, out var credential) ? credential.Title : item)}: {question.Options[Treatments[index]].Text}")],
        _ => [.. Items.Select(item => question.Options[item].Text)],
    };

    /// <summary>The same on one line.</summary>
    public string Words(Scenario scenario, Question question) => string.Join("; ",
        Lines(scenario, question).Select((line, index) => question.Kind is QuestionKind.Ranking or QuestionKind.Plan ? Numbered(index, line) : line));

    public bool Equals(Reply? other) => other is not null && other.Text == Text;

    public override bool Equals(object? obj) => Equals(obj as Reply);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    public override string ToString() => Text;

    /// <summary>Whether an item is there, among the first so many, and above another one, which may be missing.</summary>
    bool Stands(string item, int? first, string? above)
    {
        var (at, other) = (Items.IndexOf(item), above is null ? -1 : Items.IndexOf(above));
        return at >= 0 && !(at >= first) && (other < 0 || at < other);
    }

    static string Numbered(int index, string text) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {text}");

    static string[] Parts(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    static Rejection? ReadOne(Question question, string text, out Reply? reply)
    {
        reply = question.Options.Contains(text) ? new(text) { Items = [text] } : null;
        return reply is null ? UnknownOption(text) : null;
    }

    static Rejection? ReadSome(Question question, string text, out Reply? reply)
    {
        reply = null;
        var chosen = Parts(text);
        if (chosen.FirstOrDefault(id => !question.Options.Contains(id)) is { } unknown)
        {
            return UnknownOption(unknown);
        }

        // In the question's order: which was ticked first says nothing.
        ImmutableArray<string> items = [.. question.Options.Select(option => option.Id).Where(chosen.Contains)];
        if (TooFewOrMany(question, items.Length, question.Options.Count) is { } refusal)
        {
            return refusal;
        }

        reply = new(string.Join(',', items)) { Items = items };
        return null;
    }

    static Rejection? ReadRanking(Question question, string text, out Reply? reply)
    {
        reply = null;
        ImmutableArray<string> items = [.. Parts(text)];
        if (items.FirstOrDefault(id => !question.Options.Contains(id)) is { } unknown)
        {
            return UnknownOption(unknown);
        }

        if (items.Length != question.Options.Count || items.Distinct(StringComparer.Ordinal).Count() != items.Length)
        {
            return new(RejectionCode.BadValue, $"Put each of the {question.Options.Count} options in its place once.");
        }

        reply = new(string.Join(',', items)) { Items = items };
        return null;
    }

    static Rejection? ReadNumber(NumberSpec spec, string text, out Reply? reply)
    {
        reply = null;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || number < spec.Min || number > spec.Max || decimal.Round(number, spec.Decimals) != number)
        {
            return new(RejectionCode.BadValue, spec.Decimals == 0
                ? (Phrase)$"Give a whole number from {spec.Min} to {spec.Max}."
                : (Phrase)$"Give a number with {spec.Decimals} decimals at most from {spec.Min} to {spec.Max}.");
        }

        reply = new(number.ToString("0.####", CultureInfo.InvariantCulture)) { Number = number, Items = spec.RangeOf(number) is { } range ? [range.Id] : [] };
        return null;
    }

    static Rejection? ReadWords(string text, out Reply? reply)
    {
        var words = text.Trim();
        reply = words.Length is > 0 and <= Question.MostLetters ? new(words) : null;
        return reply is null ? new(RejectionCode.BadValue, $"Write something, {Question.MostLetters} letters at most.") : null;
    }

    static Rejection? ReadPlan(Question question, ImmutableArray<string> credentials, string text, out Reply? reply)
    {
        reply = null;
        var items = ImmutableArray.CreateBuilder<string>();
        var treatments = ImmutableArray.CreateBuilder<string>();
        foreach (var part in Parts(text))
        {
            var (treatment, credential) = part.Split(':', 2, StringSplitOptions.TrimEntries) is [var first, var second] ? (first, second) : ("", part);
            if (!credentials.Contains(credential))
            {
                return new(RejectionCode.UnknownOption, $"There is no credential '{credential}'. Choose one of the credentials shown.");
            }

            if (!question.Options.Contains(treatment))
            {
                return new(RejectionCode.UnknownOption, $"Say what is to be done to '{credential}'. Choose one of the ways shown.");
            }

            if (items.Contains(credential))
            {
                return new(RejectionCode.BadValue, $"'{credential}' stands in the plan twice. Leave one of the two out.");
            }

            items.Add(credential);
            treatments.Add(treatment);
        }

        if (TooFewOrMany(question, items.Count, credentials.Length) is { } refusal)
        {
            return refusal;
        }

        reply = new(string.Join(',', items.Select((item, index) => $"{treatments[index]}:{item}"))) { Items = items.ToImmutable(), Treatments = treatments.ToImmutable() };
        return null;
    }

    static Rejection? TooFewOrMany(Question question, int count, int all)
    {
        var most = question.Most ?? all;
        return count >= question.Least && count <= most ? null : new(RejectionCode.BadValue, (question.Kind, question.Least == most) switch
        {
            (QuestionKind.Plan, true) => (Phrase)$"Choose {most} credentials.",
            (QuestionKind.Plan, false) => (Phrase)$"Choose {question.Least} to {most} credentials.",
            (_, true) => (Phrase)$"Choose {most} options.",
            (_, false) => (Phrase)$"Choose {question.Least} to {most} options.",
        });
    }

    static Rejection UnknownOption(string id) => new(RejectionCode.UnknownOption, $"There is no option '{id}'. Choose one of the options shown.");
}
