using System.Threading.Channels;

namespace Tabletop.Cli;

/// <summary>Tells when scenario files in some folders have changed and come to rest.</summary>
sealed class FileWatch : IDisposable
{
    /// <summary>An editor writes one save as several changes: a new file, a rename, a time stamp.</summary>
    static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(150);

    readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    readonly List<FileSystemWatcher> _watchers;
    readonly TimeProvider _time;

    internal FileWatch(IEnumerable<string> folders, TimeProvider time)
    {
        _time = time;
        _watchers = [.. folders.Select(Watch)];
    }

    public void Dispose() => _watchers.ForEach(watcher => watcher.Dispose());

    /// <summary>Completes when there was a change since the last call and none for a moment, or when it is told to stop.</summary>
    internal async Task Changed(CancellationToken stop)
    {
        try
        {
            await _changes.Reader.ReadAsync(stop);
            do
            {
                await Task.Delay(Rest, _time, stop);
            }
            while (_changes.Reader.TryRead(out _));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // That is how a watch ends.
        }
    }

    FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Filters.Add("*.yaml");
        watcher.Filters.Add("*.yml");
        watcher.Changed += (_, _) => Note();
        watcher.Created += (_, _) => Note();
        watcher.Deleted += (_, _) => Note();
        watcher.Renamed += (_, _) => Note();

        // More changes than it can hold are a change all the same.
        watcher.Error += (_, _) => Note();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    void Note() => _changes.Writer.TryWrite(true);
}
