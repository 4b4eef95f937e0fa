namespace Tabletop.Engine.Tests;

/// <summary>What a facilitator does beside the story: hints, corrections of the score, changes of the world.</summary>
public sealed class SteppingInTests
{
    [Fact]
    public void AHintToAllCostsEachTeamThatIsThere()
    {
        var room = Begun();
        room.Accept(new Command.GiveHint("h1", " Look at the logs. ", 5, null));
        room.Accept(new Command.GiveHint("h2", "Call the vendor.", 0.5m, "blue"));

        Assert.Equal(["Look at the logs.", "Call the vendor."], room.Blue.Hints.Select(hint => hint.Text));
        Assert.Equal(-5.5m, CorrectedOf(room, "blue"));
        Assert.Equal(-5m, CorrectedOf(room, "red"));
    }

    [Fact]
    public void AHintIsPutAwayOnceByEachPersonOfItsTeam()
    {
        var room = Begun();
        room.Accept(new Command.GiveHint("h1", "Look at the logs.", 0, "blue"));

        Assert.Single(room.Accept(new Command.ReadHint("ana", "h1")));
        Assert.Empty(room.Accept(new Command.ReadHint("ana", "h1")));
        room.Refused(new Command.ReadHint("rob", "h1"), RejectionCode.BadValue);
        Assert.Equal(["ana"], room.Blue.Hints[0].ReadBy);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("Hint", -1)]
    [InlineData("Hint", 101)]
    [InlineData("Hint", 0.25)]
    public void AHintThatSaysNothingOrHasNoFairPriceIsRefused(string text, double cost) =>
        Begun().Refused(new Command.GiveHint("h1", text, (decimal)cost, null), RejectionCode.BadValue);

    [Fact]
    public void ACorrectionChangesTheScoreAndNotWhatCouldBeJudged()
    {
        var room = Begun();
        room.Accept(new Command.CorrectScore("c1", "blue", Dimension.Rotation, -2.5m, "They told the vendor by phone."));
        room.Accept(new Command.CorrectScore("c2", "blue", null, 4, "Good leadership."));
        room.Wait(TimeSpan.FromMinutes(40));

        var (blue, red) = (CardOf(room, "blue"), CardOf(room, "red"));
        Assert.Equal(red.Points + 1.5m, blue.Points);
        Assert.Equal(red.Provisional + 1.5m, blue.Provisional);
        Assert.Equal(red.Of(Dimension.Rotation).Points - 2.5m, blue.Of(Dimension.Rotation).Points);
        Assert.Equal((red.Judged, red.Max, red.Lines.Length), (blue.Judged, blue.Max, blue.Lines.Length));
    }

    [Fact]
    public void ACorrectionIsTakenBackByTheOppositeOneAndOnce()
    {
        var room = Begun();
        room.Accept(new Command.CorrectScore("c1", "blue", Dimension.Rotation, -3, "Late."));
        room.Accept(new Command.UndoCorrection("c2", "blue", "c1"));

        Assert.Equal(0m, CorrectedOf(room, "blue"));
        Assert.Equal(new ScoreCorrection("c2", Dimension.Rotation, 3, "Taken back: Late.", room.Time, "c1"), room.Blue.Corrections[^1]);
        Assert.Empty(room.Accept(new Command.UndoCorrection("c3", "blue", "c1")));
        room.Refused(new Command.UndoCorrection("c3", "blue", "c2"), RejectionCode.BadValue);
        room.Refused(new Command.UndoCorrection("c3", "red", "c1"), RejectionCode.BadValue);
    }

    [Fact]
    public void ScoresAreCorrectedInTheDebriefTooAndNotBeforeTheStartOrAfterItIsClosed()
    {
        var room = new Room();
        room.Refused(new Command.CorrectScore("c1", "blue", null, 1, "Why not."), RejectionCode.NotNow);
        room.Accept(new Command.Start());
        room.Refused(new Command.CorrectScore("c1", "blue", null, 0, "Nothing."), RejectionCode.BadValue);
        room.Refused(new Command.CorrectScore("c1", "blue", null, 1, " "), RejectionCode.BadValue);
        room.Refused(new Command.CorrectScore("c1", "blue", Dimension.Evidence, 1, "Not scored here."), RejectionCode.BadValue);
        room.Accept(new Command.End());
        room.Accept(new Command.CorrectScore("c1", "blue", null, 1, "Seen on the video."));
        room.Accept(new Command.Close());
        room.Refused(new Command.CorrectScore("c2", "blue", null, 1, "Too late."), RejectionCode.NotNow);
        Assert.Equal(1m, CorrectedOf(room, "blue"));
    }

    [Fact]
    public void WhatIsSetByHandIsTrueForTheAttackerToo()
    {
        var room = Begun();
        foreach (var key in new[] { "key-a", "key-b" })
        {
            room.Accept(new Command.Override("blue", OverrideKind.Credential, key, "revoked", "The vendor revoked it."));
        }

        room.Wait(TimeSpan.FromMinutes(16));
        Assert.Equal("probing", room.Blue.Adversary.State);
        Assert.Equal("inside", room.Exercise.FindTeam("red")!.Adversary.State);
        Assert.Equal("usable", room.Log.OfType<Event.Overridden>().First().From);
    }

