using System.Reflection;
using System.Xml.Linq;

namespace Tabletop.TestKit;

/// <summary>The source tree that the running tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder that holds Tabletop.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>An absolute path under <see cref="Root"/>.</summary>
    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Names of the projects that a project under src/ names in its project file.</summary>
    public static IReadOnlyList<string> ProjectsReferencedBy(string project) =>
        [.. ItemsOf(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))];

    /// <summary>Names of the packages that a project under src/ names in its project file.</summary>
    public static IReadOnlyList<string> PackagesReferencedBy(string project) => [.. ItemsOf(project, "PackageReference")];

    /// <summary>
    /// Names of the assemblies that a built assembly really uses, those that reached it through another project
    /// included and those of .NET left out.
    /// </summary>
    public static IReadOnlyList<string> AssembliesUsedBy(string assembly) =>
        [.. Assembly.Load(assembly).GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => name is not ("System" or "mscorlib" or "netstandard")
                && !name.StartsWith("System.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    static IEnumerable<string> ItemsOf(string project, string item) =>
        XDocument.Load(PathTo("src", project, project + ".csproj"))
            .Descendants(item)
            .Select(element => element.Attribute("Include")?.Value)
            .OfType<string>();

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Tabletop.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException(
            $"No Tabletop.sln above {AppContext.BaseDirectory}: run the tests from a build inside the repository.");
    }
}
