namespace Tabletop.Web.Play;

/// <summary>Ticks on their way into the page's address: of two in one breath, the second must not undo the first.</summary>
public sealed class Ticks
{
    readonly Dictionary<string, bool> _going = new(StringComparer.Ordinal);

    /// <summary>Whether it is ticked, or will be.</summary>
    public bool Has(PlayAddress address, string credential) =>
        _going.TryGetValue(credential, out var on) ? on : address.Picked.Contains(credential);

    /// <param name="address">Of the page as it is, whatever is on its way.</param>
    public PlayAddress Toggle(PlayAddress address, string credential)
    {
        _going[credential] = !Has(address, credential);
        return address.Tick(Going(true), true).Tick(Going(false), false);
    }

    /// <summary>The page has got this address.</summary>
    public void Arrived(PlayAddress address)
    {
        foreach (var (credential, on) in _going)
        {
            if (address.Picked.Contains(credential) == on)
                _going.Remove(credential);
        }
    }

    IEnumerable<string> Going(bool on) => _going.Where(tick => tick.Value == on).Select(tick => tick.Key);
}
