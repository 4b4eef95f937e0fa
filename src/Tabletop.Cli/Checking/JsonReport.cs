using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary>For scripts: one object with every fault, and the sums.</summary>
static class JsonReport
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(ImmutableArray<CheckedFolder> results, TextWriter output) => Write(output, new JsonObject
    {
        ["scenarios"] = new JsonArray([.. results.Select(ToJson)]),
        ["errors"] = results.Sum(result => result.Errors),
        ["warnings"] = results.Sum(result => result.Warnings),
    });

    internal static void Write(TextWriter output, JsonObject report) => output.WriteLine(report.ToJsonString(Readable));

    internal static string Word(Severity severity) => severity == Severity.Error ? "error" : "warning";

    static JsonObject ToJson(CheckedFolder result) => new()
    {
        ["folder"] = result.Folder,
        ["errors"] = result.Errors,
        ["warnings"] = result.Warnings,
        ["diagnostics"] = new JsonArray([.. result.Faults.Select(fault => ToJson(result, fault))]),
    };

    static JsonObject ToJson(CheckedFolder result, Diagnostic fault) => new()
    {
        ["severity"] = Word(fault.Severity),
        ["code"] = fault.Code,
        ["message"] = fault.Message,
        ["mend"] = fault.Mend,
        ["file"] = result.PathOf(fault),
        ["line"] = fault.Line,
        ["column"] = fault.Column,
        ["length"] = fault.Length,
    };
}
