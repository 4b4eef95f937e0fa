using System.Globalization;

namespace Tabletop.Engine;

/// <summary>An action that a person could decide now, what it would cost, and why not if not.</summary>
/// <param name="Outage">Hours of outage if what it touches is in use.</param>
public sealed record Offer(ActionSpec Action, string? Target, string TargetTitle, TimeSpan Takes, decimal Effort, decimal Outage, Rejection? Refusal)
{
    /// <summary>It can be proposed to the team, whoever may decide it.</summary>
    public bool MayPropose { get; init; }
}

public sealed partial record Exercise
{
    /// <summary>Every action on every target that the person's team knows of, with its price.</summary>
    public IReadOnlyList<Offer> Offers(string personId)
    {
        if (!People.TryGetValue(personId, out var person) || FindTeam(person.Team) is not { } team)
        {
            return [];
        }

        var offers = new List<Offer>();
        foreach (var action in Scenario.Actions)
        {
            var deciders = DecidersInsteadOf(person, action);

            // What can be found by typing is not given away by a list.
            var targets = action.Target == TargetKind.None || action.Search ? [null] : Targets.Of(Scenario, action, team).Cast<string?>();
            foreach (var target in targets)
            {
                Scenario.Credentials.TryGet(target, out var credential);
                var state = RefuseState(team, action, target, Now);
                offers.Add(new(
                    action,
                    target,
                    Targets.TitleOf(Scenario, action, target),
                    Prices.TakesOf(action, credential),
                    Prices.EffortOf(action, credential),
                    Prices.AnnouncedOutageOf(action, credential),
                    deciders is null ? state : RefuseRole(deciders, action, target))
                {
                    MayPropose = state is null && RefuseProposal(team, action, target) is null,
                });
            }
        }

        return offers;
    }

    Rejection? Submit(Command.SubmitDecision submit, DateTimeOffset now, Action<Event> emit)
    {
        if (Aim(submit.Person, submit.Action, submit.Target, submit.Confidence, out var aimed) is { } unclear)
        {
            return unclear;
        }

        var (person, team, action, target, asked) = aimed!;
        if ((RefuseRole(person, action, target) ?? RefuseState(team, action, target, now)) is { } refusal)
        {
            return refusal;
        }

        Scenario.Credentials.TryGet(target, out var credential);
        emit(new Event.DecisionMade(
            team.Id, person.Id, submit.Id, action.Id, target, submit.Reason, submit.Confidence,
            Prices.EffortOf(action, credential), now + Prices.TakesOf(action, credential), submit.Alternatives.Trim())
        {
            Asked = asked is null ? null : submit.Target!.Trim(),
        });
        return null;
    }

    /// <summary>Who wants what done to what.</summary>
    /// <param name="Asked">The topic that was asked of a tool that is searched; null for everything else.</param>
    sealed record Aimed(Person Person, Team Team, ActionSpec Action, string? Target, string? Asked);

    /// <summary>Finds out what is meant, or why it can't be.</summary>
    Rejection? Aim(string personId, string actionId, string? wanted, int confidence, out Aimed? aimed)
    {
        aimed = null;
        if (NotLive("decide in") is { } late)
        {
            return late;
        }

        if (!People.TryGetValue(personId, out var person))
        {
            return NotSeated;
        }

        if (!Scenario.Actions.TryGet(actionId, out var action))
        {
            return new(RejectionCode.UnknownAction, $"The scenario has no action '{actionId}'.");
        }

        if (confidence is < 0 or > 100)
        {
            return new(RejectionCode.BadValue, "Confidence is a percentage from 0 to 100.");
        }

        var team = FindTeam(person.Team)!;
        if (Asked(action, wanted, out var asked) is { } unclear)
        {
            return unclear;
        }

        var target = action.Target == TargetKind.None ? null : asked ?? wanted;
        if (action.Target != TargetKind.None && (target is null || !Targets.Of(Scenario, action, team).Contains(target)))
        {
            return new(RejectionCode.UnknownTarget, target is null ? (Phrase)$"'{action.Title}' needs a target. Choose one." : (Phrase)$"'{action.Title}' can't be aimed at '{target}'. Choose a target from the list.");
        }

        aimed = new(person, team, action, target, asked);
        return null;
    }

    /// <summary>The topic that was asked of a tool that is searched; null for everything else.</summary>
    static Rejection? Asked(ActionSpec action, string? text, out string? topic)
    {
        topic = null;
        if (!action.Search)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(text) || text.Trim().Length > Tools.MostLetters)
        {
            return new(RejectionCode.BadValue, $"'{action.Title}' needs something to look for, {Tools.MostLetters} letters at most.");
        }

