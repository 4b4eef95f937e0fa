using Tabletop.Engine;
using Tabletop.Exercises;

namespace Tabletop.Web.Play;

/// <summary>An answer while somebody puts it together: whatever kind of question it is for.</summary>
public sealed class ReplyDraft
{
    readonly List<string> _items = [];
    readonly Dictionary<string, string> _treatments = new(StringComparer.Ordinal);

    /// <summary>Ids: the options chosen, in their order where that matters, or the credentials of a plan.</summary>
    public IReadOnlyList<string> Items => _items;

    /// <summary>A number or words, as typed.</summary>
    public string Text { get; set; } = "";

    /// <summary>A ranking begins in the question's order: every option has its place.</summary>
    public void Begin(QuestionContent asks)
    {
        if (asks.Kind == QuestionKind.Ranking)
            _items.AddRange(asks.Options.Select(option => option.Id));
    }

    public bool Has(string id) => _items.Contains(id);

    /// <summary>The treatment of a credential in a plan; empty when it is not in it.</summary>
    public string TreatmentOf(string credential) => _treatments.GetValueOrDefault(credential, "");

    /// <summary>This one and no other.</summary>
    public void Choose(string id)
    {
        _items.Clear();
        _items.Add(id);
    }

    public void Tick(string id, bool on)
    {
        if (!on)
            _items.Remove(id);
        else if (!Has(id))
            _items.Add(id);
    }

    /// <summary>Puts a credential at the end of the plan with a treatment, or takes it out when that is empty.</summary>
    public void Treat(string credential, string treatment)
    {
        Tick(credential, treatment.Length > 0);
        _treatments[credential] = treatment;
    }

    /// <summary>One place up (-1) or down (1); at the end it stays.</summary>
    public void Move(string id, int by)
    {
        var (from, to) = (_items.IndexOf(id), _items.IndexOf(id) + by);
        if (from >= 0 && to >= 0 && to < _items.Count)
            (_items[from], _items[to]) = (_items[to], _items[from]);
    }

    /// <summary>
    /// Whether enough is chosen to be sent; the exercise says what is wrong with it. What is typed is left to the browser,
    /// which knows it before this side does: an Enter right after the last letter must not meet a button that is still off.
    /// </summary>
    public bool IsWhole(QuestionContent asks) => asks.Kind switch
    {
        QuestionKind.Number or QuestionKind.Text or QuestionKind.Ranking => true,
        QuestionKind.Single => _items.Count == 1,
        _ => _items.Count >= asks.Least && _items.Count <= (asks.Most ?? int.MaxValue),
    };

    /// <summary>As <see cref="Reply"/> reads it.</summary>
    public string Write(QuestionContent asks) => asks.Kind switch
    {
        QuestionKind.Number => Text.Trim().Replace(',', '.'),
        QuestionKind.Text => Text.Trim(),
        QuestionKind.Plan => string.Join(',', _items.Select(item => $"{TreatmentOf(item)}:{item}")),
        _ => string.Join(',', _items),
    };

    /// <summary>Takes up what <see cref="Write"/> wrote some time ago, as far as the question still has it.</summary>
    public void Read(QuestionContent asks, string written)
    {
        if (asks.Kind is QuestionKind.Number or QuestionKind.Text)
        {
            Text = written;
            return;
        }

        var parts = written.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(':')).ToList();
        if (asks.Kind == QuestionKind.Plan)
        {
            foreach (var part in parts.Where(part => part.Length == 2 && asks.Options.Any(option => option.Id == part[0]) && asks.Credentials.Any(item => item.Id == part[1])))
                Treat(part[1], part[0]);
            return;
        }

        var known = parts.Select(part => part[0]).Where(id => asks.Options.Any(option => option.Id == id)).Distinct().ToList();
        if (asks.Kind == QuestionKind.Ranking && known.Count != asks.Options.Length)
            return;
        _items.Clear();
        _items.AddRange(known);
    }
}
