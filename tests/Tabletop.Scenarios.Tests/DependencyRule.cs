using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

public sealed class DependencyRule
{
    [Fact]
    public void ScenariosKnowsOnlyTheEngine()
    {
        Assert.Equal(["Tabletop.Engine"], Repository.ProjectsReferencedBy("Tabletop.Scenarios"));
        Assert.DoesNotContain(Repository.AssembliesUsedBy("Tabletop.Scenarios"),
            assembly => assembly is not ("Tabletop.Engine" or "YamlDotNet"));
    }
}
