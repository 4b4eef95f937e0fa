using Tabletop.TestKit;

namespace Tabletop.Cli.Tests;

public sealed class DependencyRule
{
    [Fact]
    public void CliNeverSeesTheWeb()
    {
        Assert.Subset(
            new HashSet<string> { "Tabletop.Engine", "Tabletop.Scenarios", "Tabletop.Exercises" },
            Repository.ProjectsReferencedBy("Tabletop.Cli").ToHashSet());
        Assert.DoesNotContain("Tabletop.Web", Repository.AssembliesUsedBy("Tabletop.Cli"));
    }
}
