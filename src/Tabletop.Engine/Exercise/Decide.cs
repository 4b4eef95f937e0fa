using System.Globalization;

namespace Tabletop.Engine;

public sealed partial record Exercise
{
    /// <summary>Scenario time at a server time.</summary>
    public DateTimeOffset TimeAt(DateTimeOffset at) => Clock.TimeAt(at, Scenario, Pace);

    /// <summary>Server time at which <see cref="Command.Advance"/> has something to do; null when the clock stands and does not start by itself.</summary>
    public DateTimeOffset? NextDue(DateTimeOffset at) =>
        Lifecycle == Lifecycle.Lobby ? StartsByItselfAt(at)
        : Lifecycle == Lifecycle.Running && Schedule.Next(this, TimeAt(at)) is { } due ? Clock.ReachesAt(due.Time, Scenario, Pace) : null;

    /// <summary>
    /// Answers a command: the events that follow from it, what was due before it included, or a refusal.
    /// A command that was accepted before gets no further events.
    /// </summary>
    /// <param name="at">Server time; never before that of the last command.</param>
    public Verdict Decide(Command command, DateTimeOffset at)
    {
        if (command.Id.Length > 0 && Accepted.ContainsKey(command.Id))
        {
            return Verdict.Accept([]);
        }

        var unfolding = new Unfolding(this, at);
        if (command is Command.ReportOutage outage)
        {
            return ReportOutage(outage, unfolding);
        }

        unfolding.AdvanceTo(TimeAt(at));
        if (unfolding.Exercise.Handle(command, unfolding, at) is { } rejection)
        {
            // What was due has happened all the same; it is recorded by the next command or the clock. That a deed does not
            // wait any more must be known at once.
            return unfolding.Events is [.., Event.DeedSettled] ? new Verdict(unfolding.Events, rejection) : rejection;
        }

        if (command is Command.SayReady or Command.Leave)
        {
            unfolding.Exercise.StartIfReady(e => unfolding.Emit(e, unfolding.Exercise.TimeAt(at), command));
        }

        if (command is Command.Advance or Command.Join && unfolding.Exercise.Lifecycle == Lifecycle.Lobby && unfolding.Exercise.StartsByItselfAt(at) <= at)
        {
            // The clock's doing, whoever's command it comes along with.
            unfolding.Emit(new Event.Started(), TimeAt(at));
        }

        if (command is Command.AnswerInject or Command.Join or Command.Leave)
        {
            unfolding.Exercise.CloseVotes(e => unfolding.Emit(e, unfolding.Exercise.TimeAt(at), command));
        }

        unfolding.AdvanceTo(unfolding.Exercise.TimeAt(at));
        return Verdict.Accept(unfolding.Events);
    }

