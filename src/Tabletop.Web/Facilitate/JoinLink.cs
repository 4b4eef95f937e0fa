using QRCoder;

namespace Tabletop.Web.Facilitate;

/// <summary>The address under which participants join.</summary>
public static class JoinLink
{
    public static string Of(string baseUri, string code) => $"{baseUri.TrimEnd('/')}/?code={Uri.EscapeDataString(code)}";

    /// <summary>As people read it aloud: without protocol and code.</summary>
    public static string Spoken(string baseUri) => new Uri(baseUri).Authority;

    /// <summary>True when only a browser on this very computer can follow it.</summary>
    public static bool IsOnlyHere(string baseUri) => new Uri(baseUri).IsLoopback;

    /// <summary>A QR code as an SVG path of one unit per module, with its size; the quiet zone is included.</summary>
    public static (string Path, int Size) Draw(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new System.Text.StringBuilder();
        var rows = data.ModuleMatrix;
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (!rows[y][x])
                    continue;
                var from = x;
                while (x + 1 < rows[y].Count && rows[y][x + 1])
                    x++;
                path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{from} {y}h{x - from + 1}v1H{from}z");
            }
        }

        return (path.ToString(), rows.Count);
    }
}
