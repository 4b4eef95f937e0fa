using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Tabletop.TestKit;

/// <summary>A program under test in a process of its own. What it prints is kept, and waited for instead of slept for.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Process process;
    readonly Lock gate = new();
    ImmutableList<string> lines = [];
    TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    bool silent;

    RunningProgram(Process process) => this.process = process;

    /// <summary>Everything printed so far to standard output and standard error, in the order it arrived.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (gate)
                return lines;
        }
    }

    public bool HasExited => process.HasExited;

    /// <summary>Starts a command; settings that would tell a web server where to listen are not inherited.</summary>
    public static RunningProgram Start(
        string command,
        IEnumerable<string> arguments,
        string workingFolder,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        foreach (var inherited in start.Environment.Keys.Where(IsForServers).ToList())
            start.Environment.Remove(inherited);
        foreach (var (name, value) in environment ?? ImmutableDictionary<string, string>.Empty)
            start.Environment[name] = value;

        var program = new RunningProgram(new Process { StartInfo = start });
        program.process.Start();
        _ = program.ListenAsync();
        return program;
    }

    /// <summary>Starts a built .NET program by its DLL.</summary>
    public static RunningProgram StartDll(
        string dll,
        IEnumerable<string> arguments,
        string workingFolder,
        IReadOnlyDictionary<string, string>? environment = null) =>
        Start("dotnet", [dll, .. arguments], workingFolder, environment);

    /// <summary>The first line, printed already or still to come, that contains a text.</summary>
    /// <exception cref="InvalidOperationException">The program ended, or a minute passed, without it; says what was printed.</exception>
    public async Task<string> LineWithAsync(string text, TimeSpan? patience = null)
    {
        using var limit = new CancellationTokenSource(patience ?? Patience);
        var read = 0;
        while (true)
        {
            ImmutableList<string> heard;
            Task more;
            bool over;
            lock (gate)
                (heard, more, over) = (lines, news.Task, silent);

            for (; read < heard.Count; read++)
            {
                if (heard[read].Contains(text, StringComparison.Ordinal))
                    return heard[read];
            }

            if (over)
                throw Missing(text, "The program ended");

            try
            {
                await more.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw Missing(text, "The patience ended");
            }
        }
    }

    /// <summary>Waits for the program to end by itself and gives its exit code.</summary>
    public async Task<int> ExitAsync(TimeSpan? patience = null)
    {
        await process.WaitForExitAsync(CancellationToken.None).WaitAsync(patience ?? Patience);
        return process.ExitCode;
    }

    /// <summary>Asks the program to end, as Ctrl+C does (SIGINT).</summary>
    public void Interrupt()
    {
        using var signal = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        signal.WaitForExit();
    }

    /// <summary>Ends the program and what it started as a power cut would (SIGKILL): nothing is flushed, nobody says goodbye.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None).WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    async Task ListenAsync()
    {
        await Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
        Tell(null);
    }

    async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
            Tell(line);
    }

    void Tell(string? line)
    {
        TaskCompletionSource told;
        lock (gate)
        {
            if (line is null)
                silent = true;
            else
                lines = lines.Add(line);
            (told, news) = (news, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        told.SetResult();
    }

    static bool IsForServers(string variable) =>
        variable.StartsWith("ASPNETCORE_", StringComparison.Ordinal)
        || variable.StartsWith("DOTNET_ENVIRONMENT", StringComparison.Ordinal)
        || variable.StartsWith("TABLETOP_", StringComparison.Ordinal);

    InvalidOperationException Missing(string text, string why) =>
        new($"{why} and no line said '{text}'. It printed:{Environment.NewLine}{string.Join(Environment.NewLine, Lines)}");
}
