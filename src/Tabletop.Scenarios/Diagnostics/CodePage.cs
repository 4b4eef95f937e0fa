namespace Tabletop.Scenarios;

/// <summary>The page of a diagnostic's code: what is wrong, how to mend it, and the smallest example.</summary>
public static class CodePage
{
    /// <summary>Its Markdown; null when there is no such code.</summary>
    public static string? Of(string code)
    {
        using var stream = code.Length == 6 ? typeof(CodePage).Assembly.GetManifestResourceStream($"Diagnostics/{code}") : null;
        if (stream is null)
            return null;

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
