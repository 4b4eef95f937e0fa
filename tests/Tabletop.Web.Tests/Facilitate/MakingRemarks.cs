using Bunit;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;
using Tabletop.Web.Tests.Play;

namespace Tabletop.Web.Tests.Facilitate;

public sealed class MakingRemarks
{
    [Fact]
    public void ARemarkIsAboutTheTeamThatIsOpenAndIsRemovedByOnePress()
    {
        using var desk = new Desk(SampleExercise.Started()).At("?view=teams&team=red");
        desk.Page.Find("#remark-text").Change("<b>Dan</b> decides alone.");
        desk.Page.Find(".remarks form").Submit();

        Assert.Equal(new Command.MakeRemark("", "<b>Dan</b> decides alone.", "red"), Assert.Single(desk.Asked));
        Assert.Equal("<b>Dan</b> decides alone.", desk.Page.Find(".remark-text").TextContent);
        Assert.Contains("about Red", desk.Page.Find(".remark-list .sub").TextContent, StringComparison.Ordinal);
        Assert.Equal("", desk.Page.Find("#remark-text").GetAttribute("value") ?? "");

        desk.Page.Find(".remark-list button").Click();
        Assert.Equal(new Command.RemoveRemark("remark-1"), desk.Asked[^1]);
        Assert.Empty(desk.Page.FindAll(".remark-list li"));
    }

    [Fact]
    public void NobodysPageInATeamHasIt()
    {
        var played = SampleExercise.Started().Do(new Command.MakeRemark("n1", "Dan decides alone.", "red"));
        foreach (var person in new[] { "ada", "dan" })
        {
            using var table = new Table(played, person).At("?view=team");
            Assert.DoesNotContain("decides alone", table.Page.Markup, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TheDebriefShowsTheRemarksThatItIsGivenOfTheTeamAndOfNoTeam()
    {
        var played = SampleExercise.Started()
            .Do(new Command.MakeRemark("n1", "Dan decides alone.", "red"))
            .Do(new Command.MakeRemark("n2", "Ada asks first.", "blue"))
            .Do(new Command.MakeRemark("n3", "The room was loud.", null))
            .Do(new Command.End());
        var view = DebriefProjection.Of(played.Exercise, played.Log);
        using var page = new Review.Reviewed(view, at: new("ex1", "blue"));
        Assert.Empty(page.Page.FindAll("#remarks-title"));

        page.Page.Render(screen => screen.Add(p => p.Remarks, RemarkRows.Of(played.Exercise)));
        Assert.Equal(["Ada asks first.", "The room was loud."], page.Page.FindAll(".remark-text").Select(remark => remark.TextContent));
    }
}
