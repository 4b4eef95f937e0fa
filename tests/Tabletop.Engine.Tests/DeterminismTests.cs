using CsCheck;

namespace Tabletop.Engine.Tests;

public sealed class DeterminismTests
{
    static readonly string[] People = ["ana", "bo", "cy", "nobody"];

    /// <summary>The small world with an inject that nags, one that is taken back, a vote, and an attacker with luck.</summary>
    static readonly Scenario Lively = SmallWorld.Scenario with
    {
        Injects = new(SmallWorld.Scenario.Injects
            .Select(inject => inject.Id == "welcome" ? inject with { Withdrawal = new(new Condition.Flag("declared"), "Never mind.") } : inject)
            .Select(inject => inject.Id == "plan" ? inject with { Question = inject.Question! with { Counts = AnswerCounts.Vote, Deadline = new(TimeSpan.FromHours(3), "We wait.", "wait", []) } } : inject)
            .Append(SmallWorld.Scenario.Injects["welcome"] with
            {
                Id = "nag",
                Trigger = new Trigger.When(new Condition.Phase("morning"), TimeSpan.FromMinutes(50)) { Unless = new Condition.Did("rotate", "key-a", true) },
                Chance = 60,
                Repeat = new(TimeSpan.FromMinutes(100), 6, new Condition.Not(new Condition.Withdrawn("welcome"))),
            })),
        Adversary = SmallWorld.Scenario.Adversary with
        {
            States = new(SmallWorld.Scenario.Adversary.States.Select(state => state with
            {
                Steps = [.. state.Steps.Select(step => step.Id == "enter" ? step with { Chance = 50 } : step)],
            })),
        },
    };

    static readonly Gen<(TimeSpan Wait, Command Command)> Moves = Gen.Select(Gen.Int[0, 240], AnyCommand(), (seconds, command) => (TimeSpan.FromSeconds(seconds), command));

    [Fact]
    public void AnyLogRefoldsToTheSameState() => Play((room, _) =>
    {
        var wired = room.Log.Select(e => EventJson.Deserialize(EventJson.Serialize(e))).ToList();
        Assert.Equal(StateHash.Write(room.Exercise), StateHash.Write(Exercise.Replay(room.Scenario, wired)));
        Assert.Equal(StateHash.Of(room.Exercise), StateHash.Of(Exercise.Replay(room.Scenario, room.Log)));
        Assert.Equal(Scoring.Of(room.Scenario, room.Log, "blue").Lines, Scoring.Of(room.Scenario, wired, "blue").Lines);
    });

    [Fact]
    public void HowOftenTheClockIsAskedChangesNothing() => Play((room, moves) =>
    {
        var hurried = NewRoom();
        foreach (var (wait, command) in moves)
        {
            for (var part = 0; part < 5; part++)
            {
                hurried.Wait(wait / 5);
            }

            Send(hurried, command);
        }

        Assert.Equal(Story(room), Story(hurried));
    });

    [Fact]
    public void AnySequenceOfCommandsKeepsTheInvariants() => Play((room, _) =>
    {
        Assert.Equal(Enumerable.Range(1, room.Log.Count).Select(version => (long)version), room.Log.Select(e => e.Version));
        Assert.True(room.Log.Zip(room.Log.Skip(1)).All(pair => pair.First.Time <= pair.Second.Time && pair.First.At <= pair.Second.At), "Time went back.");
        Assert.Equal(room.Log.Where(e => e.Command is not null).Select(e => e.Command).Distinct().Count(), room.Exercise.Accepted.Count);
        foreach (var team in room.Exercise.Teams)
        {
            Assert.InRange(team.EffortUsed, 0, room.Exercise.PhaseSpec.Effort);
            Assert.Equal(team.Inbox.Length, team.Inbox.Select(item => item.Inject).Distinct().Count());
            Assert.All(team.Inbox.Where(item => team.WithdrawalOf(item.Inject) is not null), item => Assert.DoesNotContain(team.Pending.Keys, id => Copies.BaseOf(id) == item.Inject));
            Assert.All(team.Decisions, decision => Assert.True(decision.Status != DecisionStatus.Running || decision.Finishes >= room.Exercise.Now));
            Assert.All(team.World.Footholds.Values, foothold => Assert.True(foothold.Removed is null || foothold.Removed >= foothold.Planted));
            Assert.True(
                room.Log.Any(e => e is Event.Overridden) || team.World.Footholds.ContainsKey("session") == team.Adversary.Visited.Contains("inside"),
                "The attacker is inside without a session, or has one outside.");
            var card = Scoring.Of(room.Scenario, room.Log, team.Id);
            Assert.All(card.Lines, line => Assert.InRange(line.Points, 0, line.Max));
            Assert.InRange(card.Points - team.CorrectedBy, 0, card.Judged);
        }
    });

