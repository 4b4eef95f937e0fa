using Ganss.Xss;
using Markdig;
using Microsoft.AspNetCore.Components;

namespace Tabletop.Web.Text;

/// <summary>
/// Markdown as safe HTML. Whoever wrote it, no script, style, form, picture or address of another protocol survives:
/// a scenario is somebody's file, and a facilitator's inject is somebody's typing.
/// </summary>
public static class MarkdownText
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseEmphasisExtras().UseAutoLinks().Build();

    static readonly HtmlSanitizer Sanitizer = NewSanitizer();

    public static MarkupString ToHtml(string markdown)
    {
        var html = Markdown.ToHtml(markdown, Pipeline);
        lock (Sanitizer)
            return new(Sanitizer.Sanitize(html));
    }

    static HtmlSanitizer NewSanitizer()
    {
        var sanitizer = new HtmlSanitizer();
        sanitizer.AllowedTags.Clear();
        sanitizer.AllowedTags.UnionWith(
        [
            "a", "b", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "li", "mark", "ol", "p", "pre",
            "s", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
        ]);
        sanitizer.AllowedAttributes.Clear();
        sanitizer.AllowedAttributes.UnionWith(["href", "start"]);
        sanitizer.AllowedSchemes.Clear();
        sanitizer.AllowedSchemes.UnionWith(["http", "https", "mailto"]);
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowedAtRules.Clear();
        sanitizer.PostProcessNode += (_, e) =>
        {
            // A link must not take a player out of a running exercise, nor tell its target where it came from.
            if (e.Node is AngleSharp.Dom.IElement { LocalName: "a" } link)
            {
                link.SetAttribute("target", "_blank");
                link.SetAttribute("rel", "noopener noreferrer nofollow");
            }
            else if (e.Node is AngleSharp.Dom.IElement { LocalName: "pre" or "table" } wide)
            {
                // Log extracts and tables are wider than a phone; a keyboard must be able to scroll them.
                wide.SetAttribute("tabindex", "0");
            }
            else if (e.Node is AngleSharp.Dom.IElement { LocalName: "h1" or "h2" } heading)
            {
                e.ReplacementNodes.Add(Lowered(heading));
            }
        };
        return sanitizer;
    }

    /// <summary>The page's own headings are the first two levels; a text's begin at the third.</summary>
    static AngleSharp.Dom.IElement Lowered(AngleSharp.Dom.IElement heading)
    {
        var lower = heading.Owner!.CreateElement("h3");
        lower.Append([.. heading.ChildNodes]);
        return lower;
    }
}
