using System.Collections.Concurrent;
using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Exercises;

/// <summary>The scenarios that can be played here, and those of exercises that were opened before with other texts.</summary>
public sealed class ScenarioShelf
{
    readonly ConcurrentDictionary<string, Scenario> byHash = new(StringComparer.Ordinal);
    readonly ImmutableArray<ShelvedScenario> shelved;

    ScenarioShelf(IEnumerable<ShelvedScenario> shelved)
    {
        this.shelved = [.. shelved.OrderBy(item => item.Scenario.Title, StringComparer.Ordinal)];
        foreach (var (scenario, _) in this.shelved)
            byHash[scenario.Hash] = scenario;
    }

    /// <summary>Reads every scenario under a folder. One with errors is left out; all that is wrong with it is complained of.</summary>
    /// <param name="complain">Told one diagnostic at a time, of several lines each.</param>
    /// <exception cref="StartupException">There is nothing to play.</exception>
    public static ScenarioShelf Load(string path, Action<string> complain)
    {
        var folders = ScenarioFolder.Find(path);
        if (folders.IsEmpty)
        {
            throw new StartupException(Directory.Exists(path)
                ? $"There is no scenario in {path}: none of its folders has a scenario.yaml. Name another with --scenarios."
                : $"There is no scenarios folder {path}. Name one with --scenarios.");
        }

        var shelved = new Dictionary<string, ShelvedScenario>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            if (Read(folder, complain) is not { } read)
                continue;
            if (!shelved.TryAdd(read.Scenario.Id, read))
                complain($"{folder}: left out, because another folder has a scenario with the id {read.Scenario.Id} too.");
        }

        return shelved.Count > 0
            ? new(shelved.Values)
            : throw new StartupException($"No scenario in {path} can be played: mend the errors above, or name another folder with --scenarios.");
    }

    /// <summary>In order of title.</summary>
    public IEnumerable<Scenario> Offered => shelved.Select(item => item.Scenario);

    internal Result<ShelvedScenario> Find(string id) =>
        shelved.FirstOrDefault(item => item.Scenario.Id == id) is { } found
            ? found
            : new Refusal(RefusalCode.UnknownScenario, $"There is no scenario \"{id}\" here. Choose one from the list.");

    /// <summary>A scenario with the customer's own names, in one of its languages.</summary>
    internal Result<ShelvedScenario> Find(string id, ScenarioSettings settings)
    {
        var found = Find(id);
        if (!found.Ok || settings == ScenarioSettings.None)
            return found;

        var (plain, sources) = found.Value;
        if (FaultOf(plain, settings) is { } fault)
            return new Refusal(RefusalCode.BadValue, fault);

        var scenario = byHash.GetOrAdd(ScenarioCompiler.HashOf(sources, settings), _ => Compile(id, sources, settings));
        return new ShelvedScenario(scenario, sources);
    }

    static string? FaultOf(Scenario scenario, ScenarioSettings settings) =>
        settings.Language is { } language && !scenario.Languages.Contains(language)
            ? $"The scenario has no language \"{language}\". It has: {(scenario.Languages.IsEmpty ? "only one" : string.Join(", ", scenario.Languages))}."
            : settings.Values
                .Select(given => !scenario.Variables.TryGet(given.Key, out var variable) ? $"The scenario has no name \"{given.Key}\" to fill in."
                    : ScenarioSettings.Refuse(given.Value) is { } why ? $"{variable.Title}: {why}"
                    : null)
                .FirstOrDefault(fault => fault is not null);

    /// <summary>The scenario as it was when an exercise was opened.</summary>
    /// <exception cref="InvalidOperationException">Its recorded text does not compile with this version of the program.</exception>
    internal Scenario Of(Event.Opened opened) => byHash.GetOrAdd(opened.Hash, (_, opened) => Compile(opened), opened);

    /// <summary>Exercise time of a whole scenario at a pace.</summary>
    internal static TimeSpan Takes(Scenario scenario, string pace) =>
        scenario.Phases.Aggregate(TimeSpan.Zero, (sum, phase) => sum + phase.Takes[pace]);

    static ShelvedScenario? Read(string folder, Action<string> complain)
    {
        var read = ScenarioFolder.Read(folder);
        var compiled = read.HasErrors ? new(null, []) : ScenarioCompiler.Compile(read.Sources);
        if (compiled.Scenario is { } scenario)
            return new(scenario, read.Sources);

        foreach (var found in read.Diagnostics.Concat(compiled.Diagnostics))
            complain(found.Render(read.Sources, folder));
        return null;
    }

    static Scenario Compile(Event.Opened opened) => Compile($"exercise {opened.Exercise}", opened.Sources, SettingsOf(opened.Names, opened.Language));

    static Scenario Compile(string what, ImmutableArray<SourceText> sources, ScenarioSettings settings) =>
        ScenarioCompiler.Compile(sources, settings).Scenario ?? throw new InvalidOperationException(
            $"The scenario of {what} does not compile with this version of Tabletop.");

    internal static ScenarioSettings SettingsOf(ImmutableSortedDictionary<string, string>? names, string? language) =>
        names is null && language is null ? ScenarioSettings.None : new() { Values = names ?? ScenarioSettings.None.Values, Language = language };
}

sealed record ShelvedScenario(Scenario Scenario, ImmutableArray<SourceText> Sources);
