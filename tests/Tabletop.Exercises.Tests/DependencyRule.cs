using Tabletop.TestKit;

namespace Tabletop.Exercises.Tests;

public sealed class DependencyRule
{
    [Fact]
    public void ExercisesKnowsOnlyWhatStandsToItsLeft()
    {
        Assert.Subset(
            new HashSet<string> { "Tabletop.Engine", "Tabletop.Scenarios" },
            Repository.ProjectsReferencedBy("Tabletop.Exercises").ToHashSet());
        Assert.DoesNotContain(Repository.AssembliesUsedBy("Tabletop.Exercises"),
            assembly => assembly is "Tabletop.Web" or "Tabletop.Cli" or "YamlDotNet");
    }
}
