using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Whether statements can be true together, by what they mean and not by what a play makes of them.</summary>
static class Exclusion
{
    /// <summary>Beyond this many parts nobody wrote the condition by hand, and every pair of them would be compared.</summary>
    const int MostParts = 200;

    /// <summary>A statement, or its opposite.</summary>
    readonly record struct Literal(Condition Atom, bool Holds);

    /// <summary>Two parts of the condition exclude each other when it is to hold (or, with <paramref name="holds"/> false, to fail).</summary>
    public static bool IsIn(Condition condition, bool holds)
    {
        var literals = new List<Literal>();
        var choices = new List<(Condition Of, bool Holds)>();
        Flatten(condition, holds, literals, choices);
        if (literals.Count + choices.Count > MostParts)
        {
            return false;
        }

        for (var index = 0; index < literals.Count; index++)
        {
            if (ExcludedBy(literals[index], literals, index))
            {
                return true;
            }
        }

        return choices.Exists(choice => Branches(choice).All(branch => IsExcluded(branch, literals)));
    }

    /// <summary>One part of a choice cannot go with what must be true anyway.</summary>
    static bool IsExcluded((Condition Of, bool Holds) branch, List<Literal> given)
    {
        var literals = new List<Literal>();
        Flatten(branch.Of, branch.Holds, literals, []);
        return literals.Count <= MostParts && literals.Exists(literal => ExcludedBy(literal, given, given.Count));
    }

    static bool ExcludedBy(Literal literal, List<Literal> others, int count) =>
        others.Take(count).Any(other => Exclude(literal, other) || Exclude(other, literal));

    /// <summary>What must be true for the condition to hold (or fail), and the choices of which one must be.</summary>
    static void Flatten(Condition condition, bool holds, List<Literal> literals, List<(Condition, bool)> choices)
    {
        switch (condition)
        {
            case Condition.Not not:
                Flatten(not.Item, !holds, literals, choices);
                break;
            case Condition.All all when holds:
                Each(all.Items);
                break;
            case Condition.Any any when !holds:
                Each(any.Items);
                break;
            case Condition.All or Condition.Any:
                choices.Add((condition, holds));
                break;
            default:
                literals.Add(new(condition, holds));
                break;
        }

        void Each(IEnumerable<Condition> items)
        {
            foreach (var item in items)
            {
                Flatten(item, holds, literals, choices);
            }
        }
    }

    static IEnumerable<(Condition Of, bool Holds)> Branches((Condition Of, bool Holds) choice) => choice.Of switch
    {
        Condition.All all => all.Items.Select(item => (item, choice.Holds)),
        Condition.Any any => any.Items.Select(item => (item, choice.Holds)),
        _ => [],
    };

    static bool Exclude(Literal one, Literal other) => (one.Atom == other.Atom && one.Holds != other.Holds) || (one, other) switch
    {
        ({ Atom: Condition.CredentialIs a }, { Atom: Condition.CredentialIs b }) => a.Credential == b.Credential && Exclude(a.Is, one.Holds, b.Is, other.Holds),
        ({ Atom: Condition.FootholdIs a, Holds: true }, { Atom: Condition.FootholdIs b }) => a.Foothold == b.Foothold && Exclude(a.Is, b.Is, other.Holds),
        ({ Atom: Condition.Adversary { Ever: false } a, Holds: true }, { Atom: Condition.Adversary b }) => other.Holds ? !b.Ever && a.State != b.State : a.State == b.State,
        ({ Atom: Condition.Phase a, Holds: true }, { Atom: Condition.Phase b, Holds: true }) => a.Id != b.Id,
        ({ Atom: Condition.CounterAtLeast a, Holds: true }, { Atom: Condition.CounterAtLeast b, Holds: false }) => a.Counter == b.Counter && b.Amount <= a.Amount,
        ({ Atom: Condition.Did a, Holds: true }, { Atom: Condition.Did b, Holds: false }) =>
            a.Action == b.Action && (b.Target is null || a.Target == b.Target) && (b.Started || !a.Started),
        ({ Atom: Condition.AboutAnswer a, Holds: true }, { Atom: Condition.AboutAnswer b }) => a.Inject == b.Inject && AnswerExclusion.Exclude(a, b, other.Holds),
        ({ Atom: Condition.AboutAnswer a, Holds: true }, { Atom: Condition.Released b, Holds: false }) => a.Inject == b.Inject,
        _ => Earliest(one) is { } from && Latest(other) is { } before && before <= from,
    };

    static bool Exclude(CredentialTest one, bool oneHolds, CredentialTest other, bool otherHolds)
    {
        if (one is CredentialTest.Known || other is CredentialTest.Known)
        {
            return false;
        }

        // Dead is the opposite of usable, and each way to end is a way to be dead.
        bool? Usable(CredentialTest test, bool holds) => test switch
        {
            CredentialTest.Usable => holds,
            CredentialTest.Dead => !holds,
            _ => holds ? false : null,
        };
        return (Usable(one, oneHolds) is { } first && Usable(other, otherHolds) is { } second && first != second)
            || (oneHolds && otherHolds && one != other && IsEnd(one) && IsEnd(other));
    }

    static bool IsEnd(CredentialTest test) => test is CredentialTest.Rotated or CredentialTest.Disabled or CredentialTest.Revoked;

    static bool Exclude(FootholdTest one, FootholdTest other, bool otherHolds) => otherHolds
        ? one is FootholdTest.Live or FootholdTest.Planted && other is FootholdTest.Removed
        : one is FootholdTest.Live && other is FootholdTest.Planted;

    static DateTimeOffset? Earliest(Literal literal) => literal switch
    {
        { Atom: Condition.From from, Holds: true } => from.Time,
        { Atom: Condition.Before before, Holds: false } => before.Time,
        _ => null,
    };

    static DateTimeOffset? Latest(Literal literal) => literal switch
    {
        { Atom: Condition.Before before, Holds: true } => before.Time,
        { Atom: Condition.From from, Holds: false } => from.Time,
        _ => null,
    };
}
