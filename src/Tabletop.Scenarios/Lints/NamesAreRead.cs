using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>What effects bring about is asked for somewhere; otherwise it makes no difference.</summary>
sealed class NamesAreRead : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        Check(Kind.Flag, DiagnosticCodes.UnreadFlag, all.Names.Conditions.OfType<Condition.Flag>().Select(asked => asked.Id),
            name => $"the flag '{name}' is set and nobody asks for it", "Ask for it in a condition, { flag: … }, or take the effect out.");
        Check(Kind.Mark, DiagnosticCodes.UnreadMark, all.Names.Conditions.OfType<Condition.SystemIs>().Select(asked => asked.Mark),
            name => $"the mark '{name}' is put on and nobody asks for it", "Ask for it in a condition, { system: …, is: … }, or take the effect out.");
        var measured = scenario.Scoring.Select(rule => rule.Spec.Measure).OfType<Measure.HowMuch>().Select(measure => measure.Counter);
        Check(Kind.Counter, DiagnosticCodes.UnreadCounter, all.Names.Conditions.OfType<Condition.CounterAtLeast>().Select(asked => asked.Counter).Concat(measured),
            name => $"'{name}' is counted and nobody asks how much", "Ask for it in a condition, { counter: …, at-least: … }, or in a rule's how-much, or take the effect out.");

        void Check(Kind kind, DiagnosticCode code, IEnumerable<string> read, Func<string, string> says, string mend)
        {
            var asked = read.ToHashSet(StringComparer.Ordinal);
            foreach (var name in all.Names.All(kind).Where(name => !asked.Contains(name)))
            {
                // What has no place counts by itself.
                if (all.Names.PlaceOf(kind, name) is { } place)
                {
                    report.Add(code, place, says(name), mend);
                }
            }
        }
    }
}