    /// <param name="emit">Given what follows; the exercise itself stays as it is.</param>
    Rejection? CarryOut(Command command, DateTimeOffset at, Action<Event> emit)
    {
        switch (command)
        {
            case Command.Advance:
                return null;
            case Command.AddTeam add:
                return AddTeam(add, emit);
            case Command.Join join:
                return TakeSeat(join, emit);
            case Command.SetRoster set:
                return SetRoster(set, emit);
            case Command.UndoRoster:
                return UndoRoster(emit);
            case Command.RenewSeatLink renew:
                return RenewSeatLink(renew, emit);
            case Command.Leave leave:
                if (People.TryGetValue(leave.Person, out var leaving))
                {
                    emit(new Event.Left(leaving.Id, leaving.Team));
                }

                return null;
            case Command.MoveSeat move:
                return MoveSeat(move, emit);
            case Command.CatchUp caught:
                return CatchUp(caught, emit);
            case Command.SayReady say:
                return SayReady(say, emit);
            case Command.PlanStart plan:
                return PlanStart(plan, at, emit);
            case Command.Start:
                return Change(LifecycleTable.Change.Start, () => StartNow(emit));
            case Command.Pause pause:
                return Change(LifecycleTable.Change.Pause, () => Do(emit, new Event.Paused(pause.Reason)));
            case Command.Resume:
                return Change(LifecycleTable.Change.Resume, () => Do(emit, new Event.Resumed()));
            case Command.End:
                return Change(LifecycleTable.Change.End, () => Do(emit, new Event.Ended()));
            case Command.Close:
                return Change(LifecycleTable.Change.Close, () => Do(emit, new Event.Closed()));
            case Command.SetSpeed speed:
                return speed.Permille is < Clock.MinPermille or > Clock.MaxPermille
                    ? new(RejectionCode.BadValue, $"The speed must be between {Clock.MinPermille / 1000m} and {Clock.MaxPermille / 1000m} times the pace.")
                    : NotLive("change the speed of") ?? Do(emit, new Event.SpeedChanged(speed.Permille));
            case Command.Extend extend:
                return Extend(extend, TimeAt(at), emit);
            case Command.UndoExtension undo:
                return Undo(undo, TimeAt(at), emit);
            case Command.Jump jump:
                return JumpTo(jump.To, TimeAt(at), emit);
            case Command.Step:
                return StepOn(TimeAt(at), at, emit);
            case Command.SendInject send:
                return Send(send, emit);
            case Command.HoldInject hold:
                return Hold(hold, emit);
            case Command.RecallInject recall:
                return Recall(recall, emit);
            case Command.ReleaseHold release:
                return Held.Contains(release.Inject)
                    ? Do(emit, new Event.HoldReleased(release.Inject))
                    : new(RejectionCode.InjectState, "That inject is not held; there is nothing to let go.");
            case Command.WriteInject write:
                return Write(write, TimeAt(at), emit);
            case Command.RescheduleInject reschedule:
                return Reschedule(reschedule, TimeAt(at), emit);
            case Command.DropInject drop:
                return Drop(drop, emit);
            case Command.EditInject edit:
                return Edit(edit, emit);
            case Command.Announce announce:
                return Announce(announce, emit);
            case Command.ReadAnnouncement read:
                return ReadAnnouncement(read, emit);
            case Command.EndAnnouncement end:
                return EndAnnouncement(end, emit);
            case Command.GiveHint give:
                return Give(give, emit);
            case Command.ReadHint read:
                return Read(read, emit);
            case Command.CorrectScore correct:
                return Correct(correct, emit);
            case Command.UndoCorrection undo:
                return Undo(undo, emit);
            case Command.Override set:
                return Override(set, emit);
            case Command.MakeRemark make:
                return Make(make, emit);
            case Command.RemoveRemark remove:
                return Remove(remove, emit);
            case Command.HandOver hand:
                return HandOver(hand, emit);
            case Command.AdmitFacilitators admit:
                return Admit(admit, emit);
            case Command.GivePass give:
                return Give(give, emit);
            case Command.EndPass end:
                return EndPass(end, emit);
            case Command.ShowStanding show:
                return show.Standing == Standing ? null : Do(emit, new Event.StandingShown(show.Standing));
            case Command.ShowHistory show:
                return ShowHistory(show.Shown, emit);
            case Command.SetApproval set:
                return SetApproval(set, emit);
            case Command.Observe observe:
                return Observe(observe, emit);
            case Command.RemoveObservation remove:
                return RemoveObservation(remove, emit);
            case Command.Rate rate:
                return Rate(rate, emit);
            case Command.JudgeCredential judge:
                return Judge(judge, emit);
            case Command.MarkInbox mark:
                return Mark(mark, emit);
            case Command.Say say:
                return Say(say, emit);
            case Command.ReadChat read:
                return ReadChat(read, emit);
            case Command.WriteNote write:
                return WriteNote(write, emit);
            case Command.RemoveNote remove:
                return RemoveNote(remove, emit);
            case Command.ProposeAction or Command.VoiceOnAction or Command.DropProposal:
                return Discuss(command, TimeAt(at), emit);
            case Command.ReadInject or Command.SubmitDecision or Command.AnswerInject:
                return Carry(command, TimeAt(at), emit);
            case Command.WithdrawDecision withdraw:
                return Withdraw(withdraw, emit);
            default:
                throw new InvalidOperationException($"No rule for {command.GetType().Name}.");
        }
    }

    /// <summary>What bots do, too.</summary>
    /// <param name="time">Scenario time.</param>
    internal Rejection? Carry(Command command, DateTimeOffset time, Action<Event> emit) => command switch
    {
        Command.ReadInject read => Read(read, emit),
        Command.SubmitDecision submit => Submit(submit, time, emit),
        Command.AnswerInject answer => AnswerNow(answer, emit),
        _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
    };

    static Rejection? Do(Action<Event> emit, Event e)
    {
        emit(e);
        return null;
    }

    Rejection? Change(LifecycleTable.Change change, Func<Rejection?> then) =>
        LifecycleTable.Permits(Lifecycle, change) ? then() : LifecycleTable.Refuse(Lifecycle, change);

    /// <summary>A refusal unless the exercise is running or paused.</summary>
    /// <param name="verb">What can't be done then: <c>decide in</c>.</param>
    Rejection? NotLive(Phrase verb) => Lifecycle is Lifecycle.Running or Lifecycle.Paused
        ? null
        : new(RejectionCode.NotNow, $"You can't {verb} the exercise now: it {LifecycleTable.Is(Lifecycle)}.");

    Rejection? StartNow(Action<Event> emit)
    {
        if (Mode == ExerciseMode.Door)
        {
            return new(RejectionCode.NotNow, "Nothing is played here: each team starts its own exercise when its people are ready.");
        }

        if (Teams.Length == 0)
        {
            return new(RejectionCode.NotNow, "There is no team yet. Add a team, or let the first participant join one, then start.");
        }

        emit(new Event.Started());
        return null;
    }

    Verdict ReportOutage(Command.ReportOutage outage, Unfolding unfolding)
    {
        if (Lifecycle != Lifecycle.Running)
        {
            return Verdict.Accept([]);
        }

        var since = outage.Since > Clock.AnchorAt ? outage.Since : Clock.AnchorAt;
        var time = TimeAt(since);
        unfolding.AdvanceTo(time);
        if (unfolding.Exercise.Lifecycle == Lifecycle.Running)
        {
            unfolding.Emit(new Event.OutagePassed(since, Scenario.AfterOutage), time, outage);
        }

        return Verdict.Accept(unfolding.Events);
    }

    Rejection? JumpTo(DateTimeOffset to, DateTimeOffset now, Action<Event> emit)
    {
        if (NotLive("jump in") is { } refusal)
        {
            return refusal;
        }

        if (to <= now || to > Scenario.End)
        {
            return new(RejectionCode.BadValue, $"You can only jump forward: to a time after {now} and up to {Scenario.End}.");
        }

        emit(new Event.Jumped(to));
        return null;
    }

    internal static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
