using System.Collections.Immutable;

namespace Tabletop.Engine;

public sealed partial record Exercise
{
    /// <summary>The exercise as its first event leaves it.</summary>
    public static Exercise Open(Scenario scenario, Event.Opened opened) => new()
    {
        Scenario = scenario,
        Id = opened.Exercise,
        Code = opened.Code,
        Title = opened.Title,
        Pace = opened.Pace,
        Seed = opened.Seed,
        Mode = opened.Mode,
        Door = opened.Door,
        Rehearsal = opened.Rehearsal,
        Owner = opened.Facilitator,
        Version = opened.Version,
        Clock = new(Running: false, opened.At, scenario.Start, TimeSpan.Zero, 1000),
        Now = scenario.Start,
    };

    /// <summary>Folds a log, whose first event must be <see cref="Event.Opened"/>.</summary>
    public static Exercise Replay(Scenario scenario, IEnumerable<Event> log)
    {
        Exercise? exercise = null;
        foreach (var e in log)
        {
            exercise = exercise is null ? Open(scenario, (Event.Opened)e) : exercise.Apply(e);
        }

        return exercise ?? throw new ArgumentException("The log is empty; an exercise begins with Opened.", nameof(log));
    }

    /// <summary>The exercise after one more event.</summary>
    /// <exception cref="ArgumentException">The event's version is not the next.</exception>
    public Exercise Apply(Event e)
    {
        if (e.Version != Version + 1)
        {
            throw new ArgumentException($"Event {e.Version} can't follow version {Version} of exercise {Id}.", nameof(e));
        }

        var next = Change(e);
        return next with
        {
            Version = e.Version,
            Now = e.Time > Now ? e.Time : Now,
            Accepted = e.Command is null ? Accepted : Accepted.SetItem(e.Command, e.Version),
        };
    }

    Exercise Change(Event e) => e switch
    {
        Event.TeamAdded added => this with { Teams = Teams.Add(NewTeam(added)) },
        Event.TeamRemoved or Event.RosterSet or Event.RosterUndone or Event.SeatLinkRenewed => Rostered(e),
        Event.Joined or Event.SeatMoved or Event.CaughtUp or Event.Readied => Seated(e),
        Event.Left left => this with { People = People.Remove(left.Person) },
        Event.StartPlanned planned => this with { Planned = planned.Starts is { } starts ? new(starts, planned.ByItself, planned.Zone) : null },
        Event.Started or Event.Resumed => this with
        {
            Lifecycle = Lifecycle.Running,
            PauseReason = "",
            Clock = Clock.AnchoredAt(e.At, e.Time) with { Running = true },
        },
        Event.Paused paused => Stand(paused, Lifecycle.Paused) with { PauseReason = paused.Reason },
        Event.SpeedChanged speed => this with { Clock = Clock.AnchoredAt(e.At, e.Time) with { Permille = speed.Permille } },
        Event.Extended extended => Extended(extended),
        Event.ExtensionUndone undone => Extended(undone),
        Event.Jumped jumped => this with { Clock = Clock.AnchoredAt(e.At, jumped.To) },
        Event.OutagePassed passed => Outage(passed),
        Event.PhaseEntered entered => this with
        {
            Phase = Scenario.Phases.IndexOf(entered.Phase),
            Teams = [.. Teams.Select(team => team with { EffortUsed = 0 })],
        },
        Event.InjectHeld held => this with { Held = Held.Add(held.Inject) },
        Event.HoldReleased released => this with { Held = Held.Remove(released.Inject) },
        Event.InjectWritten written => Write(written),
        Event.InjectRescheduled rescheduled => Changed(rescheduled),
        Event.InjectEdited edited => Changed(edited),
        Event.InjectDropped dropped => this with { Dropped = dropped.Dropped ? Dropped.Add(dropped.Inject) : Dropped.Remove(dropped.Inject) },
        Event.Announced or Event.AnnouncementRead or Event.AnnouncementEnded => this with { Announcements = Announcement.After(Announcements, e) },
        Event.RemarkMade taken => Remarked(taken),
        Event.RemarkRemoved removed => Remarked(removed),
        Event.HandedOver handed => Owned(handed),
        Event.FacilitatorsAdmitted admitted => this with { Helpers = admitted.Who },
        Event.PassGiven given => this with { Passes = Passes.Add(new(given.Pass, given.Kind, given.Name, given.Team)) },
        Event.PassEnded ended => this with { Passes = [.. Passes.Select(pass => pass.Id == ended.Pass ? pass with { Ended = true } : pass)] },
        Event.StandingShown shown => this with { Standing = shown.Standing },
        Event.HistoryShown shown => this with { ShowsHistory = shown.Shown },
        Event.Observed or Event.ObservationRemoved or Event.Rated => Evaluated(e),
        Event.ApprovalSet or Event.DeedAsked or Event.DeedSettled => Awaited(e),
        Event.Ended => LetGo(e, "The exercise has ended meanwhile.").Stand(e, Lifecycle.Debrief),
        Event.Closed => LetGo(e, "The exercise was closed meanwhile.") with { Lifecycle = Lifecycle.Closed },
        { TeamId: { } team } => this with { Teams = [.. Teams.Select(item => item.Id == team ? Change(item, e) : item)] },
        _ => throw new InvalidOperationException($"No rule for {e.GetType().Name}."),
    };

