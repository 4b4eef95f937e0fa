using Microsoft.Extensions.Localization;

namespace Tabletop.Web.Author.Writing;

/// <summary>What a file begins with that an author adds.</summary>
static class NewFile
{
    public static string TextOf(string path, IStringLocalizer texts) =>
        !path.EndsWith(".yaml", StringComparison.Ordinal) ? ""
        : path == "history.yaml" ? $"id: history\ntitle: {texts["What really happened"]}\nsteps: []\n"
        : path.StartsWith("playthroughs/", StringComparison.Ordinal) ? $"id: {Path.GetFileNameWithoutExtension(path)}\ntitle: {texts["What this team does"]}\nsteps: []\n"
        : "";
}
