using Tabletop.Engine;

namespace Tabletop.Exercises.Tests;

/// <content>Every kind of event, by whom it concerns.</content>
public sealed partial class WhatIsVisible
{
    public static TheoryData<Event> OwnTeam =>
    [
        new Event.TeamAdded("blue", "Blue"),
        new Event.Joined("lea", "Lea", "blue", "lead"),
        new Event.Left("lea", "blue"),
        new Event.Readied("blue", "lea", true),
        new Event.InjectReleased("blue", "supplier-calls"),
        new Event.InjectReleased("blue", "vpn-alert"),
        new Event.InjectRead("blue", "lea", "supplier-calls"),
        new Event.InjectWithdrawn("blue", "written-blue", "It was wrong."),
        new Event.AnswerProposed("blue", "lea", "supplier-calls", "thanks", "", 50),
        new Event.InjectAnswered("blue", "lea", "supplier-calls", "thanks", "", 50),
        new Event.DeadlinePassed("blue", "supplier-calls", "thanks"),
        new Event.DecisionMade("blue", "lea", "d", "hunt", null, "", 50, 3, default),
        new Event.DecisionWithdrawn("blue", "lea", "d"),
        new Event.CredentialJudged("blue", "lea", "Lea", "any", Judgement.Suspected, ""),
        new Event.DecisionFinished("blue", "d", "Nothing.", 0),
        new Event.InjectWritten("written-blue", Channel.Chat, "Boss", "For Blue", "Body", [], "blue"),
        new Event.Announced("a1", "Blue, come here.", "blue"),
        new Event.AnnouncementRead("blue", "lea", "a1"),
        new Event.AnnouncementEnded("a1", "blue"),
        new Event.HintGiven("blue", "h1", "Look at the logs.", 5),
        new Event.HintRead("blue", "lea", "h1"),
    ];

    /// <summary>What a team says and writes among itself.</summary>
    public static TheoryData<Event> Talk =>
    [
        new Event.Said("blue", "lea", "Lea", "m1", "Who has the log?"),
        new Event.ChatRead("blue", "lea", 5),
        new Event.NoteWritten("blue", "lea", "Lea", "n1", "Call the supplier"),
        new Event.NoteRemoved("blue", "lea", "Lea", "n1", "Call the supplier"),
    ];

    public static TheoryData<Event> Everybodys =>
    [
        new Event.Started(),
        new Event.Paused("Lunch"),
        new Event.Resumed(),
        new Event.SpeedChanged(2000),
        new Event.Extended("e1", null, TimeSpan.FromMinutes(10)),
        new Event.ExtensionUndone("e1"),
        new Event.Jumped(default),
        new Event.OutagePassed(default, OutageRule.Resume),
        new Event.PhaseEntered("afternoon"),
        new Event.HistoryShown(true),
        new Event.Announced("a2", "Lunch at noon.", null),
        new Event.AnnouncementEnded("a2", null),
        new Event.Ended(),
        new Event.Closed(),
    ];

    public static TheoryData<Event> Nobodys =>
    [
        new Event.Opened("x", "CODE23", "Title", [], "hash", "standard", 1, ExerciseMode.Facilitated),
        new Event.SeatMoved("blue", "lea", 1),
        new Event.CaughtUp("blue", "lea"),
        new Event.PassGiven("pass-1", PassKind.Observer, "The auditor", "blue"),
        new Event.PassEnded("pass-1"),
        new Event.HandedOver(new("account-2", "Ann")),
        new Event.FacilitatorsAdmitted([new("account-3", "Ben")]),
        new Event.RemarkMade("n1", "Blue argues well.", "blue"),
        new Event.RemarkMade("n2", "The room is loud.", null),
        new Event.RemarkRemoved("n1"),
        new Event.HintGiven("red", "h1", "Look at the logs.", 5),
        new Event.HintRead("red", "rob", "h1"),
        new Event.ScoreCorrected("blue", "c1", Dimension.Rotation, -5, "Late.", null),
        new Event.Overridden("blue", OverrideKind.Adversary, "", "outside", "inside", "Too easy."),
        new Event.Overridden("blue", OverrideKind.Credential, "vpn-token", "usable", "revoked", "Too hard."),
        new Event.StandingShown(Standing.Names),
        new Event.Observed("o1", "", "Facilitator", "blue", null, null, "They hesitated."),
        new Event.ObservationRemoved("o1"),
        new Event.Rated("", "Facilitator", "blue", "x", Rating.Performed, ""),
        new Event.InjectDue("blue", "vpn-alert", default),
        new Event.InjectWithdrawn("blue", "vpn-alert", "It has not come, so nobody may know of it."),
        new Event.InjectWithdrawn("blue", "written-lead", "Not for Sam's role."),
        new Event.InjectPassed("blue", "reminder"),
        new Event.InjectWritten("written-blue", Channel.Chat, "Boss", "For Blue", "Body", [], "blue") { Due = default(DateTimeOffset) },
        new Event.InjectRescheduled("supplier-calls", default(DateTimeOffset)),
        new Event.InjectEdited("supplier-calls", Channel.Chat, "Boss", "Title", "Body", []),
        new Event.InjectDropped("written-lead", true),
        new Event.InjectHeld("vpn-alert"),
        new Event.HoldReleased("vpn-alert"),
        new Event.AdversaryMoved("blue", "log-in", "outside", "inside"),
        new Event.AdversaryRefused("blue", "log-in", "gone"),
        new Event.InjectReleased("blue", "reminder"),
        new Event.InjectRead("blue", "lea", "reminder"),
        new Event.InboxMarked("blue", "lea", "supplier-calls", null, true),
        new Event.InjectWritten("written-lead", Channel.Chat, "Boss", "For leads", "Body", ["lead"], null),
        new Event.TeamAdded("red", "Red"),
        new Event.Joined("rob", "Rob", "red", "soc"),
        new Event.Left("rob", "red"),
        new Event.Readied("red", "rob", true),
        new Event.InjectReleased("red", "supplier-calls"),
        new Event.InjectRead("red", "rob", "supplier-calls"),
        new Event.AnswerProposed("red", "rob", "supplier-calls", "thanks", "", 50),
        new Event.InjectAnswered("red", "rob", "supplier-calls", "thanks", "", 50),
        new Event.DeadlinePassed("red", "supplier-calls", "thanks"),
        new Event.DeadlinePassed("blue", "written-lead", null),
        new Event.DecisionMade("red", "rob", "d", "hunt", null, "", 50, 3, default),
        new Event.DecisionWithdrawn("red", "rob", "d"),
        new Event.CredentialJudged("red", "rob", "Rob", "any", Judgement.Suspected, ""),
        new Event.DecisionFinished("red", "d", "Nothing.", 0),
        new Event.Announced("a3", "Red, come here.", "red"),
        new Event.AnnouncementRead("red", "rob", "a2"),
        new Event.AnnouncementEnded("a3", "red"),
        new Event.Said("red", "rob", "Rob", "m1", "Who has the log?"),
        new Event.ChatRead("red", "rob", 5),
        new Event.NoteWritten("red", "rob", "Rob", "n1", "Call the supplier"),
        new Event.NoteRemoved("red", "rob", "Rob", "n1", "Call the supplier"),
        new Event.AdversaryMoved("red", "log-in", "outside", "inside"),
        new Event.InjectWritten("written-red", Channel.Chat, "Boss", "For Red", "Body", [], "red"),
    ];
}
