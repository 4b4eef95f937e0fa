using AngleSharp.Dom;
using Bunit;
using Tabletop.Exercises.Views;
using Tabletop.Web.Review;
using Tabletop.Web.Tests.Language;

namespace Tabletop.Web.Tests.Review;

/// <summary>A debrief page as somebody looks at it; where the page wants to go is where it is.</summary>
sealed class Reviewed : BunitContext
{
    readonly DebriefView _view;
    readonly string _own;

    public Reviewed(DebriefView view, string own = "", DebriefAddress? at = null)
    {
        (_view, _own) = (view, own);
        JSInterop.Mode = JSRuntimeMode.Loose;
        this.AddTexts();
        Address = at ?? new("ex1");
        Page = Render<DebriefScreen>(page => page
            .Add(p => p.View, view)
            .Add(p => p.Own, own)
            .Add(p => p.Address, Address)
            .Add(p => p.Go, GoTo));
    }

    public IRenderedComponent<DebriefScreen> Page { get; }

    public DebriefAddress Address { get; private set; }

    public IReadOnlyList<IElement> Marks => Page.FindAll("[data-lane]");

    public string Panel => Text(".event-panel");

    public string Text(string selector) => string.Join(' ', Page.FindAll(selector).Select(found => found.TextContent.Trim()));

    /// <summary>The first mark whose words for a screen reader contain a text.</summary>
    public IElement Mark(string words) => Marks.First(mark => mark.GetAttribute("aria-label")!.Contains(words, StringComparison.Ordinal));

    public void GoTo(DebriefAddress address)
    {
        Address = address;
        Page.Render(page => page.Add(p => p.View, _view).Add(p => p.Own, _own).Add(p => p.Address, address));
    }
}
