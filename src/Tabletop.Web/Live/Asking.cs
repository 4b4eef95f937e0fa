using MediatR;
using Tabletop.Engine;
using Tabletop.Exercises;

namespace Tabletop.Web;

/// <summary>Turns what a page asks for into requests of the caller who looks at it.</summary>
public sealed class Asking(IMediator mediator, CurrentCaller caller)
{
    /// <summary>A sender for one exercise.</summary>
    public Sender For(string exercise) => async command =>
    {
        var answer = await mediator.Send(RequestOf(command, await caller.Get(), exercise));
        return answer.Refusal?.Says;
    };

    static IRequest<Result<Accepted>> RequestOf(Command command, Caller caller, string exercise) => command switch
    {
        Command.AddTeam add => new AddTeam(caller, exercise, add.Name),
        Command.SayReady say => new SayReady(caller, exercise, say.Ready),
        Command.PlanStart plan => new PlanStart(caller, exercise, plan.Starts, plan.ByItself, plan.Zone),
        Command.Start => new Start(caller, exercise),
        Command.Pause pause => new Pause(caller, exercise, pause.Reason),
        Command.Resume => new Resume(caller, exercise),
        Command.SetSpeed speed => new SetSpeed(caller, exercise, speed.Permille),
        Command.Extend extend => new Extend(caller, exercise, extend.Phase, extend.Minutes),
        Command.UndoExtension undo => new UndoExtension(caller, exercise, undo.Extension),
        Command.Jump jump => new Jump(caller, exercise, jump.To),
        Command.Step => new StepToNextInject(caller, exercise),
        Command.SendInject send => new SendInject(caller, exercise, send.Inject, send.Team),
        Command.RecallInject recall => new RecallInject(caller, exercise, recall.Inject, recall.Team, recall.Says),
        Command.DropInject drop => new DropInject(caller, exercise, drop.Inject, drop.Dropped),
        Command.HoldInject hold => new HoldInject(caller, exercise, hold.Inject),
        Command.ReleaseHold release => new ReleaseHold(caller, exercise, release.Inject),
        Command.WriteInject write => new WriteInject(caller, exercise, write.Channel, write.From, write.Title, write.Body, write.To, write.Team) { Due = write.Due },
        Command.RescheduleInject reschedule => new RescheduleInject(caller, exercise, reschedule.Inject, reschedule.To),
        Command.EditInject edit => new EditInject(caller, exercise, edit.Inject, edit.Channel, edit.From, edit.Title, edit.Body, edit.To),
        Command.Announce announce => new Announce(caller, exercise, announce.Text, announce.Team),
        Command.EndAnnouncement end => new EndAnnouncement(caller, exercise, end.Announcement),
        Command.ReadAnnouncement read => new ReadAnnouncement(caller, exercise, read.Announcement),
        Command.GiveHint give => new GiveHint(caller, exercise, give.Text, give.Cost, give.Team),
        Command.ReadHint read => new ReadHint(caller, exercise, read.Hint),
        Command.CorrectScore correct => new CorrectScore(caller, exercise, correct.Team, correct.Dimension, correct.Points, correct.Reason),
        Command.UndoCorrection undo => new UndoCorrection(caller, exercise, undo.Team, undo.Undoes),
        Command.Override set => new OverrideWorld(caller, exercise, set.Team, set.What, set.Subject, set.To, set.Reason),
        Command.MakeRemark take => new MakeRemark(caller, exercise, take.Text, take.About),
        Command.RemoveRemark remove => new RemoveRemark(caller, exercise, remove.Remark),
        Command.HandOver hand => new HandOver(caller, exercise, hand.To.Id),
        Command.AdmitFacilitators admit => new AdmitFacilitators(caller, exercise, admit.Who is { } who ? [.. who.Select(actor => actor.Id)] : null),
        Command.GivePass give => new GivePass(caller, exercise, give.Kind, give.Name, give.Team),
        Command.EndPass end => new EndPass(caller, exercise, end.Pass),
        Command.ShowStanding show => new ShowStanding(caller, exercise, show.Standing),
        Command.ShowHistory show => new ShowHistory(caller, exercise, show.Shown),
        Command.SetApproval set => new SetApproval(caller, exercise, set.On),
        Command.SettleDeed settle => new SettleDeed(caller, exercise, settle.Deed, settle.As, settle.Reason),
        Command.Observe observe => new Observe(caller, exercise, observe.Team, observe.Inject, observe.Objective, observe.Text) { Files = observe.Files },
        Command.RemoveObservation remove => new RemoveObservation(caller, exercise, remove.Observation),
        Command.Rate rate => new Rate(caller, exercise, rate.Team, rate.Objective, rate.Rating, rate.Comment),
        Command.ReadInject read => new ReadInject(caller, exercise, read.Inject),
        Command.SubmitDecision submit => new SubmitDecision(caller, exercise, submit.Action, submit.Target, submit.Reason, submit.Confidence, submit.Alternatives),
        Command.WithdrawDecision withdraw => new WithdrawDecision(caller, exercise, withdraw.Decision),
        Command.AnswerInject answer => new AnswerInject(caller, exercise, answer.Inject, answer.Reply, answer.Reason, answer.Confidence, answer.Alternatives),
        Command.CatchUp => new CatchUp(caller, exercise),
        Command.ProposeAction propose => new ProposeAction(caller, exercise, propose.Action, propose.Target, propose.Reason, propose.Confidence, propose.Alternatives),
        Command.VoiceOnAction voice => new VoiceOnAction(caller, exercise, voice.Proposal, voice.For, voice.Reason),
        Command.DropProposal drop => new DropProposal(caller, exercise, drop.Proposal),
        Command.JudgeCredential judge => new JudgeCredential(caller, exercise, judge.Credential, judge.As, judge.Reason),
        Command.MarkInbox mark => new MarkInbox(caller, exercise, mark.Item, mark.Read, mark.Flagged),
        Command.Say say => new Say(caller, exercise, say.Text),
        Command.ReadChat read => new ReadChat(caller, exercise, read.UpTo),
        Command.WriteNote write => new WriteNote(caller, exercise, write.Note.Length == 0 ? null : write.Note, write.Text, write.Seen),
        Command.RemoveNote remove => new RemoveNote(caller, exercise, remove.Note, remove.Seen),
        Command.End => new EndExercise(caller, exercise),
        Command.Close => new CloseExercise(caller, exercise),
        _ => throw new ArgumentException($"No page asks for {command.GetType().Name}.", nameof(command)),
    };
}
