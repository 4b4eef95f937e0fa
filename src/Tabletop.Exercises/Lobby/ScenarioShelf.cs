using System.Collections.Immutable;
using Microsoft.Extensions.Caching.Memory;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Exercises;

/// <summary>The scenarios that can be played here, and those of exercises that were opened before with other texts.</summary>
public sealed class ScenarioShelf : IDisposable
{
    const int MostKept = 100;

    readonly MemoryCache compiled = new(new MemoryCacheOptions { SizeLimit = MostKept });
    readonly ScenarioLibrary library;

    ScenarioShelf(ScenarioLibrary library) => this.library = library;

    /// <summary>Reads every scenario of a library. One with errors is not offered; all that is wrong with it is complained of.</summary>
    /// <param name="complain">Told one diagnostic at a time, of several lines each.</param>
    /// <exception cref="StartupException">There is nothing to play.</exception>
    public static ScenarioShelf Load(ScenarioLibrary library, Action<string> complain)
    {
        var path = library.Path;
        var folders = library.Look().ToList();
        if (folders.Count == 0)
        {
            throw new StartupException(Directory.Exists(path)
                ? $"There is no scenario in {path}: none of its folders has a scenario.yaml. Name another with --scenarios."
                : $"There is no scenarios folder {path}. Name one with --scenarios.");
        }

        foreach (var folder in folders.Where(folder => folder.Scenario is null))
        {
            foreach (var found in folder.Diagnostics)
                complain(found.Render(folder.Sources, folder.Path));
        }

        foreach (var folder in folders.Where(folder => folder.Scenario is not null).GroupBy(folder => folder.Id).SelectMany(same => same.Skip(1)))
            complain($"{folder.Path}: left out, because another folder has a scenario with the id {folder.Id} too.");

        return folders.Exists(folder => folder.Scenario is not null)
            ? new(library)
            : throw new StartupException($"No scenario in {path} can be played: mend the errors above, or name another folder with --scenarios.");
    }

    internal ScenarioLibrary Library => library;

    public void Dispose() => compiled.Dispose();

    /// <summary>In order of title.</summary>
    public IEnumerable<Scenario> Offered => library.Look()
        .Select(folder => folder.Scenario)
        .OfType<Scenario>()
        .DistinctBy(scenario => scenario.Id)
        .OrderBy(scenario => scenario.Title, StringComparer.Ordinal);

    internal Result<ShelvedScenario> Find(string id)
    {
        var folders = library.Look().Where(folder => folder.Id == id).ToList();
        return folders.Find(folder => folder.Scenario is not null) is { } found ? new ShelvedScenario(found.Scenario!, found.Sources)
            : folders is [var broken, ..] ? new Refusal(RefusalCode.BrokenScenario, $"{broken.Title} can’t be played: it has {Faults(broken.Errors)}. Its author mends them under Write scenarios.")
            : new Refusal(RefusalCode.UnknownScenario, $"There is no scenario \"{id}\" here. Choose one from the list.");
    }

    static Phrase Faults(int errors) => errors == 1 ? (Phrase)"one error" : (Phrase)$"{errors} errors";

    /// <summary>A scenario with the customer's own names, in one of its languages.</summary>
    /// <param name="wanted">What is empty, or as the scenario has it, counts for nothing.</param>
    internal Result<ShelvedScenario> Find(string id, ScenarioSettings wanted)
    {
        var found = Find(id);
        if (!found.Ok)
            return found;

        var (plain, sources) = found.Value;
        var settings = WhatIsOther(wanted, plain);
        if (settings == ScenarioSettings.None)
            return found;
        if (FaultOf(plain, settings) is { } fault)
            return new Refusal(RefusalCode.BadValue, fault);

        return new ShelvedScenario(Kept(ScenarioCompiler.HashOf(sources, settings), () => Compile(id, sources, settings)), sources) { Settings = settings };
    }

