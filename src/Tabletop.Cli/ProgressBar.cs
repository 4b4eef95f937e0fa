namespace Tabletop.Cli;

/// <summary>A line on the terminal that fills up; silent when the output goes elsewhere.</summary>
sealed class ProgressBar(string title, int total)
{
    const int Width = 40;

    readonly Lock _lock = new();
    readonly bool _shown = !Console.IsErrorRedirected;
    int _done;
    int _drawn = -1;

    /// <summary>One more is done. From any thread.</summary>
    internal void Step()
    {
        var filled = (int)((long)Interlocked.Increment(ref _done) * Width / total);
        if (!_shown || filled <= Volatile.Read(ref _drawn))
        {
            return;
        }

        lock (_lock)
        {
            if (filled > _drawn)
            {
                _drawn = filled;
                Console.Error.Write($"\r{title} [{new string('#', filled)}{new string('.', Width - filled)}]");
            }
        }
    }

    internal void Clear()
    {
        if (_shown)
        {
            Console.Error.Write("\r" + new string(' ', title.Length + Width + 3) + "\r");
        }
    }
}
