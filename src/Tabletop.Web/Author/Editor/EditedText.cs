namespace Tabletop.Web.Author.Editor;

/// <summary>One change of a text, as the browser tells of it: a piece taken out and another put in its place.</summary>
/// <param name="Generation">Of the text that it changes: each text that the server gives begins another one.</param>
/// <param name="Start">In UTF-16 units, as everything here.</param>
/// <param name="Length">Of the whole text afterwards, to notice when the two sides no longer mean the same.</param>
public sealed record TextEdit(int Generation, int Start, int Removed, string Inserted, int Length);

/// <summary>
/// What the server knows of a text that is typed in a browser. Changes come in pieces: a message of a circuit holds
/// 32 KB, and a scenario is larger.
/// </summary>
public sealed class EditedText
{
    public string Text { get; private set; } = "";

    /// <summary>1 for the first text that was given.</summary>
    public int Generation { get; private set; }

    /// <summary>A text from the server: whatever was still on its way from the browser means nothing any more.</summary>
    public void Give(string text) => (Text, Generation) = (text, Generation + 1);

    /// <summary>False when the change does not fit: then the whole text has to be asked for.</summary>
    public bool Apply(TextEdit edit)
    {
        if (edit.Generation != Generation)
        {
            // Of a text that is gone; there is nothing to mend.
            return true;
        }

        if (edit.Start < 0 || edit.Removed < 0 || edit.Start > Text.Length - edit.Removed || edit.Inserted is null
            || Text.Length - edit.Removed + edit.Inserted.Length != edit.Length)
        {
            return false;
        }

        Text = string.Concat(Text.AsSpan(0, edit.Start), edit.Inserted, Text.AsSpan(edit.Start + edit.Removed));
        return true;
    }

    /// <summary>The whole text from the browser.</summary>
    public void Replace(int generation, string text)
    {
        if (generation == Generation)
            Text = text;
    }
}