    Team NewTeam(Event.TeamAdded added) => new()
    {
        Id = added.Team,
        Name = added.Name,
        World = new(),

        // Not for this team: as far as it is concerned, the matter is settled.
        Settled = Written.Values.Where(inject => inject.OnlyFor is not null).Select(inject => inject.Id).ToImmutableSortedSet(StringComparer.Ordinal),
        Adversary = Adversary.EnteredAt(Scenario.Adversary.Initial, Scenario.Start, ImmutableSortedSet.Create<string>(StringComparer.Ordinal)),
    };

    Exercise Stand(Event e, Lifecycle lifecycle) => this with
    {
        Lifecycle = lifecycle,
        Clock = Clock.AnchoredAt(e.At, e.Time) with { Running = false },
    };

    Exercise Outage(Event.OutagePassed passed)
    {
        var elapsed = Clock.Elapsed(passed.Since);
        var stays = passed.Rule == OutageRule.Pause;
        return this with
        {
            Lifecycle = stays ? Lifecycle.Paused : Lifecycle,
            PauseReason = stays ? ServerWasDown : PauseReason,
            Clock = Clock with { AnchorAt = passed.At, AnchorTime = passed.Time, ElapsedBefore = elapsed, Running = !stays },
        };
    }

    Exercise Write(Event.InjectWritten written)
    {
        var spec = new InjectSpec
        {
            Id = written.Inject,
            Channel = written.Channel,
            From = written.From,
            Title = written.Title,
            Body = written.Body,
            To = written.To,
            Trigger = written.Due is { } due ? new Trigger.AtTime(due, null) : new Trigger.Manual(),
            OnlyFor = written.Team,
            Provenance = new([], true, "Written by the facilitator."),
        };
        return this with
        {
            Written = Written.SetItem(spec.Id, spec),
            Teams = [.. Teams.Select(team => (written.Team is null || team.Id == written.Team, written.Due) switch
            {
                (true, null) => team.Receive(spec.Id, written),
                (true, _) => team,

                // It is not for this team: as far as it is concerned, the matter is settled.
                _ => team with { Settled = team.Settled.Add(spec.Id) },
            })],
        };
    }

