using System.Text.Json.Nodes;
using NJsonSchema;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

public sealed class Schemas
{
    static readonly JsonSchema OfScenario = Parse(ScenarioSchema.OfScenario());
    static readonly JsonSchema OfPlaythrough = Parse(ScenarioSchema.OfPlaythrough());

    public static TheoryData<string> ShippedFiles { get; } =
        [.. Directory.GetFiles(Repository.PathTo("scenarios"), "*.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public void EveryShippedFileFitsItsSchema(string file) =>
        Assert.Empty(Faults(SchemaOf(Path.GetFileName(file)), File.ReadAllText(Repository.PathTo(file))));

    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public void EveryShippedFileTellsEditorsWhereItsSchemaIs(string file)
    {
        const string Modeline = "# yaml-language-server: $schema=";
        var path = Repository.PathTo(file);
        var line = File.ReadLines(path).First();
        Assert.StartsWith(Modeline, line, StringComparison.Ordinal);
        var schema = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, line[Modeline.Length..]));
        Assert.Equal(Repository.PathTo("scenarios", Path.GetFileName(file) == "scenario.yaml" ? "scenario.schema.json" : "playthrough.schema.json"), schema);
    }

    [Fact]
    public void TheCommittedSchemasAreThoseOfTheReaders()
    {
        const string Mend = "Write it anew: tabletop schema scenario --out scenarios/scenario.schema.json, and the same for playthrough.";
        Assert.True(ScenarioSchema.OfScenario() == File.ReadAllText(Repository.PathTo("scenarios", "scenario.schema.json")), Mend);
        Assert.True(ScenarioSchema.OfPlaythrough() == File.ReadAllText(Repository.PathTo("scenarios", "playthrough.schema.json")), Mend);
    }

    [Fact]
    public void AScenarioWithOneOfEverythingFits()
    {
        Assert.Empty(Faults(OfScenario, TinyScenario.Text));
        Assert.Empty(Faults(OfPlaythrough, TinyScenario.History));
        Assert.Empty(Faults(OfPlaythrough, TinyScenario.Ideal));
    }

    [Theory]
    [InlineData("after-outage: pause", "after-outages: pause", "an unknown key at the top")]
    [InlineData("note: Nobody knows what it is for.", "remark: Nobody knows what it is for.", "an unknown key of a part")]
    [InlineData("rotation: { takes: 1h, effort: 2, outage: 0.5 }", "rotation: { takes: 1h, effort: 2, outages: 0.5 }", "an unknown key below a part")]
    [InlineData("holds: { not: { system: files, is: isolated } }", "holds: { not: { sistem: files, is: isolated } }", "an unknown condition")]
    [InlineData("effects: [{ plant: backdoor }]", "effects: [{ plants: backdoor }]", "an unknown effect")]
    [InlineData("effects: [{ count: files-copied, by: 10 }]", "effects: [{ count: files-copied, set: done }]", "two effects in one")]
    [InlineData("title: Outside with a token", "summary: Outside with a token", "a missing key")]
    [InlineData("channel: phone", "channel: fax", "an unknown word")]
    [InlineData("at: 2024-03-04T08:30:00Z", "at: 8:30", "a malformed time")]
    [InlineData("delay: 15m", "delay: 15 minutes", "a malformed duration")]
    [InlineData("reaches: [files]", "reaches: files", "a text instead of a list")]
    [InlineData("live: false", "live: 'no'", "a text instead of true or false")]
    [InlineData("points: 10", "points: ten", "a text instead of a number")]
    [InlineData("points: 10", "points: 1.5", "a fraction of a point")]
    [InlineData("outage: { cut: 0.5 }", "outage: { cut: 1.5 }", "more than the whole")]
    [InlineData("manual: true", "expects: [Nothing]", "an inject without a trigger")]
    [InlineData("  lead: { title", "  Lead: { title", "a malformed id")]
    [InlineData("L1: Rotate what has leaked", "one: Rotate what has leaked", "a malformed id of an objective")]
    [InlineData("how-much: { counter: outage-hours, best: 1, worst: 5 }", "why: No measure", "a rule without a measure")]
    [InlineData("format: 2", "format: 3", "a format to come")]
    public void WhatTheCompilerRefusesForItsFormIsRefused(string piece, string instead, string what)
    {
        var text = piece == "after-outage: pause" ? TinyScenario.Text + "\n" + instead : TinyScenario.Replace(piece, instead);
        Assert.True(Faults(OfScenario, text).Count > 0, $"The schema has nothing against {what}.");
        Assert.True(ScenarioCompiler.Compile([new("scenario.yaml", text)]).Scenario is null, $"The compiler has nothing against {what}.");
    }

