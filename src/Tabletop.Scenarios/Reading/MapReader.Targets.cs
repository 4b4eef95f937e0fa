using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Names for which, inside an action, the word <c>target</c> can stand.</summary>
sealed partial class MapReader
{
    /// <summary>The name of a credential, system or foothold, or <c>target</c> where the action is aimed at one.</summary>
    public string NameOrTarget(string key, TargetKind needed)
    {
        DescribeTarget(key);
        if (Find(key) is not ScalarNode { Value: Ids.Target } scalar)
        {
            return Name(Words.KindOf(needed), key);
        }

        if (Target != needed)
        {
            var word = Words<TargetKind>.Of(needed);
            RefuseTarget(key, scalar, $"needs a {word}", $"Name the {word} by its id, or give the action 'target: {word}'.");
        }

        return Ids.Target;
    }

    /// <summary>What another action was aimed at: an id, or <c>target</c> for what this one is aimed at.</summary>
    public string AimOf(string key, string action)
    {
        DescribeTarget(key);
        if (Find(key) is not ScalarNode { Value: Ids.Target } scalar)
        {
            return OptionalName(Kind.Target, key, action) ?? "";
        }

        if (Target == TargetKind.None)
        {
            RefuseTarget(key, scalar, "needs one", "Name it by its id, or take the key out.");
        }
        else
        {
            Reading.Names.Add(new Use(Kind.Target, Ids.Target, scalar.Place, action, Target));
        }

        return Ids.Target;
    }

    void RefuseTarget(string key, ScalarNode scalar, string needs, string mend)
    {
        var has = Target == TargetKind.None ? "there is no target here" : $"the target is a {Words<TargetKind>.Of(Target)} here";
        Report(DiagnosticCodes.NoSuchTarget, scalar.Place, $"'{key}: target' {needs}, and {has}", mend);
    }
}