    Team Change(Team team, Event e)
    {
        switch (e)
        {
            case Event.InjectDue due:
                return team with { Settled = team.Settled.Add(due.Inject), Pending = team.Pending.SetItem(due.Inject, due.Release) };
            case Event.InjectPassed passed:
                return team with { Settled = team.Settled.Add(passed.Inject), Pending = team.Pending.Remove(passed.Inject) };
            case Event.InjectWithdrawn withdrawn:
                return team.TakeBack(withdrawn.Inject, new(e.Time, withdrawn.Says));
            case Event.InjectReleased released:
                var inject = FindInject(Copies.BaseOf(released.Inject))!;
                return team.Receive(released.Inject, e).Expect(inject, released.Inject, e.Time).Apply(inject.Effects, Scenario, e.Time);
            case Event.InjectRead read:
                return team with
                {
                    Inbox = [.. team.Inbox.Select(item => item.Inject == read.Inject ? item with { ReadBy = item.ReadBy.Add(read.Person) } : item)],
                };
            case Event.CredentialJudged judged:
                return team.Judge(judged);
            case Event.InboxMarked marked:
                return team.Mark(marked);
            case Event.Said or Event.ChatRead or Event.NoteWritten or Event.NoteRemoved:
                return team.Talk(e);
            case Event.InjectAnswered answered:
                return Record(team, answered);
            case Event.AnswerProposed proposed:
                return Propose(team, proposed);
            case Event.DeadlinePassed lapsed:
                return Lapse(team, lapsed);
            case Event.ActionProposed or Event.ActionVoiced or Event.ProposalDropped:
                return team.Discussed(e);
            case Event.DecisionMade made:
                return team.Discussed(e) with { Decisions = team.Decisions.Add(NewDecision(made)), EffortUsed = team.EffortUsed + made.Effort };
            case Event.DecisionWithdrawn withdrawn:
                return team with { Decisions = Edit(team, withdrawn.Decision, item => item with { Status = DecisionStatus.Withdrawn }) };
            case Event.DecisionFinished finished:
                return Finish(team, finished);
            case Event.AdversaryMoved moved:
                var step = Scenario.Adversary.States[moved.From].Steps.First(item => item.Id == moved.Step);
                return (team with { Adversary = Adversary.EnteredAt(moved.To, e.Time, team.Adversary.Visited) }).Apply(step.Effects, Scenario, e.Time);
            case Event.AdversaryRefused refused:
                return Refuse(team, refused);
            case Event.HintGiven given:
                return team.Hinted(given);
            case Event.HintRead read:
                return team.Hinted(read);
            case Event.ScoreCorrected corrected:
                return team.Corrected(corrected);
            case Event.Overridden set:
                return team.Overridden(set);
            default:
                throw new InvalidOperationException($"No rule for {e.GetType().Name}.");
        }
    }

    static Decision NewDecision(Event.DecisionMade made) => new()
    {
        Id = made.Decision,
        Person = made.Person,
        Action = made.Action,
        Target = made.Target,
        Asked = made.Asked,
        Reason = made.Reason,
        Confidence = made.Confidence,
        Alternatives = made.Alternatives,
        Made = made.Time,
        Finishes = made.Finishes,
        Effort = made.Effort,
        Version = made.Version,
    };

    static ImmutableArray<Decision> Edit(Team team, string id, Func<Decision, Decision> edit) =>
        [.. team.Decisions.Select(item => item.Id == id ? edit(item) : item)];

    Team Finish(Team team, Event.DecisionFinished finished)
    {
        var decision = team.Decisions.First(item => item.Id == finished.Decision);
        var done = team with
        {
            Decisions = Edit(team, decision.Id, item => item with { Status = DecisionStatus.Finished, Finding = finished.Finding, Outage = finished.Outage }),
            World = team.World with { OutageHours = team.World.OutageHours + finished.Outage },
        };
        var action = Scenario.Actions[decision.Action];
        var learnt = action.Topics.TryGet(decision.Target, out var topic) ? topic.Effects : [];
        return done.Apply(action.Effects.Concat(learnt), Scenario, finished.Time, decision.Target);
    }

    Team Refuse(Team team, Event.AdversaryRefused refused)
    {
        var spec = Scenario.Adversary.States[team.Adversary.State].Steps.First(item => item.Id == refused.Step).Refused;
        var adversary = refused.To is null
            ? team.Adversary with { Tried = team.Adversary.Tried.SetItem(refused.Step, refused.Time + spec.Retry) }
            : Adversary.EnteredAt(refused.To, refused.Time, team.Adversary.Visited);
        return (team with { Adversary = adversary }).Apply(spec.Effects, Scenario, refused.Time);
    }
}
