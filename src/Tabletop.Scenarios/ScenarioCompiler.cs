using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>What became of a scenario's text.</summary>
/// <param name="Scenario">Null when there is any error.</param>
/// <param name="Diagnostics">All faults, in the order of the sources and of their places; warnings may stand beside a scenario.</param>
public sealed record CompileResult(Scenario? Scenario, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Turns the text of a scenario into the compiled model. Pure: the same sources always give the same result.</summary>
public static class ScenarioCompiler
{
    const int MostFiles = 100;

    /// <summary>Never throws, whatever the text: what is wrong with it is in the result.</summary>
    public static CompileResult Compile(ImmutableArray<SourceText> sources) => Compile(sources, ScenarioSettings.None);

    /// <summary>The same scenario with the customer's own names, in one of its languages. Settings that it doesn't have are errors.</summary>
    public static CompileResult Compile(ImmutableArray<SourceText> sources, ScenarioSettings settings)
    {
        var report = new Report();
        var names = new Names();
        ImmutableArray<SourceText> ordered = [.. sources.Order(Comparer<SourceText>.Create(ByPlaceInFolder))];
        var draft = Read(ordered, settings, report, names);
        if (draft.Scenario is { } scenario)
        {
            foreach (var check in Checks.All)
            {
                check.Run(scenario, draft, report);
            }

            foreach (var lint in report.HasErrors ? [] : Checks.Lints)
            {
                lint.Run(scenario, draft, report);
            }
        }

        return new CompileResult(report.HasErrors ? null : ScenarioBuilder.Build(draft, HashOf(ordered, settings)), report.Sorted(SourcePaths.Compare));
    }

    /// <summary>SHA-256 over the path and text of each source, in lower-case hex; the order of the sources does not matter.</summary>
    public static string HashOf(ImmutableArray<SourceText> sources) => HashOf(sources, ScenarioSettings.None);

    /// <summary>The same, with what the exercise makes of the scenario; without settings it is that of the sources alone.</summary>
    public static string HashOf(ImmutableArray<SourceText> sources, ScenarioSettings settings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var source in sources.Order(Comparer<SourceText>.Create(ByPlaceInFolder)))
        {
            Append(source.Path, source.Text);
        }

        foreach (var (id, value) in settings.Values)
        {
            Append("{{" + id + "}}", value);
        }

        if (settings.Language is { } language)
        {
            Append("{{}}", language);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(string name, string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);

            // The length keeps two different divisions of the same text into files apart.
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name}\n{bytes.Length}\n")));
            hash.AppendData(bytes);
        }
    }

    static Draft Read(ImmutableArray<SourceText> sources, ScenarioSettings settings, Report report, Names names)
    {
        var texts = new Texts(settings);
        ScenarioDraft? scenario = null;
        PlaythroughDraft? history = null;
        var playthroughs = ImmutableArray.CreateBuilder<PlaythroughDraft>();
        var accepted = Accepted(sources, report);
        var files = new Attached(accepted.Where(source => SourcePaths.RoleOf(source.Path) == SourceRole.None));
        foreach (var source in accepted.Where(source => SourcePaths.RoleOf(source.Path) != SourceRole.None))
        {
            var reading = new Reading(source.Path, report, names) { Files = files, Texts = texts };
            var root = YamlTree.Read(source.Path, source.Text, report);
            switch (SourcePaths.RoleOf(source.Path))
            {
                case SourceRole.Scenario when root is MapNode map:
                    scenario = ScenarioReader.Read(reading, Includes.Follow(map, files, report));
                    RefuseStray(files, report);
                    break;
                case SourceRole.Scenario:
                    scenario = root is null ? null : ScenarioReader.Read(reading, root);
                    break;
                case SourceRole.History:
                    history = root is null ? null : PlaythroughReader.Read(reading, root);
                    break;
                default:
                    if (root is not null && PlaythroughReader.Read(reading, root) is { } playthrough)
                    {
                        playthroughs.Add(playthrough);
                    }

                    break;
            }
        }

        return new Draft { Names = names, Scenario = scenario, History = history, Playthroughs = playthroughs.ToImmutable() };
    }

    static void RefuseStray(Attached files, Report report)
    {
        foreach (var path in files.Unused)
        {
            report.Add(DiagnosticCodes.StrayFile, Place.StartOf(path), "this file is no part of the scenario", SourcePaths.Mend);
        }
    }

    /// <summary>Those worth reading; the others are reported.</summary>
    static List<SourceText> Accepted(ImmutableArray<SourceText> sources, Report report)
    {
        var accepted = new List<SourceText>();
        foreach (var source in sources)
        {
            var place = Place.StartOf(source.Path);
            if (accepted.Count == MostFiles)
            {
                report.Add(DiagnosticCodes.TooLarge, place, $"there are more than {MostFiles} files", "Keep fewer playthroughs in one scenario, or join its files.");
                break;
            }

            if (accepted.Exists(other => other.Path == source.Path))
            {
                report.Add(DiagnosticCodes.StrayFile, place, "this file is given twice", "Give each file once.");
            }
            else
            {
                accepted.Add(source);
            }
        }

        if (!accepted.Exists(source => source.Path == SourcePaths.Scenario))
        {
            report.Add(DiagnosticCodes.MissingFile, Place.StartOf(SourcePaths.Scenario), $"there is no {SourcePaths.Scenario}", SourcePaths.Mend);
        }

        return accepted;
    }

    static int ByPlaceInFolder(SourceText left, SourceText right) => SourcePaths.Compare(left.Path, right.Path);
}
