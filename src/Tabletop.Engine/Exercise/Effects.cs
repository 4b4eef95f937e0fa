namespace Tabletop.Engine;

static class Effects
{
    /// <summary>Applies effects one after the other; each sees what the ones before it did.</summary>
    internal static Team Apply(this Team team, IEnumerable<Effect> effects, Scenario scenario, DateTimeOffset time, string? target = null)
    {
        foreach (var effect in effects)
        {
            if (new Facts(scenario, team, time, target).Holds(effect.If))
            {
                team = team with { World = Change(team.World, effect, scenario, time, target) };
            }
        }

        return team;
    }

    static World Change(World world, Effect effect, Scenario scenario, DateTimeOffset time, string? target)
    {
        switch (effect)
        {
            case Effect.EndCredential(var id, var tag, var end):
                var ended = world.Ended;
                foreach (var credential in Subjects(scenario, id ?? target, tag))
                {
                    ended = ended.ContainsKey(credential) ? ended : ended.Add(credential, new(end, time));
                }

                return world with { Ended = ended };
            case Effect.MarkSystem(var id, var mark, var on):
                var key = World.MarkKey(id ?? target ?? "", mark);
                return world with
                {
                    Marks = !on ? world.Marks.Remove(key) : world.Marks.ContainsKey(key) ? world.Marks : world.Marks.Add(key, time),
                };
            case Effect.PlantFoothold(var id):
                var known = world.Footholds.TryGetValue(id, out var before) && before is { Known: true, Removed: null };
                return world with { Footholds = world.Footholds.SetItem(id, new(time, null, known)) };
            case Effect.RemoveFoothold(var id):
                var removed = id ?? target ?? "";
                return world.Footholds.TryGetValue(removed, out var there) && there.Removed is null
                    ? world with { Footholds = world.Footholds.SetItem(removed, there with { Removed = time }) }
                    : world;
            case Effect.SetFlag(var id, var on):
                return world with
                {
                    Flags = !on ? world.Flags.Remove(id) : world.Flags.ContainsKey(id) ? world.Flags : world.Flags.Add(id, time),
                };
            case Effect.Count(Facts.OutageHours, var hours):
                return world with { OutageHours = world.OutageHours + hours };
            case Effect.Count(var counter, var by):
                return world with { Counters = world.Counters.SetItem(counter, world.Counters.GetValueOrDefault(counter) + by) };
            case Effect.RevealCredential(var id, var tag):
                return world with { KnownCredentials = world.KnownCredentials.Union(Subjects(scenario, id ?? target, tag)) };
            case Effect.RevealFoothold(var id):
                return world.Footholds.TryGetValue(id, out var planted) && planted.Removed is null
                    ? world with { Footholds = world.Footholds.SetItem(id, planted with { Known = true }) }
                    : world;
            default:
                throw new InvalidOperationException($"No rule for {effect.GetType().Name}.");
        }
    }

    static IEnumerable<string> Subjects(Scenario scenario, string? id, string? tag) =>
        tag is null
            ? scenario.Credentials.Contains(id) ? [id!] : []
            : scenario.Credentials.Where(item => item.Tags.Contains(tag)).Select(item => item.Id);
}
