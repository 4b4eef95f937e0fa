using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary>
/// The adversary's techniques as a layer of the ATT&amp;CK Navigator, layer format 4.5
/// (github.com/mitre-attack/attack-navigator, layers/spec/v4.5/layerformat.md).
/// </summary>
static partial class NavigatorLayer
{
    static readonly LayerJson Json = new(new JsonSerializerOptions(LayerJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    internal static string Draw(Scenario scenario)
    {
        var uses = UsesOf(scenario.Adversary);
        var most = uses.Select(use => use.Steps.Count).DefaultIfEmpty(1).Max();
        var layer = new Layer(
            scenario.Title,
            new(),
            "enterprise-attack",
            $"Techniques of the adversary in the tabletop scenario '{scenario.Id}'. The score is the number of steps that use one; the comment names them.{Software(scenario.Adversary)}",
            Sorting: 3,
            new("side", "annotated"),
            HideDisabled: false,
            [.. uses.Select(use => ToTechnique(use, uses))],
            new(["#fff3e0", "#e65100"], 0, most),
            [new("scenario", scenario.Id), new("scenario-hash", scenario.Hash)]);
        return JsonSerializer.Serialize(layer, Json.Layer) + "\n";
    }

    static List<Use> UsesOf(AdversarySpec adversary) =>
    [
        .. adversary.States
            .SelectMany(state => state.Steps)
            .SelectMany(step => step.Techniques.Where(id => TechniqueId().IsMatch(id)).Distinct().Select(id => (Id: id, Step: step)))
            .GroupBy(use => use.Id, use => use.Step)
            .Select(group => new Use(group.Key, [.. group]))
            .OrderBy(use => use.Id, StringComparer.Ordinal),
    ];

    static Technique ToTechnique(Use use, List<Use> all) => new(
        use.Id,
        use.Steps.Count,
        string.Join('\n', use.Steps.Select(step => $"{step.Id}: {step.Title} ({StepWords.When(step).ToString()})")),
        Enabled: true,
        ShowSubtechniques: all.Exists(other => other.Id.StartsWith(use.Id + ".", StringComparison.Ordinal)));

    /// <summary>ATT&amp;CK also has ids of software (S0633); a layer has no place for them but its description.</summary>
    static string Software(AdversarySpec adversary)
    {
        var others = adversary.States.SelectMany(state => state.Steps).SelectMany(step => step.Techniques).Where(id => !TechniqueId().IsMatch(id)).Distinct().ToList();
        return others.Count == 0 ? "" : $" Software and other ids: {string.Join(", ", others)}.";
    }

    [GeneratedRegex(@"^T\d{4}(\.\d{3})?$")]
    private static partial Regex TechniqueId();

    sealed record Use(string Id, List<AdversaryStep> Steps);

    internal sealed record Layer(
        string Name,
        Versions Versions,
        string Domain,
        string Description,
        int Sorting,
        Layout Layout,
        bool HideDisabled,
        Technique[] Techniques,
        Gradient Gradient,
        Metadata[] Metadata);

    /// <param name="Attack">The matrix that the technique ids were taken from; the Navigator offers to upgrade.</param>
    /// <param name="Navigator">The first that reads this format is 4.9.</param>
    /// <param name="Layer">The format.</param>
    internal sealed record Versions(string Attack = "18", string Navigator = "5.2.0", [property: JsonPropertyName("layer")] string Layer = "4.5");

    internal sealed record Layout([property: JsonPropertyName("layout")] string Form, string ExpandedSubtechniques);

    internal sealed record Technique([property: JsonPropertyName("techniqueID")] string Id, int Score, string Comment, bool Enabled, bool ShowSubtechniques);

    internal sealed record Gradient(string[] Colors, int MinValue, int MaxValue);

    internal sealed record Metadata(string Name, string Value);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
    [JsonSerializable(typeof(Layer))]
    sealed partial class LayerJson : JsonSerializerContext;
}