    [Fact]
    public void TheAttackerGoesOnFromWhereItIsSet()
    {
        var room = Begun();
        room.Accept(new Command.Override("blue", OverrideKind.Adversary, "", "inside", "They are too good."));
        room.Accept(new Command.Override("blue", OverrideKind.Foothold, "session", Overrides.Planted, "They are too good."));
        room.Wait(TimeSpan.FromMinutes(19));

        Assert.Equal("rooted", room.Blue.Adversary.State);
        Assert.True(room.Has("alert"));
        Assert.Equal("entered", Scoring.EndingOf(room.Exercise, room.Blue).Id);
    }

    [Fact]
    public void EveryStateThatIsOfferedCanBeSetAndSetBack()
    {
        foreach (var what in Enum.GetValues<OverrideKind>())
        {
            foreach (var (id, _) in Overrides.SubjectsOf(SmallWorld.Scenario, what))
            {
                foreach (var to in Overrides.ChoicesOf(SmallWorld.Scenario, what, id).Where(to => to != Overrides.UntouchedOf(SmallWorld.Scenario, what, id)))
                {
                    var room = Begun();
                    var before = room.Blue.World;
                    var set = Assert.IsType<Event.Overridden>(room.Accept(new Command.Override("blue", what, id, to, "Because."))[0]);
                    Assert.Equal(to, Overrides.StandingOf(room.Blue.World, room.Blue.Adversary.State, what, id) ?? set.From);
                    room.Refused(new Command.Override("blue", what, id, to, "Again."), RejectionCode.AlreadyDone);
                    room.Accept(new Command.Override("blue", what, id, set.From, "Back."));
                    Assert.Equal(before.Ended, room.Blue.World.Ended);
                    Assert.Equal(before.Marks, room.Blue.World.Marks);
                    Assert.Equal(before.Footholds, room.Blue.World.Footholds);
                    Assert.Equal(before.Flags, room.Blue.World.Flags);
                }
            }
        }
    }

    [Fact]
    public void WhatTheScenarioDoesNotHaveCanNotBeSet()
    {
        var room = Begun();
        room.Refused(new Command.Override("blue", OverrideKind.Credential, "key-z", "revoked", "Why."), RejectionCode.BadValue);
        room.Refused(new Command.Override("blue", OverrideKind.Credential, "key-dead", "usable", "Why."), RejectionCode.BadValue);
        room.Refused(new Command.Override("blue", OverrideKind.Adversary, "", "asleep", "Why."), RejectionCode.BadValue);
        room.Refused(new Command.Override("blue", OverrideKind.Mark, "museum/isolated", Overrides.On, "Why."), RejectionCode.BadValue);
        room.Refused(new Command.Override("blue", OverrideKind.Flag, "declared", Overrides.On, ""), RejectionCode.BadValue);
        room.Refused(new Command.Override("green", OverrideKind.Flag, "declared", Overrides.On, "Why."), RejectionCode.UnknownTeam);
        room.Accept(new Command.End());
        room.Refused(new Command.Override("blue", OverrideKind.Flag, "declared", Overrides.On, "Why."), RejectionCode.NotNow);
    }

    [Fact]
    public void PlayedAgainWithoutAChangeItComesOutTheSame()
    {
        var room = Begun();
        room.Accept(new Command.GiveHint("h1", "Look at the logs.", 5, null));
        room.Accept(new Command.CorrectScore("c1", "red", null, 50, "Not Blue's."));
        room.Accept(new Command.CorrectScore("c2", "blue", Dimension.Rotation, 7, "Well done."));
        room.Accept(new Command.CorrectScore("c3", "blue", null, 1, "By mistake."));
        room.Accept(new Command.UndoCorrection("c4", "blue", "c3"));
        room.Until(SmallWorld.At(5));
        room.Accept(new Command.Override("blue", OverrideKind.Adversary, "", "inside", "They are too good."));
        room.Decide("rotate", "key-a");
        room.Until(SmallWorld.At(18));
        room.Accept(new Command.End());
        room.Accept(new Command.CorrectScore("c5", "blue", null, -1.5m, "Seen on the video."));

        var again = WhatIf.Of(room.Scenario, room.Log, "blue");
        var card = CardOf(room, "blue");
        Assert.Empty(again.Impossible);
        Assert.Equal(0.5m, again.Score.Corrected);
        Assert.Equal((card.Points, card.Provisional), (again.Score.Points, again.Score.Provisional));
        Assert.Equal(card.Lines.Select(line => line.Points), again.Score.Lines.Select(line => line.Points));
        Assert.Equal(["waiting", "probing", "inside"], again.Path.Take(3));
    }

    static Room Begun()
    {
        var room = new Room(teams: ["blue", "red"]);
        room.Accept(new Command.Join("ana", "Ana", "blue", "commander"));
        room.Accept(new Command.Join("rob", "Rob", "red", "commander"));
        room.Accept(new Command.Start());
        return room;
    }

    static Scorecard CardOf(Room room, string team) => Scoring.Of(room.Scenario, room.Log, team);

    static decimal CorrectedOf(Room room, string team) => CardOf(room, team).Corrected;
}
