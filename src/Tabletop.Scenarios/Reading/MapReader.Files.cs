using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Files that are handed on as they stand.</summary>
sealed partial class MapReader
{
    /// <summary>Paths of text files; they are the same in every language, and no names are filled in.</summary>
    public ImmutableArray<Attachment> OptionalFiles(string key)
    {
        var files = ImmutableArray.CreateBuilder<Attachment>();
        foreach (var node in OptionalList(key))
        {
            if (ToText(node, key) is not { } path || Reading.Files.Open(path, Attachment.Endings, node.Place, Reading.Report) is not { } text)
            {
                continue;
            }

            var name = path[(path.LastIndexOf('/') + 1)..];
            if (text.Length > Attachment.MostCharacters)
            {
                Report(DiagnosticCodes.TooLarge, node.Place, $"the file '{path}' has {text.Length} characters, {Attachment.MostCharacters} are allowed in what is attached",
                    "Attach the part that players need.");
            }
            else if (files.Any(file => file.Name == name))
            {
                Report(DiagnosticCodes.Repeated, node.Place, $"'{Short(name)}' stands twice in '{key}' of {What}", "Give each file a name of its own: players see it without its folder.");
            }
            else if (files.Count == Attachment.MostOfOne)
            {
                Report(DiagnosticCodes.OutOfRange, node.Place, $"{What} has more than {Attachment.MostOfOne} attachments", "Attach the most important ones.");
            }
            else
            {
                files.Add(new(name, text));
            }
        }

        return files.ToImmutable();
    }
}