    /// <summary>A scenario as it once was, with the customer's own names, in one of its languages.</summary>
    internal Result<ShelvedScenario> Of(ImmutableArray<SourceText> sources, ScenarioSettings settings)
    {
        var hash = ScenarioCompiler.HashOf(sources, settings);
        try
        {
            return new ShelvedScenario(Kept(hash, () => Compile("a template", sources, settings)), sources) { Settings = settings };
        }
        catch (InvalidOperationException)
        {
            return new Refusal(RefusalCode.BrokenScenario, "The scenario’s text of then can’t be played by this version of Tabletop.");
        }
    }

    /// <summary>So that one scenario is compiled once for all who change nothing.</summary>
    static ScenarioSettings WhatIsOther(ScenarioSettings wanted, Scenario scenario) => SettingsOf(
        wanted.Values
            .Select(name => KeyValuePair.Create(name.Key, Limits.OneLine(name.Value)))
            .Where(name => name.Value.Length > 0 && !(scenario.Variables.TryGet(name.Key, out var variable) && variable.Default == name.Value))
            .ToImmutableSortedDictionary(StringComparer.Ordinal),
        string.IsNullOrEmpty(wanted.Language) || wanted.Language == scenario.Languages.FirstOrDefault() ? null : wanted.Language);

    static Phrase? FaultOf(Scenario scenario, ScenarioSettings settings) =>
        settings.Language is { } language && !scenario.Languages.Contains(language)
            ? scenario.Languages.IsEmpty
                ? (Phrase)$"The scenario has no language \"{language}\". It has: only one."
                : (Phrase)$"The scenario has no language \"{language}\". It has: {string.Join(", ", scenario.Languages)}."
            : settings.Values
                .Select(given => !scenario.Variables.TryGet(given.Key, out var variable) ? (Phrase)$"The scenario has no name \"{given.Key}\" to fill in."
                    : ScenarioSettings.Refuse(given.Value) is { } why ? (Phrase)$"{variable.Title}: {why}"
                    : null)
                .FirstOrDefault(fault => fault is not null);

    /// <summary>The scenario as it was when an exercise was opened.</summary>
    /// <exception cref="InvalidOperationException">Its recorded text does not compile with this version of the program.</exception>
    internal Scenario Of(Event.Opened opened) =>
        library.Seen.FirstOrDefault(folder => folder.Scenario?.Hash == opened.Hash)?.Scenario ?? Kept(opened.Hash, () => Compile(opened));

    /// <summary>Of those with other names or texts, the ones used last: anybody who plays alone may ask for new ones.</summary>
    Scenario Kept(string hash, Func<Scenario> compile) =>
        compiled.GetOrCreate(hash, entry =>
        {
            entry.Size = 1;
            return compile();
        })!;

    /// <summary>Exercise time of a whole scenario at a pace.</summary>
    internal static TimeSpan Takes(Scenario scenario, string pace) =>
        scenario.Phases.Aggregate(TimeSpan.Zero, (sum, phase) => sum + phase.Takes[pace]);

    static Scenario Compile(Event.Opened opened) => Compile($"exercise {opened.Exercise}", opened.Sources, SettingsOf(opened.Names, opened.Language));

    static Scenario Compile(string what, ImmutableArray<SourceText> sources, ScenarioSettings settings) =>
        ScenarioCompiler.Compile(sources, settings).Scenario ?? throw new InvalidOperationException(
            $"The scenario of {what} does not compile with this version of Tabletop.");

    internal static ScenarioSettings SettingsOf(ImmutableSortedDictionary<string, string>? names, string? language) =>
        names is null or { IsEmpty: true } && language is null ? ScenarioSettings.None : new() { Values = names ?? ScenarioSettings.None.Values, Language = language };
}

sealed record ShelvedScenario(Scenario Scenario, ImmutableArray<SourceText> Sources)
{
    public ScenarioSettings Settings { get; init; } = ScenarioSettings.None;
}
