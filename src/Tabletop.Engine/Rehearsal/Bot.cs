namespace Tabletop.Engine;

/// <summary>Somebody who plays by a rule instead of a file.</summary>
public abstract class Bot
{
    private protected Bot(string id, string title) => (Id, Title) = (id, title);

    public string Id { get; }

    public string Title { get; }

    /// <summary>Does nothing and answers nothing.</summary>
    public static Bot Passive { get; } = new PassiveBot();

    /// <summary>Ends every credential and isolates every system that it may, as early as its hours allow.</summary>
    public static Bot Panic { get; } = new PanicBot();

    /// <summary>Decides anything at any time, by the seed.</summary>
    public static Bot Random { get; } = new RandomBot();

    internal abstract void Play(Player player, Dice dice);

    sealed class PassiveBot() : Bot("passive", "Does nothing")
    {
        internal override void Play(Player player, Dice dice)
        {
        }
    }

    sealed class PanicBot() : Bot("panic", "Ends and isolates everything")
    {
        internal override void Play(Player player, Dice dice)
        {
            foreach (var phase in player.Scenario.Phases)
            {
                player.JumpTo(phase.Start);
                foreach (var offer in player.Offers.Where(offer => offer.Refusal is null && offer.Action.Effects.Any(IsDrastic)).OrderBy(offer => offer.Effort))
                {
                    player.Decide(offer.Action.Id, offer.Target, "Better safe than sorry.");
                }
            }
        }

        static bool IsDrastic(Effect effect) => effect is Effect.EndCredential or Effect.MarkSystem { On: true, Mark: "isolated" or "rebuilt" or "egress-denied" };
    }

    /// <summary>Decides at random, but answers one question always the same.</summary>
    internal static Bot RandomExcept(string inject, string reply) => new RandomBot(inject, reply);

    sealed class RandomBot(string? inject = null, string? reply = null) : Bot("random", "Decides at random")
    {
        const int MostDecisionsInAPhase = 12;

        internal override void Play(Player player, Dice dice)
        {
            foreach (var phase in player.Scenario.Phases)
            {
                var times = Enumerable.Range(0, dice.Next(MostDecisionsInAPhase + 1)).Select(_ => dice.Between(phase.Start, phase.End)).Order().ToList();
                foreach (var time in times)
                {
                    player.JumpTo(time);
                    Act(player, dice);
                }
            }
        }

        void Act(Player player, Dice dice)
        {
            foreach (var item in player.Team.Inbox)
            {
                if (player.Exercise.FindInject(item.Inject)?.Question is { } question && player.Team.CanAnswer(item.Inject))
                {
                    var any = Replies.Any(player.Scenario, question, dice);
                    player.Answer(item.Inject, item.Inject == inject ? reply! : any);
                }
            }

            var action = player.Scenario.Actions[dice.Next(player.Scenario.Actions.Count)];
            var targets = Targets.Of(player.Scenario, action, player.Team).ToList();
            if (action.Target == TargetKind.None || targets.Count > 0)
            {
                player.Decide(action.Id, action.Target == TargetKind.None ? null : targets[dice.Next(targets.Count)]);
            }
        }
    }
}
