using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>What a name in a scenario can stand for.</summary>
enum Kind
{
    Role,
    System,
    Credential,
    Foothold,
    Action,
    Inject,
    Pace,
    Phase,
    State,
    Tag,
    Objective,
    Mark,
    Flag,
    Counter,

    /// <summary>One of those that the scenario has given a name.</summary>
    Condition,

    /// <summary>An option of the question of one inject.</summary>
    Option,

    /// <summary>A credential in the plan that one inject asks for.</summary>
    Planned,

    /// <summary>A target of one action.</summary>
    Target,

    /// <summary>An inject that asks something.</summary>
    Question,

    /// <summary>A part that nothing refers to: steps, rules, endings.</summary>
    None,
}

/// <summary>A name at a place where it refers to something.</summary>
/// <param name="Of">The inject of an option or of a planned credential, the action of a target.</param>
/// <param name="Aim">Of which kind the word <c>target</c> is, where that word is the name.</param>
sealed record Use(Kind Kind, string Name, Place Place, string? Of = null, TargetKind? Aim = null);

/// <summary>Something that a condition asks of the answer to an inject's question.</summary>
/// <param name="Name">Of an option, a range or a credential; null where a number stands.</param>
sealed record AnswerUse(string Inject, string Key, string? Name, Place Place);

/// <summary>The names that a scenario brings into being, and those that it refers to; brought together when all is read.</summary>
sealed class Names
{
    readonly Dictionary<Kind, List<string>> _known = [];
    readonly Dictionary<Kind, HashSet<string>> _sets = [];
    readonly HashSet<Kind> _doubtful = [];
    readonly List<Use> _uses = [];
    readonly List<AnswerUse> _answers = [];
    readonly Dictionary<(Kind, string), Place> _places = [];

    // By reference: two conditions that say the same stand in different places.
    readonly Dictionary<Condition, Place> _conditions = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<Use> Uses => _uses;

    public IReadOnlyList<AnswerUse> Answers => _answers;

    /// <summary>Those that the scenario has given a name.</summary>
    public NamedConditions Named { get; } = new();

    /// <summary>Every condition that was read, those within others and those of playthroughs included.</summary>
    public IEnumerable<Condition> Conditions => _conditions.Keys;

    public void Define(Kind kind, string name, Place? place = null)
    {
        if (!_sets.TryGetValue(kind, out var set))
        {
            _sets[kind] = set = new(StringComparer.Ordinal);
            _known[kind] = [];
        }

        if (set.Add(name))
        {
            _known[kind].Add(name);
            if (place is { } first)
            {
                _places[(kind, name)] = first;
            }
        }
    }

    public void Add(Use use) => _uses.Add(use);

    public void Add(AnswerUse use) => _answers.Add(use);

    /// <summary>The first place of a condition counts: where one with a name is defined, not where it is used.</summary>
    public void Add(Condition condition, Place place) => _conditions.TryAdd(condition, place);

    /// <summary>Where a name was first brought into being; null for those that no text brings about.</summary>
    public Place? PlaceOf(Kind kind, string name) => _places.TryGetValue((kind, name), out var place) ? place : null;

    public Place? PlaceOf(Condition condition) => _conditions.TryGetValue(condition, out var place) ? place : null;

    /// <summary>Some names of these kinds could not be read: an unknown one may be among them, and is not reported.</summary>
    public void Doubt(params ReadOnlySpan<Kind> kinds)
    {
        foreach (var kind in kinds)
        {
            _doubtful.Add(kind);
        }
    }

    public bool IsDoubtful(Kind kind) => _doubtful.Contains(kind);

    public bool Contains(Kind kind, string name) => _sets.TryGetValue(kind, out var set) && set.Contains(name);

    /// <summary>In the order of the text.</summary>
    public IReadOnlyCollection<string> All(Kind kind) => _known.TryGetValue(kind, out var names) ? names : [];
}
