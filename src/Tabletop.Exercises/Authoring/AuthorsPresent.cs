using System.Collections.Immutable;

namespace Tabletop.Exercises;

/// <summary>Who has which scenario open in an editor now.</summary>
public sealed class AuthorsPresent
{
    readonly Lock gate = new();
    readonly AuthoringStore store;
    ImmutableList<Presence> present = [];

    internal AuthorsPresent(AuthoringStore store) => this.store = store;

    /// <summary>With the scenario's folder name, from any thread.</summary>
    public event Action<string>? Changed;

    /// <summary>Until it is disposed, the person is shown to others at this scenario.</summary>
    public Presence Enter(string scenario, string person)
    {
        var presence = new Presence(this, scenario, person);
        lock (gate)
            present = present.Add(presence);
        Changed?.Invoke(scenario);
        return presence;
    }

    /// <summary>One person's editor.</summary>
    public sealed class Presence : IDisposable
    {
        readonly AuthorsPresent all;

        internal Presence(AuthorsPresent all, string scenario, string person) => (this.all, Scenario, Person) = (all, scenario, person);

        public string Scenario { get; }

        public string Person { get; }

        public string Name => all.store.NameOf(Person);

        /// <summary>The file that is open.</summary>
        public string File { get; private set; } = "";

        /// <summary>Something in it is not saved.</summary>
        public bool IsWriting { get; private set; }

        /// <summary>Everybody else's, the longest here first.</summary>
        public ImmutableArray<Presence> Others
        {
            get
            {
                lock (all.gate)
                    return [.. all.present.Where(other => other != this && other.Scenario == Scenario)];
            }
        }

        public void Say(string file, bool isWriting)
        {
            if (File == file && IsWriting == isWriting)
                return;
            (File, IsWriting) = (file, isWriting);
            all.Changed?.Invoke(Scenario);
        }

        public void Dispose()
        {
            lock (all.gate)
                all.present = all.present.Remove(this);
            all.Changed?.Invoke(Scenario);
        }
    }
}
