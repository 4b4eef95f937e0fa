namespace Tabletop.Web.Review;

/// <summary>
/// What the pointer or the keyboard rests on. Kept apart from the picture, so that moving over it draws the panel anew
/// and not the picture.
/// </summary>
public sealed class Gaze
{
    /// <summary>Null while it rests on nothing.</summary>
    public Happening? On { get; private set; }

    public event Action? Moved;

    public void MoveTo(Happening? happening)
    {
        if (On?.Id == happening?.Id)
            return;
        On = happening;
        Moved?.Invoke();
    }
}
