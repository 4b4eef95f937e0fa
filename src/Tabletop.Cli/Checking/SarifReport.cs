using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary>The faults in the Static Analysis Results Interchange Format, OASIS standard 2.1.0, as code scanning reads it.</summary>
static class SarifReport
{
    internal static void Write(ImmutableArray<CheckedFolder> results, TextWriter output) => JsonReport.Write(output, new JsonObject
    {
        ["$schema"] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        ["version"] = "2.1.0",
        ["runs"] = new JsonArray(new JsonObject
        {
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["name"] = "tabletop",
                    ["semanticVersion"] = typeof(SarifReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
                    ["rules"] = new JsonArray([.. DiagnosticCodes.All.Select(ToRule)]),
                },
            },
            ["columnKind"] = "utf16CodeUnits",
            ["results"] = new JsonArray([.. results.SelectMany(result => result.Faults.Select(fault => ToResult(result, fault)))]),
        }),
    });

    static JsonObject ToRule(DiagnosticCode code) => new()
    {
        ["id"] = code.Id,
        ["name"] = code.Name,
        ["shortDescription"] = new JsonObject { ["text"] = code.Title },
        ["defaultConfiguration"] = new JsonObject { ["level"] = JsonReport.Word(code.Severity) },
    };

    static JsonObject ToResult(CheckedFolder result, Diagnostic fault) => new()
    {
        ["ruleId"] = fault.Code,
        ["ruleIndex"] = DiagnosticCodes.All.IndexOf(DiagnosticCodes.All.Single(code => code.Id == fault.Code)),
        ["level"] = JsonReport.Word(fault.Severity),
        ["message"] = new JsonObject { ["text"] = $"{fault.Message}. {fault.Mend}" },
        ["locations"] = new JsonArray(new JsonObject
        {
            ["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = ToUri(result.PathOf(fault)) },
                ["region"] = new JsonObject
                {
                    ["startLine"] = fault.Line,
                    ["startColumn"] = fault.Column,

                    // The column behind the last one.
                    ["endColumn"] = fault.Column + fault.Length,
                },
            },
        }),
    };

    static string ToUri(string path) => Path.IsPathRooted(path)
        ? new Uri(path).AbsoluteUri
        : string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
