using Tabletop.Engine;

namespace Tabletop.Web.Facilitate;

/// <summary>What is said before something is done that cannot be taken back, to whoever does it and to whoever approves it.</summary>
public static class DeedText
{
    public static Phrase WarningOf(Command.ForGood does) => does switch
    {
        Command.Jump => (Phrase)"The clock goes forward for all teams and never back. What was due on the way comes at once; nobody can act in the time that is skipped.",
        Command.End => (Phrase)"The clock stops for good and the debrief opens for everybody, with the attacker and all teams in it. This can’t be taken back.",
        Command.Override => (Phrase)"The team is not told. It sees what it would see of such a change, and no more. What has followed from the old state is not undone.",
        Command.EditInject => (Phrase)"Nobody has it yet: who gets it reads only what stands here.",
        Command.CorrectScore or Command.UndoCorrection => (Phrase)"The team reads it in the debrief.",
        _ => (Phrase)"What is sent can be recalled, with a word why.",
    };

    /// <summary>Why it is to be done, as whoever asks says; empty: it needs no reason.</summary>
    public static string ReasonOf(Command.ForGood does) => does switch
    {
        Command.Override set => set.Reason,
        Command.CorrectScore correct => correct.Reason,
        _ => "",
    };
}
