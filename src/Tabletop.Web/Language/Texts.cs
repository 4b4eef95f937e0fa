namespace Tabletop.Web.Language;

/// <summary>
/// All texts of the pages. The English text is the key, so that English needs no file; Texts.de.resx has the German ones.
/// One and many are two texts, and a sentence is one text, never glued from pieces.
/// </summary>
public sealed class Texts;