    [Theory]
    [InlineData("do: hunt", "do: hunt\n    answer: supplier-calls\n    with: thanks")]
    [InlineData("do: hunt", "reason2: None")]
    [InlineData("- done: 2024-03-04T13:50:00Z", "- done: 2024-03-04T13:50:00Z\n    at: 2024-03-04T13:50:00Z")]
    public void APlaythroughsStepDoesOneThingAtOneTime(string piece, string instead)
    {
        Assert.Contains(piece, TinyScenario.History, StringComparison.Ordinal);
        Assert.NotEmpty(Faults(OfPlaythrough, TinyScenario.History.Replace(piece, instead, StringComparison.Ordinal)));
    }

    /// <summary>The library passes over this rule, so it is looked at in the schema itself.</summary>
    [Fact]
    public void WhatBelongsToAnotherKeyNeedsIt()
    {
        var step = JsonNode.Parse(ScenarioSchema.OfPlaythrough())!["properties"]!["steps"]!["items"]!["dependentRequired"]!;
        Assert.Equal("""{"on":["do"],"done":["do"],"with":["answer"]}""", step.ToJsonString());
    }

    [Fact]
    public void EveryKeyIsExplainedAndNoExplanationIsLeftOver()
    {
        var paths = PathsOf(ScenarioSchema.OfScenario(), "scenario").Concat(PathsOf(ScenarioSchema.OfPlaythrough(), "playthrough")).ToHashSet();
        Assert.All(paths, path => Assert.True(KeyHelp.PathOf(path) is not null, $"KeyHelp.txt has no line for {path}."));
        Assert.Empty(KeyHelp.Paths.Except(paths.Select(KeyHelp.PathOf)));
    }

    [Theory]
    [InlineData("okta-call", true)]
    [InlineData("2023", true)]
    [InlineData("target-2", true)]
    [InlineData("target", false)]
    [InlineData("Okta", false)]
    [InlineData("-okta", false)]
    [InlineData("okta-", false)]
    [InlineData("okta--call", false)]
    [InlineData("okta call", false)]
    [InlineData("", false)]
    public void ThePatternOfIdsSaysWhatTheCompilerSays(string id, bool good)
    {
        Assert.Equal(good, Ids.IsId(id));
        Assert.Equal(good, System.Text.RegularExpressions.Regex.IsMatch(id, Ids.Pattern));
    }

    [Theory]
    [InlineData("15m", true)]
    [InlineData("1d2h3m4s", true)]
    [InlineData("0h", true)]
    [InlineData("1m2h", false)]
    [InlineData("1.5h", false)]
    [InlineData("m", false)]
    [InlineData("", false)]
    public void ThePatternOfDurationsSaysWhatTheCompilerSays(string duration, bool good)
    {
        Assert.Equal(good, TimeText.TryDuration(duration, out _));
        Assert.Equal(good, System.Text.RegularExpressions.Regex.IsMatch(duration, TimeText.DurationPattern));
    }

    static JsonSchema SchemaOf(string file) => file == "scenario.yaml" ? OfScenario : OfPlaythrough;

    /// <summary>The library knows definitions under their older name.</summary>
    static JsonSchema Parse(string schema) => JsonSchema.FromJsonAsync(schema.Replace("$defs", "definitions", StringComparison.Ordinal)).GetAwaiter().GetResult();

    static List<string> Faults(JsonSchema schema, string yaml) => [.. schema.Validate(JsonOfYaml.Read(yaml)!.ToJsonString()).Select(fault => fault.ToString())];

    static HashSet<string> PathsOf(string schema, string root)
    {
        var paths = new HashSet<string>();
        var json = JsonNode.Parse(schema)!.AsObject();
        Walk(json, root);
        foreach (var (name, definition) in json["$defs"]!.AsObject())
        {
            Walk(definition!, name);
        }

        return paths;

        void Walk(JsonNode node, string path)
        {
            foreach (var (key, value) in node["properties"]?.AsObject() ?? [])
            {
                paths.Add($"{path}.{key}");
                Walk(value!, $"{path}.{key}");
            }

            foreach (var below in (node["oneOf"]?.AsArray() ?? []).Concat(node["anyOf"]?.AsArray() ?? []).Append(node["items"]))
            {
                if (below is not null)
                {
                    Walk(below, path);
                }
            }

            foreach (var (_, each) in node["patternProperties"]?.AsObject() ?? [])
            {
                Walk(each!, $"{path}.*");
            }
        }
    }
}
