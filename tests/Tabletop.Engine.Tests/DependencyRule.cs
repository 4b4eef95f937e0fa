using Tabletop.TestKit;

namespace Tabletop.Engine.Tests;

public sealed class DependencyRule
{
    [Fact]
    public void EngineKnowsNoOtherProject() => Assert.Empty(Repository.ProjectsReferencedBy("Tabletop.Engine"));

    [Fact]
    public void StatelessIsTheOnlyPackageOfTheEngine()
    {
        Assert.Equal(["Stateless"], Repository.PackagesReferencedBy("Tabletop.Engine"));
        Assert.DoesNotContain(Repository.AssembliesUsedBy("Tabletop.Engine"), assembly => assembly != "Stateless");
    }
}
