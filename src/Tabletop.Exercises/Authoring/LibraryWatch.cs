namespace Tabletop.Exercises;

/// <summary>Tells pages that scenarios' files have changed, by whatever hand. Only a hint: whoever is told looks again.</summary>
public sealed class LibraryWatch : IDisposable
{
    /// <summary>An editor writes one save as several changes: a new file, a rename, a time stamp.</summary>
    static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(150);

    readonly Lock gate = new();
    readonly ScenarioLibrary library;
    readonly ITimer rest;
    readonly Dictionary<string, FileSystemWatcher> watchers = new(StringComparer.Ordinal);
    bool disposed;

    internal LibraryWatch(ScenarioLibrary library, TimeProvider time)
    {
        this.library = library;
        rest = time.CreateTimer(_ => Changed?.Invoke(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>From any thread.</summary>
    public event Action? Changed;

    /// <summary>Begins to watch the folders that there are by now. Where the system can't, changes show at the next look.</summary>
    public void Begin()
    {
        lock (gate)
        {
            foreach (var folder in disposed ? [] : library.Folders)
            {
                if (!watchers.ContainsKey(folder) && Directory.Exists(folder) && TryWatch(folder) is { } watcher)
                    watchers[folder] = watcher;
            }
        }
    }

    /// <summary>The server itself has written.</summary>
    internal void Tell()
    {
        Begin();
        Changed?.Invoke();
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            foreach (var watcher in watchers.Values)
                watcher.Dispose();
        }

        rest.Dispose();
    }

    FileSystemWatcher? TryWatch(string folder)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => Note();
            watcher.Created += (_, _) => Note();
            watcher.Deleted += (_, _) => Note();
            watcher.Renamed += (_, _) => Note();

            // More changes than it can hold are a change all the same.
            watcher.Error += (_, _) => Note();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    void Note()
    {
        lock (gate)
        {
            if (!disposed)
                rest.Change(Rest, Timeout.InfiniteTimeSpan);
        }
    }
}
