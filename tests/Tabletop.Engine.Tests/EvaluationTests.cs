namespace Tabletop.Engine.Tests;

public sealed class EvaluationTests
{
    static readonly string Point = EvaluationGuide.Of(SmallWorld.Scenario)[0].Id;

    [Fact]
    public void AnEvaluatorObservesAndRatesTheTeamOfThePassOnly()
    {
        var room = Begun();
        room.Accept(new Command.Observe("p1", "o1", "blue", null, Point, " They asked for help at once. "));
        room.Accept(new Command.Rate("p1", "blue", Point, Rating.SomeChallenges, "Late."));

        var seen = Assert.Single(room.Exercise.Observations);
        Assert.Equal(("Al", "They asked for help at once.", room.Time), (seen.Name, seen.Text, seen.Time));
        Assert.Equal(new TeamRating("p1", "Al", "blue", Point, Rating.SomeChallenges, "Late."), Assert.Single(room.Exercise.Ratings));
        room.Refused(new Command.Observe("p1", "o2", "red", null, null, "No."), RejectionCode.UnknownPerson);
        room.Refused(new Command.Rate("p1", "red", Point, Rating.Unable, ""), RejectionCode.UnknownPerson);
    }

    [Fact]
    public void ARatingIsChangedAndTakenBackByWhoGaveIt()
    {
        var room = Begun();
        room.Accept(new Command.Rate("p1", "blue", Point, Rating.Unable, ""));
        room.Accept(new Command.Rate("", "blue", Point, Rating.Performed, ""));
        room.Accept(new Command.Rate("p1", "blue", Point, Rating.MajorChallenges, ""));
        Assert.Equal([Rating.Performed, Rating.MajorChallenges], room.Exercise.Ratings.Select(item => item.Rating));

        room.Accept(new Command.Rate("p1", "blue", Point, null, ""));
        Assert.Equal([Rating.Performed], room.Exercise.Ratings.Select(item => item.Rating));
    }

    [Fact]
    public void NobodyTakesBackAnothersObservation()
    {
        var room = Begun();
        room.Accept(new Command.Observe("p1", "o1", "blue", null, null, "Seen."));
        room.Refused(new Command.RemoveObservation("", "o1"), RejectionCode.BadValue);
        room.Accept(new Command.RemoveObservation("p1", "o1"));
        Assert.Empty(room.Exercise.Observations);
    }

    [Fact]
    public void APassThatWasEndedOrIsOnlyToObserveWritesNothing()
    {
        var room = Begun();
        room.Accept(new Command.GivePass("p2", PassKind.Observer, "Bea", null));
        room.Refused(new Command.Observe("p2", "o1", "blue", null, null, "Seen."), RejectionCode.UnknownPerson);
        room.Accept(new Command.EndPass("p1"));
        room.Refused(new Command.Observe("p1", "o1", "blue", null, null, "Seen."), RejectionCode.UnknownPerson);
    }

    static Room Begun()
    {
        var room = new Room(teams: ["blue", "red"]);
        room.Accept(new Command.GivePass("p1", PassKind.Evaluator, "Al", "blue"));
        room.Accept(new Command.Start());
        return room;
    }
}