    static void Play(Action<Room, (TimeSpan Wait, Command Command)[]> then) => Moves.Array[1, 40].Sample(
        moves =>
        {
            var room = NewRoom();
            foreach (var (wait, command) in moves)
            {
                for (var part = 0; part < 5; part++)
                {
                    room.Move(wait / 5);
                }

                Send(room, command);
            }

            room.Wait(TimeSpan.Zero);
            then(room, moves);
        },
        iter: 300);

    static Room NewRoom()
    {
        var room = new Room(Lively, teams: ["blue", "red"]);
        room.Accept(new Command.Join("ana", "Ana", "blue", "commander"));
        room.Accept(new Command.Join("bo", "Bo", "blue", "soc"));
        room.Accept(new Command.Join("cy", "Cy", "red", "platform"));
        room.Accept(new Command.Start());
        return room;
    }

    static void Send(Room room, Command command)
    {
        // A refusal that settles something is in the log, too.
        if (room.Try(command) is { Rejection: null } or { Events.IsEmpty: false })
        {
            room.Send(command);
        }
    }

    /// <summary>All that a facilitator may set, and one thing that nobody may.</summary>
    static Gen<(OverrideKind What, string Subject, string To)> Sets => Gen.OneOf<(OverrideKind What, string Subject, string To)>(
    [
        (OverrideKind.Flag, "no-such-flag", Overrides.On),
        .. Enum.GetValues<OverrideKind>().SelectMany(what => Overrides.SubjectsOf(Lively, what)
            .SelectMany(item => Overrides.ChoicesOf(Lively, what, item.Id).Select(to => (what, item.Id, to)))),
    ]);

    /// <summary>What happened, by scenario time, without the server times of recording.</summary>
    static IEnumerable<string> Story(Room room)
    {
        var last = room.Exercise.Now;
        return room.Log.Where(e => e.Time <= last).Select(e => EventJson.Serialize(e with { At = default, Version = 0 }));
    }

