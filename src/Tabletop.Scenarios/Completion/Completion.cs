using System.Collections.Immutable;

namespace Tabletop.Scenarios;

public enum CompletionKind
{
    /// <summary>A key of the language.</summary>
    Key,

    /// <summary>One of the language's own words, or true or false.</summary>
    Word,

    /// <summary>The id of something that the scenario defines.</summary>
    Name,

    /// <summary>An example of how such a value looks.</summary>
    Example,

    /// <summary>A file beside the scenario.</summary>
    File,
}

/// <summary>Something that can be written at a place.</summary>
/// <param name="Label">How a list shows it.</param>
/// <param name="Insert">What is written instead of what was typed.</param>
/// <param name="Back">How many characters before the end of that the caret belongs.</param>
/// <param name="Detail">In a few words, what it takes or which kind of thing it is.</param>
/// <param name="Help">One or two sentences; nothing where there is nothing to say.</param>
public sealed record Completion(CompletionKind Kind, string Label, string Insert, int Back, string Detail, string Help);

/// <summary>Everything that can be written at a place, the likeliest first.</summary>
/// <param name="StartColumn">Where what has been typed begins, on the caret's line; 1-based, as all columns.</param>
/// <param name="EndColumn">Up to where it is replaced.</param>
public sealed record Completions(int StartColumn, int EndColumn, ImmutableArray<Completion> Items);

/// <summary>What a word of the text means.</summary>
/// <param name="Text">Sentences, one a line.</param>
/// <param name="DefinedIn">The file and place where its name is brought into being; null for keys and unknown names.</param>
public sealed record Hover(int Line, int StartColumn, int EndColumn, string Text, (string File, int Line, int Column)? DefinedIn);
