using Tabletop.TestKit;

namespace Tabletop.Cli.Tests;

/// <summary>Runs commands over files in a folder of its own, which holds the tiny scenario as <c>tiny-leak/</c>, and keeps what they say.</summary>
public sealed class Terminal : IDisposable
{
    readonly TemporaryFolder _folder = new();
    StringWriter _output = new();
    StringWriter _error = new();

    public Terminal() => TinyScenario.WriteTo(Tiny);

    public string Tiny => _folder.PathTo("tiny-leak");

    /// <summary>What the last command wrote.</summary>
    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public void Dispose() => _folder.Dispose();

    public string PathTo(params string[] parts) => _folder.PathTo(parts);

    public string Read(params string[] parts) => File.ReadAllText(PathTo(parts));

    public void Write(string text, params string[] parts) => File.WriteAllText(PathTo(parts), text);

    /// <summary>Exchanges a piece of the tiny scenario that stands in it exactly once.</summary>
    public void Exchange(string piece, string instead) => Write(TinyScenario.Replace(piece, instead), "tiny-leak", "scenario.yaml");

    public Task<int> Run(params string[] words)
    {
        (_output, _error) = (new StringWriter(), new StringWriter());
        return CommandLine.RunAsync(words, _output, _error);
    }
}