        topic = Tools.Match(action, text);
        return null;
    }

    Phrase Named(ActionSpec action, string? target) =>
        target is null ? (Phrase)$"'{action.Title}'" : (Phrase)$"'{action.Title}' on {Targets.TitleOf(Scenario, action, target)}";

    /// <summary>Why a person's role can't decide an action, or null.</summary>
    Rejection? RefuseRole(Person person, ActionSpec action, string? target) =>
        DecidersInsteadOf(person, action) is { } deciders ? RefuseRole(deciders, action, target) : null;

    Rejection RefuseRole(Deciders deciders, ActionSpec action, string? target) =>
        new(RejectionCode.NotYourRole, $"{Named(action, target)} is decided by {deciders.Roles}. Ask {deciders.People}.");

    /// <summary>Who decides an action where a person can't, whatever it is aimed at.</summary>
    sealed record Deciders(Phrase Roles, Phrase People);

    /// <summary>Null: the person's role may decide it.</summary>
    Deciders? DecidersInsteadOf(Person person, ActionSpec action)
    {
        if (action.Roles.IsEmpty || action.Roles.Contains(person.Role) || !IsStaffed(person.Team, action.Roles))
        {
            return null;
        }

        var able = People.Values.Where(other => other.Team == person.Team && action.Roles.Contains(other.Role)).Select(other => other.Name);
        return new(Titles(action.Roles), Phrase.Either(able));
    }

    /// <summary>Why nobody in a team can decide an action on a target now, or null.</summary>
    Rejection? RefuseState(Team team, ActionSpec action, string? target, DateTimeOffset now)
    {
        Phrase Title() => Named(action, target);
        foreach (var decision in team.Decisions)
        {
            if (decision.Action == action.Id && decision.Target == target
                && (decision.Status == DecisionStatus.Running || (decision.Status == DecisionStatus.Finished && action.Repeat == ActionRepeat.OncePerTarget)))
            {
                return new(RejectionCode.AlreadyDone, decision.Status == DecisionStatus.Running
                    ? (Phrase)$"{NameOf(decision.Person)} decided {Title()} at {decision.Made}; it is done at {decision.Finishes}."
                    : (Phrase)$"{NameOf(decision.Person)} decided {Title()} at {decision.Made}; it is done.");
            }
        }

        if (AlreadyEnded(team, action, target) is { } ended)
        {
            return new(RejectionCode.AlreadyDone, $"{Title()} would change nothing: {ended}.");
        }

        if (!new Facts(Scenario, team, now, target).Holds(action.Needs))
        {
            return new(RejectionCode.NotYetPossible, $"{Title()} is not possible yet: {action.NeedsSays}");
        }

        Scenario.Credentials.TryGet(target, out var credential);
        var effort = Prices.EffortOf(action, credential);
        var left = PhaseSpec.Effort - team.EffortUsed;
        if (effort > left)
        {
            var next = Phase + 1 < Scenario.Phases.Count
                ? (Phrase)$"You can wait for '{Scenario.Phases[Phase + 1].Title}' at {PhaseSpec.End}, or choose something smaller."
                : (Phrase)"You can choose something smaller.";
            return new(RejectionCode.NoCapacity, $"{Title()} takes {Hours(effort)} of work; your team has {Hours(left)} left in this phase. {next}");
        }

        return null;
    }

    static Phrase? AlreadyEnded(Team team, ActionSpec action, string? target)
    {
        if (target is null)
        {
            return null;
        }

        if (action.Target == TargetKind.Credential
            && team.World.Ended.TryGetValue(target, out var end)
            && action.Effects.Any(effect => effect is Effect.EndCredential { Credential: null, Tag: null }))
        {
            return end.As switch
            {
                CredentialEnd.Rotated => (Phrase)$"it was rotated at {end.Since}",
                CredentialEnd.Disabled => (Phrase)$"it was disabled at {end.Since}",
                _ => (Phrase)$"it was revoked at {end.Since}",
            };
        }

        return action.Target == TargetKind.Foothold && team.World.Footholds.TryGetValue(target, out var foothold) && foothold.Removed is { } removed
            ? (Phrase)$"it was removed at {removed}"
            : null;
    }

    Rejection? Withdraw(Command.WithdrawDecision withdraw, Action<Event> emit)
    {
        if (!People.TryGetValue(withdraw.Person, out var person))
        {
            return NotSeated;
        }

        switch (FindTeam(person.Team)!.Decisions.FirstOrDefault(item => item.Id == withdraw.Decision))
        {
            case null:
                return new(RejectionCode.UnknownDecision, "Your team has made no such decision.");
            case { Status: DecisionStatus.Finished } finished:
                return new(RejectionCode.TooLate, $"It was finished at {finished.Finishes} and can't be taken back.");
            case { Status: DecisionStatus.Running } running:
                emit(new Event.DecisionWithdrawn(person.Team, person.Id, running.Id));
                return null;
            default:
                return null;
        }
    }

    Phrase Titles(IEnumerable<string> roles) =>
        Phrase.Either(roles.Select(role => Scenario.Roles.TryGet(role, out var spec) ? spec.Title : role));

    static string Hours(decimal hours) => hours.ToString("0.##", CultureInfo.InvariantCulture) + " h";
}
