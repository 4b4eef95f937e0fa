namespace Tabletop.Scenarios;

/// <summary>A key or an item of a list in a text that need not be whole, with what stands below it. Lines and columns count from 0.</summary>
sealed class Limb(Limb? parent, string? key, int line, int column)
{
    readonly List<Limb> _below = [];

    public Limb? Parent => parent;

    /// <summary>Null for an item of a list and for the whole file.</summary>
    public string? Key => key;

    public int Line => line;

    public int Column => column;

    /// <summary>Of the key as it is written, its quotes included.</summary>
    public int Length { get; init; } = key?.Length ?? 0;

    public IReadOnlyList<Limb> Below => _below;

    /// <summary>One word or a text on one line; null for anything else.</summary>
    public string? Text { get; private set; }

    public int TextLine { get; private set; }

    public int TextColumn { get; private set; }

    public int TextLength { get; private set; }

    public IReadOnlyCollection<string> Keys => [.. _below.Select(limb => limb.Key).OfType<string>()];

    public Limb? Find(string name) => _below.Find(limb => limb.Key == name);

    public string? TextOf(string name) => Find(name)?.Text;

    public Limb Add(string? name, int atLine, int atColumn, int length = 0)
    {
        var limb = new Limb(this, name, atLine, atColumn) { Length = length };
        _below.Add(limb);
        return limb;
    }

    public void Says(string text, int atLine, int atColumn, int length) => (Text, TextLine, TextColumn, TextLength) = (text, atLine, atColumn, length);

    /// <summary>This one and everything below it. Not by recursion: a text may be nested as deep as its author likes.</summary>
    public IEnumerable<Limb> All()
    {
        var open = new Stack<Limb>([this]);
        while (open.TryPop(out var limb))
        {
            yield return limb;
            for (var index = limb._below.Count - 1; index >= 0; index--)
            {
                open.Push(limb._below[index]);
            }
        }
    }
}
