using System.Collections.Immutable;
using MediatR;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Exercises;

/// <summary>Opens an exercise of a scenario, in the lobby, for teams to join.</summary>
/// <param name="Pace">Null or empty: the scenario's default.</param>
/// <param name="Title">Null or empty: the scenario's title.</param>
public sealed record OpenExercise(Caller Caller, string Scenario, string? Pace = null, string? Title = null) : Request<OpenedExercise>(Caller)
{
    public string Title { get; } = Limits.OneLine(Title);

    /// <summary>The customer's own names, by variable; what is left out or empty keeps the scenario's.</summary>
    public ImmutableSortedDictionary<string, string> Names { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>One of the scenario's languages; null or empty: its first.</summary>
    public string? Language { get; init; }

    internal override Access Access => new Access.Facilitator();

    internal override string? Fault => Limits.Between(Title, 0, Limits.Title, "a title")
        ?? (Names.Count > MostNames ? "That are more names than a scenario has." : null);

    const int MostNames = 200;
}

/// <param name="Code">Six characters; <see cref="Codes.Show"/> makes it readable.</param>
public sealed record OpenedExercise(string Exercise, string Code);

sealed class OpenExerciseHandler(ScenarioShelf shelf, ExerciseGrains grains) : IRequestHandler<OpenExercise, Result<OpenedExercise>>
{
    public async Task<Result<OpenedExercise>> Handle(OpenExercise request, CancellationToken cancellationToken)
    {
        var plain = shelf.Find(request.Scenario);
        if (!plain.Ok)
            return plain.Refusal;

        var settings = SettingsOf(request, plain.Value.Scenario);
        var found = shelf.Find(request.Scenario, settings);
        if (!found.Ok)
            return found.Refusal;

        var (scenario, sources) = found.Value;
        var pace = string.IsNullOrEmpty(request.Pace) ? scenario.Paces[0].Id : request.Pace;
        if (!scenario.Paces.Contains(pace))
            return new Refusal(RefusalCode.BadValue, $"The scenario has no pace \"{pace}\". It has {string.Join(", ", scenario.Paces.Select(p => p.Id))}.");

        var title = request.Title.Length > 0 ? request.Title : scenario.Title;
        return await grains.Open(new(scenario, sources, title, pace, ExerciseMode.Facilitated) { Settings = settings }, []);
    }

    /// <summary>What is as the scenario has it is left out, so that one scenario is compiled once for all who change nothing.</summary>
    static ScenarioSettings SettingsOf(OpenExercise request, Scenario scenario)
    {
        var names = request.Names
            .Select(name => KeyValuePair.Create(name.Key, Limits.OneLine(name.Value)))
            .Where(name => name.Value.Length > 0 && !(scenario.Variables.TryGet(name.Key, out var variable) && variable.Default == name.Value))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
        var language = string.IsNullOrEmpty(request.Language) || request.Language == scenario.Languages.FirstOrDefault() ? null : request.Language;
        return ScenarioShelf.SettingsOf(names.IsEmpty ? null : names, language);
    }
}