    static Gen<Command> AnyCommand()
    {
        var people = Gen.OneOf(People);
        var teams = Gen.OneOf<string?>("blue", "red", null);
        var injects = Gen.OneOf([.. Lively.Injects.Select(inject => inject.Id), "nag.2", "nag.7", "w-k1", "w-k2", "w-k3"]);
        var actions = Gen.OneOf([.. SmallWorld.Scenario.Actions.Select(action => action.Id)]);
        var targets = Gen.OneOf<string?>("key-a", "key-b", "key-dead", "server", "gateway", "implant", "session", null);
        var ids = Gen.Int[0, 60].Select(number => $"k{number}");
        Gen<Command> decision = Gen.Select(people, actions, targets, ids, (person, action, target, id) =>
            (Command)new Command.SubmitDecision(person, action, target, "r", 50) { Id = id });
        return Gen.Frequency(
            (8, decision),
            (1, Gen.Select(people, ids, ids, (person, decided, id) => (Command)new Command.WithdrawDecision(person, decided) { Id = id + "w" })),
            (1, Gen.Select(people, injects, Gen.OneOf("act", "wait", "?"), ids, (person, inject, option, id) => (Command)new Command.AnswerInject(person, inject, option, "", 10) { Id = id + "a" })),
            (1, Gen.Select(people, injects, ids, (person, inject, id) => (Command)new Command.ReadInject(person, inject) { Id = id + "r" })),
            (1, Gen.Select(people, Gen.OneOf("key-a", "key-b", "nothing"), Gen.Enum<Judgement>(), Gen.Bool, ids, (person, key, judgement, given, id) => (Command)new Command.JudgeCredential(person, key, given ? judgement : null, "r") { Id = id + "dd" })),
            (2, Gen.Select(people, actions, targets, ids, (person, action, target, id) => (Command)new Command.ProposeAction(person, action, target, "r", 50) { Id = id + "pa" })),
            (1, Gen.Select(people, ids, Gen.Enum<ProposalEnd>(), Gen.Bool, ids, (person, proposal, side, given, id) => (Command)new Command.VoiceOnAction(person, proposal + "pa", given ? side == ProposalEnd.Decided : null, "r") { Id = id + "pv" })),
            (1, Gen.Select(people, ids, ids, (person, proposal, id) => (Command)new Command.DropProposal(person, proposal + "pa") { Id = id + "pd" })),
            (1, Gen.Select(people, Gen.Int[0, 3], ids, (person, device, id) => (Command)new Command.MoveSeat(person, device) { Id = id + "bb" })),
            (1, Gen.Select(people, Gen.Bool, ids, (person, ready, id) => (Command)new Command.SayReady(person, ready) { Id = id + "sr" })),
            (1, Gen.Select(people, ids, (person, id) => (Command)new Command.CatchUp(person) { Id = id + "cc" })),
            (1, Gen.Select(people, injects, Gen.Bool, Gen.Bool, ids, (person, inject, read, flagged, id) => (Command)new Command.MarkInbox(person, inject, read ? flagged : null, read ? null : flagged) { Id = id + "aa" })),
            (1, Gen.Select(people, ids, (person, id) => (Command)new Command.Say(person, id, "Hear @soc") { Id = id + "i" })),
            (1, Gen.Select(people, Gen.Int[0, 200], ids, (person, upTo, id) => (Command)new Command.ReadChat(person, upTo) { Id = id + "f" })),
            (1, Gen.Select(people, Gen.OneOf("n1", "n2"), Gen.Int[0, 60], ids, (person, note, seen, id) => (Command)new Command.WriteNote(person, note, id, seen % 3 == 0 ? 0 : seen) { Id = id + "t" })),
            (1, Gen.Select(people, Gen.OneOf("n1", "n2"), Gen.Int[0, 60], ids, (person, note, seen, id) => (Command)new Command.RemoveNote(person, note, seen) { Id = id + "q" })),
            (1, Gen.Select(injects, teams, ids, (inject, team, id) => (Command)new Command.SendInject(inject, team) { Id = id + "s" })),
            (1, Gen.Select(injects, ids, (inject, id) => (Command)new Command.HoldInject(inject) { Id = id + "h" })),
            (1, Gen.Select(injects, teams, ids, (inject, team, id) => (Command)new Command.RecallInject(inject, team, "wrong") { Id = id + "b" })),
            (1, Gen.Select(injects, ids, (inject, id) => (Command)new Command.ReleaseHold(inject) { Id = id + "l" })),
            (1, Gen.Select(injects, Gen.Int[-1, 24], ids, (inject, hour, id) => (Command)new Command.RescheduleInject(inject, hour < 0 ? null : SmallWorld.At(hour)) { Id = id + "ij" })),
            (1, Gen.Select(injects, ids, (inject, id) => (Command)new Command.EditInject(inject, Channel.Phone, "f", "t", "b", []) { Id = id + "ie" })),
            (1, Gen.Select(ids, teams, Gen.Int[-1, 24], (id, team, hour) => (Command)new Command.WriteInject("w-" + id, Channel.Chat, "f", "t", "b", [], team) { Id = id + "iw", Due = hour < 0 ? null : SmallWorld.At(hour) })),
            (1, Gen.Select(injects, Gen.Bool, ids, (inject, dropped, id) => (Command)new Command.DropInject(inject, dropped) { Id = id + "dr" })),
            (1, Gen.Select(teams, ids, (team, id) => (Command)new Command.Announce(id, "Hear!", team) { Id = id + "m" })),
            (1, Gen.Select(people, ids, ids, (person, said, id) => (Command)new Command.ReadAnnouncement(person, said) { Id = id + "o" })),
            (1, Gen.Select(ids, ids, (said, id) => (Command)new Command.EndAnnouncement(said) { Id = id + "e" })),
            (1, Gen.Select(teams, ids, Gen.Int[-1, 9], (team, id, cost) => (Command)new Command.GiveHint(id, "Look at the logs.", cost, team) { Id = id + "i" })),
            (1, Gen.Select(people, ids, ids, (person, hint, id) => (Command)new Command.ReadHint(person, hint) { Id = id + "ir" })),
            (1, Gen.Select(Gen.OneOf("blue", "red"), Gen.Enum<Dimension>(), Gen.Int[-9, 9], ids, (team, dimension, points, id) => (Command)new Command.CorrectScore(id, team, dimension, points, "Fair.") { Id = id + "f" })),
            (1, Gen.Select(Gen.OneOf("blue", "red"), ids, ids, (team, made, id) => (Command)new Command.UndoCorrection(id + "t", team, made) { Id = id + "t" })),
            (1, Gen.Select(Gen.OneOf("blue", "red"), Sets, ids, (team, set, id) => (Command)new Command.Override(team, set.What, set.Subject, set.To, "It went too fast.") { Id = id + "q" })),
            (1, Gen.Select(teams, ids, (team, id) => (Command)new Command.MakeRemark(id, "They argue.", team) { Id = id + "ta" })),
            (1, Gen.Select(ids, ids, (remark, id) => (Command)new Command.RemoveRemark(remark) { Id = id + "tr" })),
            (1, Gen.Select(teams, ids, Gen.Enum<PassKind>(), (team, id, kind) => (Command)new Command.GivePass(id, kind, "Guest", team) { Id = id + "g" })),
            (1, Gen.Select(ids, ids, (pass, id) => (Command)new Command.EndPass(pass) { Id = id + "x" })),
            (1, Gen.Select(Gen.Enum<Standing>(), ids, (standing, id) => (Command)new Command.ShowStanding(standing) { Id = id + "d" })),
            (1, Gen.Select(Gen.Bool, ids, (shown, id) => (Command)new Command.ShowHistory(shown) { Id = id + "k" })),
            (1, Gen.Select(Gen.OneOf("", "k1", "k2", "k3"), teams, injects, ids, (by, team, inject, id) => (Command)new Command.Observe(by, id, team, inject, null, "Seen.") { Id = id + "y" })),
            (1, Gen.Select(ids, ids, (seen, id) => (Command)new Command.RemoveObservation("", seen) { Id = id + "z" })),
            (1, Gen.Select(Gen.OneOf("", "k1", "k2", "k3"), Gen.Enum<Rating>(), Gen.Bool, ids, (by, rating, given, id) => (Command)new Command.Rate(by, "blue", EvaluationGuide.Of(SmallWorld.Scenario)[0].Id, given ? rating : null, "") { Id = id + "u" })),
            (1, Gen.Select(Gen.Bool, ids, (on, id) => (Command)new Command.SetApproval(on) { Id = id + "ap" })),
            (1, Gen.Select(injects, teams, Gen.OneOf("ann", "ben"), Gen.Int[0, 3], (inject, team, by, number) => (Command)new Command.SendInject(inject, team) { Id = $"deed{number}", Facilitator = new(by, by) })),
            (2, Gen.Select(Gen.Int[0, 3], Gen.Enum<DeedOutcome>(), Gen.OneOf("ann", "ben"), ids, (number, outcome, by, id) => (Command)new Command.SettleDeed($"deed{number}", outcome, "No.") { Id = id + "de", Facilitator = new(by, by) })),
            (1, Gen.Select(Gen.OneOf("ann", "ben"), Gen.OneOf("ann", "ben"), ids, (by, to, id) => (Command)new Command.HandOver(new(to, to)) { Id = id + "ho", Facilitator = new(by, by) })),
            (1, Gen.Select(Gen.OneOf("blue", "red", "green"), Gen.OneOf("Dee", "Eli"), ids, (team, name, id) => (Command)new Command.SetRoster([new("r-" + name, name, team, "soc")], []) { Id = id + "rs" })),
            (1, ids.Select(id => (Command)new Command.UndoRoster { Id = id + "ru" })),
            (1, Gen.Select(Gen.OneOf("r-Dee", "r-Eli"), ids, (entry, id) => (Command)new Command.RenewSeatLink(entry) { Id = id + "rl" })),
            (1, Gen.Select(Gen.OneOf("ann", "ben"), Gen.Bool, ids, (by, some, id) => (Command)new Command.AdmitFacilitators(some ? [new("cat", "Cat")] : null) { Id = id + "ad", Facilitator = new(by, by) })),
            (1, ids.Select(id => (Command)new Command.Pause("p") { Id = id + "p" })),
            (1, ids.Select(id => (Command)new Command.Resume { Id = id + "c" })),
            (1, Gen.Select(Gen.Int[0, 9000], ids, (permille, id) => (Command)new Command.SetSpeed(permille) { Id = id + "v" })),
            (1, Gen.Select(Gen.OneOf<string?>("morning", "evening", null), Gen.Int[-5, 60], ids, (phase, minutes, id) => (Command)new Command.Extend(id, phase, minutes) { Id = id + "jj" })),
            (1, Gen.Select(ids, ids, (extension, id) => (Command)new Command.UndoExtension(extension) { Id = id + "ju" })),
            (1, Gen.Select(Gen.Int[0, 24], ids, (hour, id) => (Command)new Command.Jump(SmallWorld.At(hour)) { Id = id + "j" })),
            (1, ids.Select(id => (Command)new Command.Step { Id = id + "n" })));
    }

