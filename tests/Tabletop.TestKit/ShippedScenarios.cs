using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.TestKit;

/// <summary>The scenarios of the repository, compiled once for all tests.</summary>
public static class ShippedScenarios
{
    static readonly Lazy<Scenario> Compiled = new(() => Load("okta-cloudflare-2023"));

    public static Scenario Flagship => Compiled.Value;

    public static Scenario Load(string id)
    {
        var read = ScenarioFolder.Read(Repository.PathTo("scenarios", id));
        var compiled = ScenarioCompiler.Compile(read.Sources);
        return compiled.Scenario ?? throw new InvalidOperationException(
            string.Join('\n', read.Diagnostics.Concat(compiled.Diagnostics).Select(diagnostic => diagnostic.Render(read.Sources))));
    }
}
