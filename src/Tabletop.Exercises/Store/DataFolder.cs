namespace Tabletop.Exercises;

/// <summary>The folder in which a server keeps everything that must outlive it. One server at a time.</summary>
public sealed class DataFolder : IDisposable
{
    readonly FileStream hold;

    DataFolder(string path, FileStream hold) => (Path, this.hold) = (path, hold);

    public string Path { get; }

    internal string Database => System.IO.Path.Combine(Path, "tabletop.db");

    /// <summary>Makes the folder if it isn't there and keeps other servers out until it is disposed, or the process ends.</summary>
    /// <exception cref="StartupException">It can't be written, or another server uses it.</exception>
    public static DataFolder Open(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            File.WriteAllBytes(System.IO.Path.Combine(path, ".writable"), []);
            File.Delete(System.IO.Path.Combine(path, ".writable"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The data folder {path} can't be written: {e.Message.TrimEnd('.')}. Mend that, or name another with --data.", e);
        }

        try
        {
            return new(path, new(
                System.IO.Path.Combine(path, "tabletop.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e)
        {
            throw new StartupException($"Another Tabletop uses the data folder {path}. Stop it, or name another folder with --data.", e);
        }
    }

    public void Dispose() => hold.Dispose();
}