    [Fact]
    public void AnObservationFromBeforeThereWereFilesHasNone()
    {
        var json = EventJson.Serialize(new Event.Observed("seen", "", "Eva", null, null, null, "They called."));
        var older = json.Replace(",\"files\":[]", "", StringComparison.Ordinal);

        Assert.NotEqual(json, older);
        Assert.Empty(Assert.IsType<Event.Observed>(EventJson.Deserialize(older)).Files);
    }

    [Theory]
    [MemberData(nameof(Reasoned))]
    public void WhatWasReasonedBeforeAlternativesWereAskedForHasNone(Event reasoned)
    {
        var json = EventJson.Serialize(reasoned);
        var older = json.Replace(",\"alternatives\":\"Wait\"", "", StringComparison.Ordinal);

        Assert.NotEqual(json, older);
        Assert.Equal(reasoned, EventJson.Deserialize(json));
        Assert.Equal(json.Replace("Wait", "", StringComparison.Ordinal), EventJson.Serialize(EventJson.Deserialize(older)));
    }

    public static TheoryData<Event> Reasoned =>
    [
        new Event.DecisionMade("blue", "ada", "d1", "hunt", null, "Why", 50, 1, default, "Wait"),
        new Event.InjectAnswered("blue", "ada", "call", "yes", "Why", 50, "Wait"),
        new Event.AnswerProposed("blue", "ada", "call", "yes", "Why", 50, "Wait"),
        new Event.ActionProposed("blue", "ada", "Ada", "p1", "hunt", null, "Why", 50, "Wait"),
    ];

    [Fact]
    public void LogsOfBeforeStillSayWhichFacilitatorItWas()
    {
        const string line = """{"type":"paused","reason":"Coffee","version":3,"at":"2026-11-28T10:00:00+00:00","time":"2023-10-18T08:00:00+00:00","command":"c3","actor":{"id":"ann","name":"Ann"}}""";
        var paused = EventJson.Deserialize(line);

        Assert.Equal(new Facilitator("ann", "Ann"), paused.Facilitator);
        Assert.Contains("\"actor\":{\"id\":\"ann\",\"name\":\"Ann\"}", EventJson.Serialize(paused), StringComparison.Ordinal);
    }
}
