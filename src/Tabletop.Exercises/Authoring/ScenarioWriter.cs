using System.Collections.Immutable;

namespace Tabletop.Exercises;

/// <summary>
/// The only one who writes into scenarios' folders. What stood there before is kept as a version first, whoever wrote it;
/// a file is replaced as a whole or not at all.
/// </summary>
sealed class ScenarioWriter(ScenarioLibrary library, AuthoringStore store, LibraryWatch watch)
{
    readonly Lock gate = new();

    /// <summary>Writes one file, if it still is what the author began from.</summary>
    /// <param name="basis">Hash of the file as the author knows it; empty for a new one.</param>
    public Result<SaveOutcome> Save(string scenario, string path, string text, string basis, string who)
    {
        lock (gate)
        {
            var looked = Look(scenario);
            if (!looked.Ok)
                return looked.Refusal;

            var (folder, tree) = looked.Value;
            var now = tree.Find(path);
            if (now is null && ScenarioFiles.Fault(path) is { } fault)
                return new Refusal(RefusalCode.BadValue, fault);
            if (!ScenarioFiles.IsText(path) || now is { Text: null })
                return new Refusal(RefusalCode.BadValue, $"{path} is no text and can’t be written here.");

            var there = now ?? FileText.Missing;
            if (there.Hash != basis && there.Text != text)
                return Conflict(scenario, path, now);
            if (now?.Text == text)
                return new SaveOutcome.Saved(now.Hash, null);

            var bytes = there.Write(text);
            var version = Change(folder, tree, tree.With(path, bytes), VersionKind.Saved, who, path);
            return version.Ok ? new SaveOutcome.Saved(FileText.HashOf(bytes), version.Value) : version.Refusal;
        }
    }

    public Result<ScenarioVersion> Remove(string scenario, string path, string who)
    {
        lock (gate)
        {
            var looked = Look(scenario);
            if (!looked.Ok)
                return looked.Refusal;

            var (folder, tree) = looked.Value;
            return path == ScenarioFiles.Main ? new Refusal(RefusalCode.BadValue, "Without its scenario.yaml there is no scenario. Delete the whole scenario in the library instead.")
                : !tree.Files.ContainsKey(path) ? new Refusal(RefusalCode.BadValue, $"There is no {path} any more.")
                : Change(folder, tree, tree.Without(path), VersionKind.Removed, who, path);
        }
    }

    /// <summary>
    /// Makes a new folder, which is there at once and whole, or not at all. An uploaded one with the id of one that came with
    /// the program is the authors' copy of it.
    /// </summary>
    public Result<ScenarioVersion> Add(string scenario, FileTree tree, VersionKind kind, string who, string note)
    {
        lock (gate)
        {
            var there = library.Look().Where(folder => folder.Name == scenario || folder.Id == scenario).ToList();
            if (kind == VersionKind.Uploaded && there is [{ Writable: false } shipped] && shipped.Name == scenario)
            {
                var before = ScenarioFiles.Read(shipped.Path);
                return before.Ok ? Change(shipped, before.Value, tree, kind, who, note) : before.Refusal;
            }

            if (there.Count > 0)
                return new Refusal(RefusalCode.Taken, $"There is a scenario with the id {scenario} already. Choose another id, or delete that one in the library first; it can be restored.");

            return Try(library.NewOnes, () =>
            {
                Place(library.NewOnes, scenario, tree);
                return store.Keep(scenario, kind, who, note, tree);
            });
        }
    }

    /// <summary>Takes the folder away; the version that is returned brings it back.</summary>
    public Result<ScenarioVersion> Delete(string scenario, string who)
    {
        lock (gate)
        {
            var looked = Look(scenario);
            if (!looked.Ok)
                return looked.Refusal;

            var (folder, tree) = looked.Value;
            if (!folder.Writable)
                return new Refusal(RefusalCode.BadValue, $"{folder.Title} came with the program and can’t be deleted here.");

            return Try(folder.Path, () =>
            {
                KeepWhatIsFound(scenario, tree);
                var version = store.Keep(scenario, VersionKind.Deleted, who, "", tree);
                var gone = Beside(folder.Path);
                Directory.Move(folder.Path, gone);
                Directory.Delete(gone, recursive: true);
                return version;
            });
        }
    }

    /// <summary>Brings a version back as a new one.</summary>
    public Result<ScenarioVersion> Restore(string scenario, long number, string who)
    {
        lock (gate)
        {
            if (store.Find(scenario, number) is not var (version, tree))
                return new Refusal(RefusalCode.BadValue, $"There is no version {number} of {scenario}.");

            var looked = Look(scenario);
            if (looked.Ok)
                return Change(looked.Value.Folder, looked.Value.Tree, tree, VersionKind.Restored, who, $"{version.Number}");
            if (!looked.Refusal.Is(RefusalCode.UnknownScenario))
                return looked.Refusal;

            return Try(library.NewOnes, () =>
            {
                Place(library.NewOnes, scenario, tree);
                return store.Keep(scenario, VersionKind.Restored, who, $"{version.Number}", tree);
            });
        }
    }

