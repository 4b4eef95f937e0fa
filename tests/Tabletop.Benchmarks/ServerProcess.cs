using System.Diagnostics;

namespace Tabletop.Benchmarks;

/// <summary>A copy of this program that serves. It is asked by a line on its standard input and answers with one line.</summary>
sealed class ServerProcess : IAsyncDisposable
{
    readonly Process process;

    ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Processor time so far, all threads together.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory, megabytes.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    public static async Task<ServerProcess> Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServerProcess).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        return new(process, new(await Answer(process)));
    }

    public async Task<string> Ask(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        return await Answer(process);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    // Other lines are the server's log.
    static async Task<string> Answer(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("> ", StringComparison.Ordinal))
                return line[2..];
        }

        throw new InvalidOperationException("The server under test ended.");
    }
}
