using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>What conditions ask of an answer, and what playthroughs answer, is something that the question can be answered with.</summary>
sealed class AnswersFitTheirQuestions : ICheck
{
    /// <summary>Which kinds of questions a key of a condition is for.</summary>
    static readonly ImmutableDictionary<string, ImmutableArray<QuestionKind>> Kinds = ImmutableDictionary.CreateRange<string, ImmutableArray<QuestionKind>>(StringComparer.Ordinal,
    [
        new("with", [QuestionKind.Single, QuestionKind.Number]),
        new("includes", [QuestionKind.Multiple]),
        new("ranked", [QuestionKind.Ranking]),
        new("planned", [QuestionKind.Plan]),
        new("as", [QuestionKind.Plan]),
        new("above", [QuestionKind.Ranking, QuestionKind.Plan]),
        new("among-first", [QuestionKind.Ranking, QuestionKind.Plan]),
        new("at-least", [QuestionKind.Number]),
        new("at-most", [QuestionKind.Number]),
    ]);

    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var questions = scenario.Injects
            .Where(inject => inject.Spec.Question is not null)
            .ToDictionary(inject => inject.Spec.Id, inject => Asking.Of(inject.Spec.Question!, scenario), StringComparer.Ordinal);
        foreach (var use in all.Names.Answers)
        {
            if (questions.TryGetValue(use.Inject, out var asking))
            {
                Check(use, asking, report);
            }
        }

        foreach (var step in all.AllPlaythroughs.SelectMany(playthrough => playthrough.Steps))
        {
            if (step.Spec is { Inject: { } inject, Reply: { } reply } && questions.TryGetValue(inject, out var asking))
            {
                Check(step, inject, reply, asking, report);
            }
        }
    }

    static void Check(AnswerUse use, Asking asking, Report report)
    {
        var kind = asking.Question.Kind;
        if (!Kinds[use.Key].Contains(kind))
        {
            var words = string.Join(" or ", Kinds[use.Key].Select(Words<QuestionKind>.Of));
            report.Add(DiagnosticCodes.AnswerOfAnotherKind, use.Place, $"'{use.Key}' asks for an answer of the kind {words}, and the question of '{MapReader.Short(use.Inject)}' is of the kind {Words<QuestionKind>.Of(kind)}",
                kind switch
                {
                    QuestionKind.Single => "Ask 'with' and an option.",
                    QuestionKind.Multiple => "Ask what it 'includes'.",
                    QuestionKind.Ranking => "Ask what is 'ranked', 'among-first' or 'above' another.",
                    QuestionKind.Number => "Ask 'at-least' or 'at-most', or 'with' and a range.",
                    QuestionKind.Text => "Nothing reads words: ask only whether it is answered.",
                    _ => "Ask what is 'planned', 'as', 'among-first' or 'above' another.",
                });
        }
        else if (use.Name is { } name && asking.Known(use.Key) is { } known && !known.Contains(name))
        {
            NamesAreKnown.Refuse(report, new Use(asking.KindOf(use.Key), name, use.Place, use.Inject), known);
        }
    }

    static void Check(Part<PlaythroughStep> step, string inject, string reply, Asking asking, Report report)
    {
        foreach (var (kind, name, place) in Leaves(step.Text.Find("with"), asking))
        {
            var known = kind == Kind.Planned ? asking.Credentials : asking.Options;
            if (!known.Contains(name))
            {
                NamesAreKnown.Refuse(report, new Use(kind, name, place, inject), known);
                return;
            }
        }

        if (Reply.Read(asking.Question, asking.Credentials, reply, out _) is { } unfit)
        {
            report.Add(DiagnosticCodes.NoAnswer, step.At("with"), $"{step.Text.What} does not answer the question of '{MapReader.Short(inject)}', which is of the kind {Words<QuestionKind>.Of(asking.Question.Kind)}",
                unfit.Message);
        }
    }

    /// <summary>The names in an answer, as far as it has the form that the question wants.</summary>
    static IEnumerable<(Kind Kind, string Name, Place Place)> Leaves(Node? node, Asking asking) => (asking.Question.Kind, node) switch
    {
        (QuestionKind.Single, ScalarNode one) => [(Kind.Option, one.Value.TrimEnd(), one.Place)],
        (QuestionKind.Multiple or QuestionKind.Ranking, ListNode list) => list.Items.OfType<ScalarNode>().Select(item => (Kind.Option, item.Value.TrimEnd(), item.Place)),
        (QuestionKind.Plan, ListNode list) => list.Items.OfType<MapNode>().SelectMany(item => item.Entries).SelectMany(entry => entry.Value is ScalarNode credential
            ? new[] { (Kind.Option, entry.Key.Value, entry.Key.Place), (Kind.Planned, credential.Value.TrimEnd(), credential.Place) }
            : []),
        _ => [],
    };

    /// <summary>A question with the names that can stand in an answer to it.</summary>
    sealed record Asking(Question Question, ImmutableArray<string> Options, ImmutableArray<string> Credentials)
    {
        public static Asking Of(Question question, ScenarioDraft scenario) => new(
            question,
            [.. question.Options.Select(option => option.Id)],
            question.CredentialsIn(scenario.Credentials.Select(credential => credential.Spec)));

        public Kind KindOf(string key) => key == "planned" || (key == "above" && Question.Kind == QuestionKind.Plan) ? Kind.Planned : Kind.Option;

        /// <summary>Null where a number stands.</summary>
        public ImmutableArray<string>? Known(string key) =>
            KindOf(key) == Kind.Planned ? Credentials
            : Question.Number is { } number ? [.. number.Ranges.Select(range => range.Id)]
            : Options;
    }
}
