using System.Text;

namespace Tabletop.Web.Prepare;

/// <summary>The text of an uploaded list.</summary>
static class RosterUpload
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>By its mark UTF-8 or UTF-16; without one UTF-8, or else the Western European letters that older spreadsheets write.</summary>
    public static async Task<string> Read(IFormFile file)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        bytes.Position = 0;
        try
        {
            using var reader = new StreamReader(bytes, Strict, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
            return await reader.ReadToEndAsync();
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes.ToArray());
        }
    }
}
