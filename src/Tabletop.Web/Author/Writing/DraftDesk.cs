using System.Collections.Immutable;
using Tabletop.Exercises;

namespace Tabletop.Web.Author.Writing;

/// <summary>One file as its author has it open.</summary>
public sealed class OpenFile
{
    internal OpenFile(string path) => Path = path;

    public string Path { get; }

    /// <summary>As the author has it; null when the file is no text.</summary>
    public string? Text { get; internal set; } = "";

    /// <summary>What stands on the disk; null when nothing does.</summary>
    public string? OnDisk { get; internal set; }

    /// <summary>Hash of what stands on the disk; empty when nothing does.</summary>
    public string Hash { get; internal set; } = "";

    /// <summary>Hash of what the author began from.</summary>
    public string Base { get; internal set; } = "";

    public bool IsDirty => Text is not null && Text != OnDisk;

    /// <summary>Somebody else has changed it since.</summary>
    public bool IsOvertaken => IsDirty && Base != Hash;
}

/// <summary>
/// The files of a scenario on an author's desk: what stands on the disk, and what the author has typed on top of it.
/// A change on the disk shows at once where nothing was typed, and never takes away what was.
/// </summary>
public sealed class DraftDesk
{
    readonly SortedDictionary<string, OpenFile> files = new(Comparer<string>.Create(Scenarios.ScenarioFolder.Compare));

    public IReadOnlyCollection<OpenFile> Files => files.Values;

    public IEnumerable<OpenFile> Dirty => files.Values.Where(file => file.IsDirty);

    public bool IsDirty => Dirty.Any();

    /// <summary>What has been typed, by path.</summary>
    public ImmutableSortedDictionary<string, string> Typed => Dirty.ToImmutableSortedDictionary(file => file.Path, file => file.Text!, StringComparer.Ordinal);

    public OpenFile? Find(string path) => files.GetValueOrDefault(path);

    /// <summary>Takes in what stands on the disk now, and what was kept of earlier typing in files that aren't open yet.</summary>
    public void Take(DraftView view)
    {
        foreach (var draft in view.Drafts.Values.Where(draft => !files.ContainsKey(draft.Path)))
            files[draft.Path] = new(draft.Path) { Text = draft.Text, Base = draft.Base };

        foreach (var now in view.Files)
        {
            if (!files.TryGetValue(now.Path, out var file))
                files[now.Path] = file = new(now.Path) { Text = now.Text, Base = now.Hash };
            Lay(file, now.Text, now.Hash);
        }

        foreach (var gone in files.Values.Where(file => view.Files.All(now => now.Path != file.Path)).ToList())
        {
            if (!gone.IsDirty || gone.Text is null)
                files.Remove(gone.Path);
            else
                (gone.OnDisk, gone.Hash) = (null, "");
        }
    }

    /// <summary>A file that isn't on the disk yet.</summary>
    public OpenFile Add(string path, string text) => files[path] = new(path) { Text = text };

    public void Type(OpenFile file, string text)
    {
        file.Text = text;
        if (!file.IsDirty)
            file.Base = file.Hash;
    }

    /// <summary>A text of the file is on the disk; the author may have gone on typing meanwhile.</summary>
    public void Saved(OpenFile file, string text, string hash) => (file.OnDisk, file.Hash, file.Base) = (text, hash, hash);

    /// <summary>The author's own text gives way to what is on the disk.</summary>
    public void Yield(OpenFile file)
    {
        if (file.OnDisk is null)
            files.Remove(file.Path);
        else
            (file.Text, file.Base) = (file.OnDisk, file.Hash);
    }

    public void Remove(OpenFile file) => files.Remove(file.Path);

    static void Lay(OpenFile file, string? text, string hash)
    {
        var keep = file.IsDirty;
        (file.OnDisk, file.Hash) = (text, hash);
        if (!keep || file.Text == text)
            (file.Text, file.Base) = (text, hash);
    }
}
