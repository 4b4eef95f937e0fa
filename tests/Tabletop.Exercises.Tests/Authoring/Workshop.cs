using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Tabletop.TestKit;

namespace Tabletop.Exercises.Tests.Authoring;

/// <summary>A library on a real disk: the tiny scenario to begin with, and authors who write in it.</summary>
public sealed class Workshop : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly AuthoringStore store;
    readonly LibraryWatch watch;

    /// <param name="mayWrite">False: the scenarios came with the program.</param>
    public Workshop(bool mayWrite = true)
    {
        TinyScenario.WriteTo(PathTo("tiny"));
        Library = new(folder.PathTo("scenarios"), mayWrite, folder.PathTo("data"));
        store = new(Library, Time);
        watch = new(Library, Time);
        Writer = new(Library, store, watch);
    }

    public FakeTimeProvider Time { get; } = new(Server.Noon);

    internal ScenarioLibrary Library { get; }

    internal ScenarioWriter Writer { get; }

    internal AuthoringStore Store => store;

    public string DataFolder => folder.PathTo("data");

    public string PathTo(params string[] parts) => folder.PathTo(["scenarios", .. parts]);

    public string Read(params string[] parts) => File.ReadAllText(PathTo(parts));

    public void Write(string text, params string[] parts)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathTo(parts))!);
        File.WriteAllText(PathTo(parts), text);
    }

    public string HashOf(params string[] parts) => FileText.HashOf([.. File.ReadAllBytes(PathTo(parts))]);

    /// <summary>All files under the library, by path, with what stands in them.</summary>
    public ImmutableSortedDictionary<string, string> Everything() => new DirectoryInfo(PathTo())
        .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .ToImmutableSortedDictionary(file => Path.GetRelativePath(PathTo(), file.FullName), file => File.ReadAllText(file.FullName), StringComparer.Ordinal);

    internal static FileTree Tree(params (string Path, string Text)[] files) =>
        new(files.ToImmutableSortedDictionary(file => file.Path, file => Encoding.UTF8.GetBytes(file.Text).ToImmutableArray(), StringComparer.Ordinal));

    public void Dispose()
    {
        watch.Dispose();
        store.Dispose();
        folder.Dispose();
    }
}
