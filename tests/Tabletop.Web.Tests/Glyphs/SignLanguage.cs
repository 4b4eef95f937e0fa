using System.Text.RegularExpressions;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.TestKit;
using Tabletop.Web.Glyphs;

namespace Tabletop.Web.Tests.Glyphs;

public sealed partial class SignLanguage
{
    [Fact]
    public void WhatACredentialIsCanBeToldWithoutColour() =>
        Assert.Equal(
            ["unknown", "live", "dead", "ended", "ended", "ended"],
            Enum.GetValues<KnownState>().Select(state => Signs.Of(state).Glyph));

    [Fact]
    public void EveryStateHasAWordOfItsOwn()
    {
        Assert.Distinct(Enum.GetValues<KnownState>().Select(state => Signs.Of(state).Text));
        Assert.Distinct(Enum.GetValues<Lifecycle>().Select(state => Signs.Of(state).Text));
        Assert.Distinct(Enum.GetValues<Channel>().Select(channel => Signs.Of(channel).Text));
        Assert.Distinct(Enum.GetValues<FootholdStanding>().Select(standing => Signs.Of(standing).Text));
    }

    [Fact]
    public void EveryChannelHasAShapeOfItsOwn() => Assert.Distinct(Enum.GetValues<Channel>().Select(channel => Signs.Of(channel).Glyph));

    [Fact]
    public void EveryShapeThatIsNamedIsDrawn()
    {
        var drawn = Drawn().Matches(File.ReadAllText(Repository.PathTo("src", "Tabletop.Web", "Glyphs", "GlyphSheet.razor"))).Select(match => match.Groups[1].Value).ToHashSet();
        var named = Enum.GetValues<Channel>().Select(channel => Signs.Of(channel))
            .Concat(Enum.GetValues<KnownState>().Select(state => Signs.Of(state)))
            .Concat(Enum.GetValues<Lifecycle>().Select(state => Signs.Of(state)))
            .Concat(Enum.GetValues<FootholdStanding>().Select(standing => Signs.Of(standing)))
            .Concat(Enum.GetValues<DecisionStatus>().Select(status => Signs.Of(status)))
            .Select(sign => sign.Glyph)
            .Concat(Directory.EnumerateFiles(Repository.PathTo("src", "Tabletop.Web"), "*.razor", SearchOption.AllDirectories)
                .SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)));
        Assert.Subset(drawn, named.ToHashSet());
    }

    [GeneratedRegex("""<symbol id="g-([a-z-]+)""")]
    private static partial Regex Drawn();

    [GeneratedRegex("""<Glyph Name="([a-z-]+)""")]
    private static partial Regex Named();
}
