using System.Collections.Immutable;
using System.Globalization;

namespace Tabletop.Engine;

/// <summary>Answers that those who play without people may give.</summary>
public static class Replies
{
    /// <summary>What a bot writes where words are asked for; nothing reads them.</summary>
    internal const string Words = "…";

    /// <summary>Of so many options all choices and orders are tried; of more, a few that differ most.</summary>
    const int MostForAll = 3;

    /// <summary>Any answer, by the dice.</summary>
    internal static string Any(Scenario scenario, Question question, Dice dice)
    {
        var options = question.Options;
        switch (question.Kind)
        {
            case QuestionKind.Single:
                return options[dice.Next(options.Count)].Id;
            case QuestionKind.Multiple:
                return string.Join(',', Some(options.Select(option => option.Id), question, dice));
            case QuestionKind.Ranking:
                return string.Join(',', Shuffled(options.Select(option => option.Id), dice));
            case QuestionKind.Number:
                var number = question.Number!;
                var steps = (int)Math.Min((number.Max - number.Min) / number.Step, int.MaxValue - 1m);
                return Write(number.Min + (number.Step * dice.Next(steps + 1)));
            case QuestionKind.Plan:
                return string.Join(',', Some(question.CredentialsIn(scenario.Credentials), question, dice).Select(id => $"{options[dice.Next(options.Count)].Id}:{id}"));
            default:
                return Words;
        }
    }

    /// <summary>Answers that are worth trying one after the other, each once.</summary>
    /// <param name="complete">Whether these are all that there are, as far as anything reads them.</param>
    public static ImmutableArray<string> Choices(Scenario scenario, Question question, out bool complete)
    {
        ImmutableArray<string> ids = [.. question.Options.Select(option => option.Id)];
        complete = question.Kind is QuestionKind.Single or QuestionKind.Text || (question.Kind is QuestionKind.Multiple or QuestionKind.Ranking && ids.Length <= MostForAll);
        return question.Kind switch
        {
            QuestionKind.Single => ids,
            QuestionKind.Text => [Words],
            QuestionKind.Multiple => Subsets(ids, question),
            QuestionKind.Ranking => [.. (complete ? Orders(ids) : Turned(ids)).Select(order => string.Join(',', order))],
            QuestionKind.Number => [.. Numbers(question.Number!).Order().Distinct().Select(Write)],
            _ => Plans(question.CredentialsIn(scenario.Credentials), question, ids),
        };
    }

    static ImmutableArray<string> Subsets(ImmutableArray<string> ids, Question question)
    {
        var most = question.Most ?? ids.Length;
        IEnumerable<IEnumerable<string>> chosen = ids.Length <= MostForAll
            ? Enumerable.Range(1, (1 << ids.Length) - 1).Select(bits => ids.Where((_, index) => (bits & (1 << index)) != 0))
            : Turned(ids).Select(order => order.Take(question.Least)).Append(ids.Take(most)).Append(ids.Reverse().Take(most).Reverse());
        return [.. chosen.Select(items => items.ToList())
            .Where(items => items.Count >= question.Least && items.Count <= most)
            .Select(items => string.Join(',', ids.Where(items.Contains)))
            .Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Both ends of everything that makes a difference, as far as the question itself says.</summary>
    static IEnumerable<decimal> Numbers(NumberSpec number) =>
        number.Ranges.SelectMany(range => new[] { range.From, range.To }).Append(number.Min).Append(number.Max);

    /// <summary>All credentials that may stand in it, in the inventory's order and the other way round, with each treatment.</summary>
    static ImmutableArray<string> Plans(ImmutableArray<string> credentials, Question question, ImmutableArray<string> treatments)
    {
        var most = Math.Min(question.Most ?? credentials.Length, credentials.Length);
        IEnumerable<IEnumerable<string>> orders = [credentials.Take(most), credentials.Reverse().Take(most), credentials.Take(question.Least)];
        return [.. orders.SelectMany(order => treatments.Select(treatment => string.Join(',', order.Select(id => $"{treatment}:{id}")))).Distinct(StringComparer.Ordinal)];
    }

    static IEnumerable<IEnumerable<string>> Orders(ImmutableArray<string> ids) => ids.Length <= 1
        ? [ids]
        : ids.SelectMany(first => Orders(ids.Remove(first)).Select(rest => rest.Prepend(first)));

    /// <summary>Each of them first once, the others behind it in their order.</summary>
    static IEnumerable<IEnumerable<string>> Turned(ImmutableArray<string> ids) => ids.Select((_, index) => ids.Skip(index).Concat(ids.Take(index)));

    static List<string> Some(IEnumerable<string> ids, Question question, Dice dice)
    {
        var shuffled = Shuffled(ids, dice);
        var most = Math.Min(question.Most ?? shuffled.Count, shuffled.Count);
        return shuffled[..Math.Min(shuffled.Count, question.Least + dice.Next(Math.Max(1, most - question.Least + 1)))];
    }

    static List<string> Shuffled(IEnumerable<string> ids, Dice dice)
    {
        var order = ids.ToList();
        for (var index = order.Count - 1; index > 0; index--)
        {
            var other = dice.Next(index + 1);
            (order[index], order[other]) = (order[other], order[index]);
        }

        return order;
    }

    static string Write(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
