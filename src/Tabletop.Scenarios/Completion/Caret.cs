namespace Tabletop.Scenarios;

enum CaretPlace
{
    /// <summary>In a comment, in quotes or in a text of several lines.</summary>
    Elsewhere,

    /// <summary>On a line of its own, where a key, an item or a value of the owner may begin.</summary>
    Line,

    /// <summary>Behind the owner's key or dash.</summary>
    Value,

    /// <summary>In braces that belong to the owner.</summary>
    InBraces,

    /// <summary>In brackets that belong to the owner.</summary>
    InBrackets,
}

/// <summary>Where a text ends, for what may come next.</summary>
/// <param name="Owner">What the next piece would belong to.</param>
/// <param name="Column">Where the piece that is being typed begins, from 0.</param>
/// <param name="Typed">What there is of it.</param>
/// <param name="Indent">Of the line's content, behind its dashes.</param>
/// <param name="Nested">Whether brackets or braces are open.</param>
sealed record Caret(CaretPlace Place, Limb Owner, int Column, string Typed, int Indent, bool Nested = false);
