using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>Answers questions about one team's world at one moment.</summary>
/// <param name="Target">What <see cref="Condition.TheTarget"/> means; null outside an action.</param>
public readonly record struct Facts(Scenario Scenario, Team Team, DateTimeOffset Now, string? Target = null)
{
    /// <summary>The counter that adds up all outage, in hours.</summary>
    public const string OutageHours = "outage-hours";

    public bool Holds(Condition? condition)
    {
        switch (condition)
        {
            case null:
                return true;
            case Condition.All all:
                foreach (var item in all.Items)
                {
                    if (!Holds(item))
                    {
                        return false;
                    }
                }

                return true;
            case Condition.Any any:
                foreach (var item in any.Items)
                {
                    if (Holds(item))
                    {
                        return true;
                    }
                }

                return false;
            case Condition.Not not:
                return !Holds(not.Item);
            case Condition.CredentialIs(var id, var test):
                return Scenario.Credentials.TryGet(Subject(id), out var credential) && Test(credential, test);
            case Condition.TaggedAre(var tag, var every, var test):
                var facts = this;
                var tagged = Scenario.Credentials.Where(item => item.Tags.Contains(tag));
                return every ? tagged.All(item => facts.Test(item, test)) : tagged.Any(item => facts.Test(item, test));
            case Condition.SystemIs(var id, var mark):
                return Team.World.Marks.ContainsKey(World.MarkKey(Subject(id) ?? "", mark));
            case Condition.FootholdIs(var id, var test):
                return Test(Subject(id), test);
            case Condition.Flag(var id):
                return Team.World.Flags.ContainsKey(id);
            case Condition.Did(var action, var on, var started):
                return Did(action, on is null ? null : Subject(on), started);
            case Condition.Adversary(var state, var ever):
                return ever ? Team.Adversary.Visited.Contains(state) : Team.Adversary.State == state;
            case Condition.CounterAtLeast(var counter, var amount):
                return Amount(counter) >= amount;
            case Condition.Released(var inject):
                return Team.Inbox.Any(item => item.Inject == inject);
            case Condition.Withdrawn(var inject):
                return Team.Withdrawn.ContainsKey(inject);
            case Condition.AboutAnswer about:
                return Team.Answers.TryGetValue(about.Inject, out var answer) && answer.Reply.Fits(about);
            case Condition.Phase(var id):
                return Scenario.Phases.TryGet(id, out var phase) && Now >= phase.Start && Now < phase.End;
            case Condition.Before(var time):
                return Now < time;
            case Condition.From(var time):
                return Now >= time;
            default:
                throw new InvalidOperationException($"No rule for {condition.GetType().Name}.");
        }
    }

    public bool IsUsable(CredentialSpec credential) => credential.Live && !Team.World.Ended.ContainsKey(credential.Id);

    /// <summary>Whether the attacker can use it now.</summary>
    public bool IsLive(FootholdSpec foothold) => IsPlanted(foothold.Id) && Holds(foothold.Holds);

    public bool IsPlanted(string foothold) => Team.World.Footholds.TryGetValue(foothold, out var state) && state.Removed is null;

    /// <summary>A counter's value; hours for <see cref="OutageHours"/>.</summary>
    public decimal Amount(string counter) =>
        counter == OutageHours ? Team.World.OutageHours : Team.World.Counters.GetValueOrDefault(counter);

    string? Subject(string id) => id == Condition.TheTarget ? Target : id;

    bool Test(CredentialSpec credential, CredentialTest test)
    {
        var end = Team.World.Ended.GetValueOrDefault(credential.Id)?.As;
        return test switch
        {
            CredentialTest.Usable => IsUsable(credential),
            CredentialTest.Dead => !IsUsable(credential),
            CredentialTest.Rotated => end == CredentialEnd.Rotated,
            CredentialTest.Disabled => end == CredentialEnd.Disabled,
            CredentialTest.Revoked => end == CredentialEnd.Revoked,
            CredentialTest.Known => Team.World.KnownCredentials.Contains(credential.Id),
            _ => false,
        };
    }

    bool Test(string? foothold, FootholdTest test)
    {
        if (foothold is null || !Team.World.Footholds.TryGetValue(foothold, out var state))
        {
            return false;
        }

        return test switch
        {
            FootholdTest.Planted => state.Removed is null,
            FootholdTest.Live => IsLive(Scenario.Footholds[foothold]),
            FootholdTest.Removed => state.Removed is not null,
            FootholdTest.Known => state.Known,
            _ => false,
        };
    }

    bool Did(string action, string? on, bool started)
    {
        foreach (var decision in Team.Decisions)
        {
            if (decision.Action == action
                && (on is null || decision.Target == on)
                && (decision.Status == DecisionStatus.Finished || (started && decision.Status == DecisionStatus.Running)))
            {
                return true;
            }
        }

        return false;
    }
}
