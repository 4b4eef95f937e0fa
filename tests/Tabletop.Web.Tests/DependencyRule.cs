using Tabletop.TestKit;

namespace Tabletop.Web.Tests;

public sealed class DependencyRule
{
    [Fact]
    public void WebKnowsOnlyWhatStandsToItsLeft() =>
        Assert.Subset(
            new HashSet<string> { "Tabletop.Engine", "Tabletop.Scenarios", "Tabletop.Exercises" },
            Repository.ProjectsReferencedBy("Tabletop.Web").ToHashSet());

    [Fact]
    public void EveryProjectUnderSrcHasItsPlaceInTheRule() =>
        Assert.Equal(
            ["Tabletop.Cli", "Tabletop.Engine", "Tabletop.Exercises", "Tabletop.Scenarios", "Tabletop.Web"],
            Directory.EnumerateDirectories(Repository.PathTo("src")).Select(Path.GetFileName)
                .OfType<string>()
                .Order(StringComparer.Ordinal));
}
