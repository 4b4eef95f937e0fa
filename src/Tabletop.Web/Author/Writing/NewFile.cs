namespace Tabletop.Web.Author.Writing;

/// <summary>What a file begins with that an author adds.</summary>
static class NewFile
{
    public static string TextOf(string path) =>
        !path.EndsWith(".yaml", StringComparison.Ordinal) ? ""
        : path == "history.yaml" ? "id: history\ntitle: What really happened\nsteps: []\n"
        : path.StartsWith("playthroughs/", StringComparison.Ordinal) ? $"id: {Path.GetFileNameWithoutExtension(path)}\ntitle: What this team does\nsteps: []\n"
        : "";
}