    /// <summary>Keeps what stands on the disk as a version, if no version has it.</summary>
    public void KeepWhatIsFound(string scenario, FileTree tree)
    {
        lock (gate)
        {
            if (store.Last(scenario) is not var (last, hashes) || last.Kind == VersionKind.Deleted || !Same(hashes, tree))
                store.Keep(scenario, VersionKind.Found, ScenarioVersion.AnotherProgram, "", tree);
        }
    }

    Result<(LibraryFolder Folder, FileTree Tree)> Look(string scenario)
    {
        var folder = library.Find(scenario);
        if (!folder.Ok)
            return folder.Refusal;

        var tree = ScenarioFiles.Read(folder.Value.Path);
        return tree.Ok ? (folder.Value, tree.Value) : tree.Refusal;
    }

    SaveOutcome.Conflict Conflict(string scenario, string path, FileText? now)
    {
        var by = store.Last(scenario) is var (last, hashes) && hashes.GetValueOrDefault(path) == now?.Hash ? last : null;
        return new(now?.Text, now?.Hash ?? "", by?.Who ?? ScenarioVersion.AnotherProgram, by?.At);
    }

    Result<ScenarioVersion> Change(LibraryFolder folder, FileTree before, FileTree after, VersionKind kind, string who, string note) => Try(folder.Path, () =>
    {
        KeepWhatIsFound(folder.Name, before);

        // The version first: what an author has sent is kept, whatever becomes of the folder.
        var version = store.Keep(folder.Name, kind, who, note, after);
        if (!folder.Writable)
        {
            Place(library.Copies, folder.Name, after);
            return version;
        }

        foreach (var (path, bytes) in after.Files.Where(file => !before.Files.TryGetValue(file.Key, out var old) || !old.AsSpan().SequenceEqual(file.Value.AsSpan())))
            Replace(Path.Combine(folder.Path, path), bytes);
        foreach (var path in before.Files.Keys.Except(after.Files.Keys))
            File.Delete(Path.Combine(folder.Path, path));
        return version;
    });

    Result<ScenarioVersion> Try(string place, Func<ScenarioVersion> write)
    {
        try
        {
            var version = write();
            watch.Tell();
            return version;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Refusal(RefusalCode.Unavailable, $"It could not be written: {ScenarioFiles.Plain(e, place)} Nothing of it is lost; try again.");
        }
    }

    static bool Same(ImmutableSortedDictionary<string, string> hashes, FileTree tree) =>
        hashes.Count == tree.Files.Count && tree.Files.All(file => hashes.GetValueOrDefault(file.Key) == FileText.HashOf(file.Value));

    /// <summary>A whole folder under its name, by one rename.</summary>
    static void Place(string root, string name, FileTree tree)
    {
        Directory.CreateDirectory(root);
        var target = Path.Combine(root, name);
        var making = Beside(target);
        try
        {
            Directory.CreateDirectory(making);
            foreach (var (path, bytes) in tree.Files)
                Write(Path.Combine(making, path), bytes);
            Directory.Move(making, target);
        }
        catch
        {
            if (Directory.Exists(making))
                Directory.Delete(making, recursive: true);
            throw;
        }
    }

    static void Replace(string file, ImmutableArray<byte> bytes)
    {
        var making = Path.Combine(Path.GetDirectoryName(file)!, $".tabletop-{Ids.New()}");
        try
        {
            Write(making, bytes);
            File.Move(making, file, overwrite: true);
        }
        finally
        {
            File.Delete(making);
        }
    }

    static void Write(string file, ImmutableArray<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var stream = new FileStream(file, FileMode.CreateNew);
        stream.Write(bytes.AsSpan());
        stream.Flush(flushToDisk: true);
    }

    // A hidden neighbour: on the same disk, so that it can be renamed, and no scenario for anybody who looks.
    static string Beside(string folder) => Path.Combine(Path.GetDirectoryName(folder)!, $".tabletop-{Ids.New()}");
}

/// <summary>What became of a save.</summary>
public abstract record SaveOutcome
{
    SaveOutcome()
    {
    }

    /// <param name="Hash">Of the file now: what the next save is begun from.</param>
    /// <param name="Version">Null when the file had this text already.</param>
    public sealed record Saved(string Hash, ScenarioVersion? Version) : SaveOutcome;

    /// <summary>The file has been changed since; nothing was written.</summary>
    /// <param name="Theirs">What stands there now; null: the file is gone.</param>
    /// <param name="Hash">Of what stands there now.</param>
    /// <param name="At">Null when another program changed it.</param>
    public sealed record Conflict(string? Theirs, string Hash, string Who, DateTimeOffset? At) : SaveOutcome;
}
