using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Whether a condition can hold, and whether it can fail, at some moment of some play.</summary>
static class Truth
{
    public static bool MayHold(this Ways ways, Condition condition, Window window) => condition switch
    {
        Condition.All all => all.Items.All(item => ways.MayHold(item, window)) && !Exclusion.IsIn(condition, holds: true),
        Condition.Any any => any.Items.Any(item => ways.MayHold(item, window)),
        Condition.Not not => ways.MayFail(not.Item, window),
        Condition.CredentialIs(Condition.TheTarget, _) => true,
        Condition.CredentialIs(var id, var test) => ways.Credential(id) is { } credential && MayBe(ways, credential, test),
        Condition.TaggedAre(var tag, true, var test) => ways.Tagged(tag).All(credential => MayBe(ways, credential, test)),
        Condition.TaggedAre(var tag, false, var test) => ways.Tagged(tag).Any(credential => MayBe(ways, credential, test)),
        Condition.SystemIs(var system, var mark) => system == Condition.TheTarget || ways.Can("marked", system, mark),
        Condition.FootholdIs(var foothold, var test) => foothold == Condition.TheTarget || ways.Can(test switch
        {
            FootholdTest.Removed => "removed",
            FootholdTest.Known => "revealed",
            _ => "planted",
        }, foothold),
        Condition.Flag(var flag) => ways.Can("set", flag),
        Condition.Did did => ways.Can("did", did.Action),
        Condition.Adversary(var state, _) => ways.Can("reached", state),
        Condition.CounterAtLeast(var counter, var amount) => ways.Most(counter) >= amount,
        Condition.Released(var inject) => ways.Can("released", inject),
        Condition.Withdrawn(var inject) => ways.Can("released", inject) || ways.Can("withdrawn", inject),
        Condition.NumberIs(var inject, var least, var most) => ways.Can("released", inject)
            && (ways.NumberOf(inject) is not { } number || (!(least > number.Max) && !(most < number.Min) && !(least > most))),
        Condition.AboutAnswer about => ways.Can("released", about.Inject),
        Condition.Phase(var phase) => ways.Phase(phase) is not { } of || (window.From < of.Until && window.Until >= of.From),
        Condition.Before(var time) => window.From < time,
        Condition.From(var time) => window.Until >= time,
        _ => true,
    };

    public static bool MayFail(this Ways ways, Condition condition, Window window) => condition switch
    {
        Condition.All all => all.Items.Any(item => ways.MayFail(item, window)),
        Condition.Any any => any.Items.All(item => ways.MayFail(item, window)) && !Exclusion.IsIn(condition, holds: false),
        Condition.Not not => ways.MayHold(not.Item, window),
        Condition.CredentialIs(Condition.TheTarget, _) => true,
        Condition.CredentialIs(var id, var test) => ways.Credential(id) is not { } credential || MayNotBe(ways, credential, test),
        Condition.TaggedAre(var tag, true, var test) => ways.Tagged(tag).Any(credential => MayNotBe(ways, credential, test)),
        Condition.TaggedAre(var tag, false, var test) => ways.Tagged(tag).All(credential => MayNotBe(ways, credential, test)),
        Condition.Adversary(var state, true) => state != ways.Initial,
        Condition.Phase(var phase) => ways.Phase(phase) is not { } of || window.From < of.From || window.Until >= of.Until,
        Condition.Before(var time) => window.Until >= time,
        Condition.From(var time) => window.From < time,
        _ => true,
    };

    static bool MayBe(Ways ways, CredentialSpec credential, CredentialTest test) => test switch
    {
        CredentialTest.Usable => credential.Live,
        CredentialTest.Dead => !credential.Live || ways.Can("ended", credential.Id),
        CredentialTest.Known => ways.Can("known", credential.Id),
        CredentialTest.Rotated => ways.Can("ended", credential.Id, nameof(CredentialEnd.Rotated)),
        CredentialTest.Disabled => ways.Can("ended", credential.Id, nameof(CredentialEnd.Disabled)),
        _ => ways.Can("ended", credential.Id, nameof(CredentialEnd.Revoked)),
    };

    static bool MayNotBe(Ways ways, CredentialSpec credential, CredentialTest test) => test switch
    {
        CredentialTest.Usable => !credential.Live || ways.Can("ended", credential.Id),
        CredentialTest.Dead => credential.Live,
        _ => true,
    };
}
