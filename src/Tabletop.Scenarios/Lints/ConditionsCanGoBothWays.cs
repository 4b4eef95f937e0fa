using System.Globalization;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>A condition that can only hold, or only fail, decides nothing; most often its author meant another.</summary>
sealed class ConditionsCanGoBothWays : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        // What follows from a fault is not told beside it: only when nothing is wrong by itself, chains of causes are looked at.
        if (!Tells(scenario, all, report, allHappens: true) && !report.Has(DiagnosticCodes.OutsideExercise) && !report.Has(DiagnosticCodes.UnreachableState))
        {
            Tells(scenario, all, report, allHappens: false);
        }
    }

    static bool Tells(ScenarioDraft scenario, Draft all, Report report, bool allHappens)
    {
        // One condition may be looked at in several places, by its name; its fault is one.
        var told = new HashSet<Place>();
        if (Ways.Of(scenario, allHappens) is not { } ways)
        {
            return false;
        }

        foreach (var asked in Asked.In(scenario, ways))
        {
            if (report.IsFull)
            {
                break;
            }

            Judge(asked.Condition, isWhole: true);

            void Judge(Condition condition, bool isWhole)
            {
                if (!ways.MayHold(condition, asked.Window))
                {
                    var culprit = Culprit(condition, holds: false);
                    var (code, says) = isWhole ? asked.IfNever : (DiagnosticCodes.NeverTrue, $"a condition of {asked.Owner.What} never holds");
                    Tell(code, culprit.Of, $"{says}: {Why(culprit.Of, culprit.Holds, ways)}", "Correct the condition, or add what would make it true.");
                }
                else if (!ways.MayFail(condition, asked.Window))
                {
                    var culprit = Culprit(condition, holds: true);
                    Tell(DiagnosticCodes.AlwaysTrue, culprit.Of, $"a condition of {asked.Owner.What} always holds: {Why(culprit.Of, culprit.Holds, ways)}",
                        "Take it out if that is meant, or correct it.");
                }
                else
                {
                    foreach (var part in condition.Parts())
                    {
                        Judge(part, isWhole: false);
                    }
                }
            }

            // The smallest part that makes the whole hold (or fail) always.
            (Condition Of, bool Holds) Culprit(Condition condition, bool holds) => condition switch
            {
                Condition.Not not => Culprit(not.Item, !holds),
                Condition.All or Condition.Any when condition.Parts().FirstOrDefault(part => IsFixed(part, holds)) is { } part => Culprit(part, holds),
                _ => (condition, holds),
            };

            bool IsFixed(Condition part, bool holds) => holds ? !ways.MayFail(part, asked.Window) : !ways.MayHold(part, asked.Window);

            void Tell(DiagnosticCode code, Condition culprit, string message, string mend)
            {
                var place = all.Names.PlaceOf(culprit) ?? asked.Owner.Place;
                if (told.Add(place))
                {
                    report.Add(code, place, message, mend);
                }
            }
        }

        return told.Count > 0;
    }

    static string Why(Condition condition, bool holds, Ways ways) => condition switch
    {
        Condition.All or Condition.Any => holds ? "one of its parts is true in any case" : "its parts exclude each other",
        Condition.Phase(var phase) => $"it {(holds ? "always is" : "never is")} '{phase}' when it is looked at",
        Condition.Withdrawn(var inject) => $"the inject '{inject}' never comes",
        Condition.Before or Condition.From => string.Create(CultureInfo.InvariantCulture, $"that time is {(holds == condition is Condition.From ? "over" : "still to come")} whenever it is looked at"),
        Condition.CredentialIs(var id, _) when !holds && ways.Credential(id) is { Live: false } => $"'{id}' stopped working before the exercise",
        Condition.CredentialIs(var id, CredentialTest.Dead) when holds => $"'{id}' stopped working before the exercise",
        Condition.CredentialIs(var id, CredentialTest.Usable) => $"nothing ends '{id}'",
        Condition.CredentialIs(var id, CredentialTest.Known) => $"nothing reveals '{id}'",
        Condition.CredentialIs(var id, CredentialTest.Dead) => $"nothing ends '{id}'",
        Condition.CredentialIs(var id, var test) => $"nothing leaves '{id}' {Words<CredentialTest>.Of(test)}",
        Condition.TaggedAre(var tag, _, var test) => $"no play can make credentials with the tag '{tag}' {(holds ? "other than " : "")}{Words<CredentialTest>.Of(test)}",
        Condition.SystemIs(var system, var mark) => $"nothing puts the mark '{mark}' on '{system}'",
        Condition.FootholdIs(var foothold, FootholdTest.Known) => $"nothing reveals '{foothold}' where it is planted",
        Condition.FootholdIs(var foothold, FootholdTest.Removed) => $"nothing removes '{foothold}' once it is planted",
        Condition.FootholdIs(var foothold, _) => $"nothing plants '{foothold}'",
        Condition.Flag(var flag) => $"nothing that can happen sets '{flag}'",
        Condition.Did did => $"nobody can take the action '{did.Action}'",
        Condition.Adversary(var state, _) => holds ? $"the attacker begins in '{state}'" : $"the attacker never comes into '{state}'",
        Condition.CounterAtLeast(var counter, _) => $"'{counter}' reaches {ways.Most(counter).ToString(CultureInfo.InvariantCulture)} at most",
        Condition.Released(var inject) => $"the inject '{inject}' never comes",
        Condition.NumberIs(var inject, _, _) when ways.Can("released", inject) => $"no number that can be given to '{inject}' lies there",
        Condition.AboutAnswer { Inject: var inject } => $"the inject '{inject}' never comes",
        _ => "nothing in the scenario changes that",
    };
}
