using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Says a flag, which has no title of its own, by what sets it.</summary>
static class FlagText
{
    // A longer list says less than the flag's own name.
    const int Most = 2;

    static readonly ConditionalWeakTable<Scenario, ConcurrentDictionary<string, Phrase>> Known = [];

    public static Phrase Of(string flag, Scenario scenario) => Known.GetOrCreateValue(scenario).GetOrAdd(flag, Find, scenario);

    static Phrase Find(string flag, Scenario scenario)
    {
        if (scenario.Effects.Any(effect => effect is Effect.SetFlag { On: false } cleared && cleared.Flag == flag))
            return Named(flag);

        var ways = Setters(flag, scenario).Take(Most + 1).ToList();
        var same = ways.GroupBy(way => way?.Of("")).ToList();
        return ways.Count <= Most && same is [{ Key: { } way }]
            ? way.Of(same[0].Select(each => (Phrase)each!.Values[0]).Aggregate((said, next) => $"{said} or {next}"))
            : Named(flag);
    }

    static Phrase Named(string flag) => $"the flag “{flag.Replace('-', ' ')}” is set";

    /// <summary>What sets it, with who or what did it as the first value; null where that depends on more.</summary>
    static IEnumerable<Phrase?> Setters(string flag, Scenario scenario)
    {
        foreach (var step in scenario.Adversary.States.SelectMany(state => state.Steps))
        {
            if (Sets(step.Effects, flag) is { } sure)
                yield return sure ? (Phrase)$"the attacker’s step {Quoted(step.Title)} has succeeded" : null;
            if (Sets(step.Refused.Effects, flag) is { } refused)
                yield return refused ? (Phrase)$"the attacker’s step {Quoted(step.Title)} was refused" : null;
        }

        foreach (var action in scenario.Actions)
        {
            if (Sets(action.Effects, flag) is { } sure)
                yield return sure ? (Phrase)$"{Quoted(action.Title)} is finished" : null;
            if (Sets(action.Topics.SelectMany(topic => topic.Effects), flag) is not null)
                yield return null;
        }

        foreach (var inject in scenario.Injects)
        {
            if (Sets(inject.Effects, flag) is { } sure)
                yield return sure ? (Phrase)$"{Quoted(inject.Title)} was sent" : null;
            if (inject.Question is { } question && Sets(question.Effects.SelectMany(effects => effects), flag) is not null)
            {
                yield return question.Kind == QuestionKind.Single && Sets(question.Deadline?.Effects ?? [], flag) is null
                    && question.Options.Where(option => Sets(option.Effects, flag) == true).ToList() is [var option]
                    ? (Phrase)$"{Quoted(inject.Title)} is answered with “{option.Text}”"
                    : null;
            }
        }
    }

    /// <summary>Whether it is set for sure; null: not at all.</summary>
    static bool? Sets(IEnumerable<Effect> effects, string flag)
    {
        var all = effects.OfType<Effect.SetFlag>().Where(effect => effect.Flag == flag).ToList();
        return all.Count == 0 ? null : all.Any(effect => effect.If is null);
    }

    static Phrase Quoted(string title) => $"“{title}”";
}
