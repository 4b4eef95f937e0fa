using System.Security.Cryptography;

namespace Tabletop.Exercises;

/// <summary>Files that the logs name, in the data folder beside the database: one for each content, called by its hash.</summary>
public sealed partial class EventStore
{
    /// <summary>Bytes of all files of one exercise.</summary>
    internal const long MostBytesOfFiles = 200L * 1024 * 1024;

    /// <summary>Writes a file so that it is on the disk when this returns; the same content is kept once.</summary>
    /// <returns>Its hash, or null when the exercise has no room left.</returns>
    internal string? KeepFile(string exercise, ReadOnlySpan<byte> bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var place = new FileInfo(PlaceOf(exercise, hash));
        if (place.Exists)
            return hash;

        place.Directory!.Create();
        if (place.Directory.EnumerateFiles().Sum(file => file.Length) + bytes.Length > MostBytesOfFiles)
            return null;

        // Whoever finds the file by its name finds all of it.
        var half = $"{place.FullName}.{Ids.Short("")}";
        using (var file = new FileStream(half, FileMode.CreateNew))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(half, place.FullName, overwrite: true);
        return hash;
    }

    internal bool HasFile(string exercise, string hash) => MayBeNamed(exercise) && MayBeNamed(hash) && File.Exists(PlaceOf(exercise, hash));

    /// <summary>Null when there is none.</summary>
    internal byte[]? ReadFile(string exercise, string hash) => HasFile(exercise, hash) ? File.ReadAllBytes(PlaceOf(exercise, hash)) : null;

    void DeleteFiles(string exercise)
    {
        var place = new DirectoryInfo(Path.Combine(folder.Path, "files", exercise));
        if (MayBeNamed(exercise) && place.Exists)
            place.Delete(recursive: true);
    }

    // Both names come from callers: nothing that could lead elsewhere names a file. A team's own exercise has a '-' in its id.
    static bool MayBeNamed(string name) => name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    string PlaceOf(string exercise, string hash) => Path.Combine(folder.Path, "files", exercise, hash);
}
