using Tabletop.Web.Review;

namespace Tabletop.Web.Tests.Review;

/// <summary>Nothing in the picture lies on something else.</summary>
public sealed class PictureRoom
{
    public static TheoryData<string> Playthroughs => ["history", "informed", "october-four", "panic", "passive", "ideal"];

    [Theory]
    [MemberData(nameof(Playthroughs))]
    public void WordsBesideAMarkEndBeforeTheNextOne(string playthrough)
    {
        var story = PlayedFlagship.View(("Blue", playthrough)).Stories[0];
        var layout = StoryLayout.Of(story);
        foreach (var (row, all) in new[] { (story.Steps, layout.StepWords), (story.Decisions, layout.DecisionWords) })
        {
            foreach (var words in all)
                Assert.DoesNotContain(row.Marks, mark => mark.Level == words.Mark.Level && mark.X1 > words.X && mark.X1 < words.X + words.Width);
        }
    }

    [Theory]
    [MemberData(nameof(Playthroughs))]
    public void LanesFollowEachOtherFromTheTop(string playthrough)
    {
        var layout = StoryLayout.Of(PlayedFlagship.View(("Blue", playthrough)).Stories[0]);
        var lanes = layout.Lanes.ToList();
        Assert.All(lanes.Zip(lanes.Skip(1)), pair => Assert.True(pair.First.Y + pair.First.Height < pair.Second.Y));
        Assert.True(lanes[^1].Y + lanes[^1].Height <= layout.Height);
    }

    [Fact]
    public void ShortStatesShareOneWord()
    {
        var layout = StoryLayout.Of(PlayedFlagship.View(("Blue", "history")).Stories[0]);
        Assert.Contains(layout.Words, words => words.Text.ToString() == "11 states");
        Assert.All(layout.Words.Zip(layout.Words.Skip(1)), pair => Assert.True(pair.First.X + pair.First.Width <= pair.Second.X + 1e-9));
    }

    [Fact]
    public void TheAxisNamesEveryPhasesBeginning()
    {
        var axis = PlayedFlagship.Three.Axis;
        var texts = AxisTexts.Of(axis);
        Assert.Equal(axis.Phases.Select(phase => phase.Start), texts.Where(text => text.Start).Select(text => text.At));
        Assert.Contains(texts, text => text is { Start: false, Time: "18:00", Date: "" });
        Assert.Contains(texts, text => text is { Start: false, Time: "", Date: "30 Oct" });
    }
}
