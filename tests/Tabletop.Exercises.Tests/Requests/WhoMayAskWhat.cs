using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises.Tests;

/// <summary>Every request there is, sent by everybody who must not.</summary>
public sealed class WhoMayAskWhat(Server server) : IClassFixture<Server>
{
    static readonly Dictionary<string, Func<Caller, string, Request>> ForFacilitators = new()
    {
        [nameof(OpenExercise)] = (caller, _) => new OpenExercise(caller, "tiny-leak"),
        [nameof(AddTeam)] = (caller, exercise) => new AddTeam(caller, exercise, "Red"),
        [nameof(PlanStart)] = (caller, exercise) => new PlanStart(caller, exercise, null, false, "UTC"),
        [nameof(PrepareRehearsal)] = (caller, exercise) => new PrepareRehearsal(caller, exercise),
        [nameof(RehearseExercise)] = (caller, exercise) => new RehearseExercise(caller, exercise, "Rehearsal", [], false),
        [nameof(DiscardRehearsal)] = (caller, exercise) => new DiscardRehearsal(caller, exercise),
        [nameof(PrepareTemplate)] = (caller, exercise) => new PrepareTemplate(caller, exercise),
        [nameof(SaveTemplate)] = (caller, exercise) => new SaveTemplate(caller, exercise, "Autumn", false, true),
        [nameof(ListTemplates)] = (caller, _) => new ListTemplates(caller),
        [nameof(RenameTemplate)] = (caller, _) => new RenameTemplate(caller, "any", "Autumn"),
        [nameof(DeleteTemplate)] = (caller, _) => new DeleteTemplate(caller, "any"),
        [nameof(OpenTemplate)] = (caller, _) => new OpenTemplate(caller, "any", "", false),
        [nameof(CheckRoster)] = (caller, exercise) => new CheckRoster(caller, exercise, "name,team,role\nAda,Blue,lead"),
        [nameof(SetRoster)] = (caller, exercise) => new SetRoster(caller, exercise, "name,team,role\nAda,Blue,lead"),
        [nameof(UndoRoster)] = (caller, exercise) => new UndoRoster(caller, exercise),
        [nameof(ListRoster)] = (caller, exercise) => new ListRoster(caller, exercise),
        [nameof(RenewSeatLink)] = (caller, exercise) => new RenewSeatLink(caller, exercise, "any"),
        [nameof(Extend)] = (caller, exercise) => new Extend(caller, exercise, null, 10),
        [nameof(UndoExtension)] = (caller, exercise) => new UndoExtension(caller, exercise, "any"),
        [nameof(SendInject)] = (caller, exercise) => new SendInject(caller, exercise, "press"),
        [nameof(DropInject)] = (caller, exercise) => new DropInject(caller, exercise, "any", true),
        [nameof(HoldInject)] = (caller, exercise) => new HoldInject(caller, exercise, "reminder"),
        [nameof(RecallInject)] = (caller, exercise) => new RecallInject(caller, exercise, "reminder", null, "Wrong."),
        [nameof(ReleaseHold)] = (caller, exercise) => new ReleaseHold(caller, exercise, "reminder"),
        [nameof(WriteInject)] = (caller, exercise) => new WriteInject(caller, exercise, Channel.Chat, "Boss", "Hello", "How is it?", []),
        [nameof(RescheduleInject)] = (caller, exercise) => new RescheduleInject(caller, exercise, "reminder", new(2024, 3, 4, 13, 0, 0, TimeSpan.Zero)),
        [nameof(EditInject)] = (caller, exercise) => new EditInject(caller, exercise, "reminder", Channel.Chat, "Boss", "Hello", "How is it?", []),
        [nameof(Announce)] = (caller, exercise) => new Announce(caller, exercise, "Lunch at noon."),
        [nameof(EndAnnouncement)] = (caller, exercise) => new EndAnnouncement(caller, exercise, "any"),
        [nameof(GiveHint)] = (caller, exercise) => new GiveHint(caller, exercise, "Look at the logs."),
        [nameof(CorrectScore)] = (caller, exercise) => new CorrectScore(caller, exercise, "any", null, 5, "Well done."),
        [nameof(UndoCorrection)] = (caller, exercise) => new UndoCorrection(caller, exercise, "any", "any"),
        [nameof(OverrideWorld)] = (caller, exercise) => new OverrideWorld(caller, exercise, "any", OverrideKind.Adversary, "", "inside", "Too easy."),
        [nameof(MakeRemark)] = (caller, exercise) => new MakeRemark(caller, exercise, "They argue well."),
        [nameof(RemoveRemark)] = (caller, exercise) => new RemoveRemark(caller, exercise, "any"),
        [nameof(HandOver)] = (caller, exercise) => new HandOver(caller, exercise, "any"),
        [nameof(AdmitFacilitators)] = (caller, exercise) => new AdmitFacilitators(caller, exercise, null),
        [nameof(ListFacilitators)] = (caller, _) => new ListFacilitators(caller),
        [nameof(GivePass)] = (caller, exercise) => new GivePass(caller, exercise, PassKind.Wall, "Projector"),
        [nameof(EndPass)] = (caller, exercise) => new EndPass(caller, exercise, "any"),
        [nameof(ShowStanding)] = (caller, exercise) => new ShowStanding(caller, exercise, Standing.Names),
        [nameof(ShowHistory)] = (caller, exercise) => new ShowHistory(caller, exercise, true),
        [nameof(ListOwnPlays)] = (caller, exercise) => new ListOwnPlays(caller, exercise),
        [nameof(SetApproval)] = (caller, exercise) => new SetApproval(caller, exercise, true),
        [nameof(SettleDeed)] = (caller, exercise) => new SettleDeed(caller, exercise, "any", DeedOutcome.Approved),
        [nameof(CloseExercise)] = (caller, exercise) => new CloseExercise(caller, exercise),
        [nameof(InviteFacilitator)] = (caller, _) => new InviteFacilitator(caller),
        [nameof(ListExercises)] = (caller, _) => new ListExercises(caller),
        [nameof(ListLibrary)] = (caller, _) => new ListLibrary(caller),
        [nameof(NewScenario)] = (caller, _) => new NewScenario(caller, "new-one", "A new one"),
        [nameof(UploadScenario)] = (caller, _) => new UploadScenario(caller, "scenario.yaml", [.. "id: uploaded"u8]),
        [nameof(DownloadScenario)] = (caller, _) => new DownloadScenario(caller, "tiny"),
        [nameof(DeleteScenario)] = (caller, _) => new DeleteScenario(caller, "tiny"),
        [nameof(RestoreVersion)] = (caller, _) => new RestoreVersion(caller, "tiny", 1),
        [nameof(NameAuthor)] = (caller, _) => new NameAuthor(caller, "Nobody"),
        [nameof(OpenDraft)] = (caller, _) => new OpenDraft(caller, "tiny"),
        [nameof(KeepDraft)] = (caller, _) => new KeepDraft(caller, "tiny", "scenario.yaml", "id: mine", ""),
        [nameof(DiscardDraft)] = (caller, _) => new DiscardDraft(caller, "tiny", "scenario.yaml"),
        [nameof(CheckDraft)] = (caller, _) => new CheckDraft(caller, "tiny", System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty),
        [nameof(RehearseDraft)] = (caller, _) => new RehearseDraft(caller, "tiny", System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty, 1),
        [nameof(ListVersions)] = (caller, _) => new ListVersions(caller, "tiny"),
        [nameof(CompareVersions)] = (caller, _) => new CompareVersions(caller, "tiny", 0, 1),
        [nameof(SaveFile)] = (caller, _) => new SaveFile(caller, "tiny", "scenario.yaml", "id: mine", ""),
        [nameof(RemoveFile)] = (caller, _) => new RemoveFile(caller, "tiny", "history.yaml"),
    };

    static readonly Dictionary<string, Func<Caller, string, Request>> ForClockHolders = new()
    {
        [nameof(Start)] = (caller, exercise) => new Start(caller, exercise),
        [nameof(Pause)] = (caller, exercise) => new Pause(caller, exercise),
        [nameof(Resume)] = (caller, exercise) => new Resume(caller, exercise),
        [nameof(SetSpeed)] = (caller, exercise) => new SetSpeed(caller, exercise, 2000),
        [nameof(Jump)] = (caller, exercise) => new Jump(caller, exercise, new(2024, 3, 4, 13, 0, 0, TimeSpan.Zero)),
        [nameof(StepToNextInject)] = (caller, exercise) => new StepToNextInject(caller, exercise),
        [nameof(EndExercise)] = (caller, exercise) => new EndExercise(caller, exercise),
    };

    static readonly Dictionary<string, Func<Caller, string, Request>> ForParticipants = new()
    {
        [nameof(SayReady)] = (caller, exercise) => new SayReady(caller, exercise, true),
        [nameof(Leave)] = (caller, exercise) => new Leave(caller, exercise),
        [nameof(ReadInject)] = (caller, exercise) => new ReadInject(caller, exercise, "supplier-calls"),
        [nameof(ReadAnnouncement)] = (caller, exercise) => new ReadAnnouncement(caller, exercise, "any"),
        [nameof(OfferSeat)] = (caller, exercise) => new OfferSeat(caller, exercise),
        [nameof(CatchUp)] = (caller, exercise) => new CatchUp(caller, exercise),
        [nameof(JudgeCredential)] = (caller, exercise) => new JudgeCredential(caller, exercise, "any", Judgement.Suspected, ""),
        [nameof(ProposeAction)] = (caller, exercise) => new ProposeAction(caller, exercise, "hunt", null, "", 50),
        [nameof(VoiceOnAction)] = (caller, exercise) => new VoiceOnAction(caller, exercise, "any", true, ""),
        [nameof(DropProposal)] = (caller, exercise) => new DropProposal(caller, exercise, "any"),
        [nameof(MarkInbox)] = (caller, exercise) => new MarkInbox(caller, exercise, "supplier-calls", null, true),
        [nameof(Say)] = (caller, exercise) => new Say(caller, exercise, "Hello"),
        [nameof(ReadChat)] = (caller, exercise) => new ReadChat(caller, exercise, 1),
        [nameof(WriteNote)] = (caller, exercise) => new WriteNote(caller, exercise, null, "Call the supplier", 0),
        [nameof(RemoveNote)] = (caller, exercise) => new RemoveNote(caller, exercise, "any", 1),
        [nameof(ReadHint)] = (caller, exercise) => new ReadHint(caller, exercise, "any"),
        [nameof(SubmitDecision)] = (caller, exercise) => new SubmitDecision(caller, exercise, "hunt", null, "", 50),
        [nameof(WithdrawDecision)] = (caller, exercise) => new WithdrawDecision(caller, exercise, "any"),
        [nameof(DownloadAttachment)] = (caller, exercise) => new DownloadAttachment(caller, exercise, "supplier-calls", "any.log"),
        [nameof(AnswerInject)] = (caller, exercise) => new AnswerInject(caller, exercise, "supplier-calls", "thanks", "", 50),
    };

    static readonly Dictionary<string, Func<Caller, string, Request>> ForEvaluators = new()
    {
        [nameof(Observe)] = (caller, exercise) => new Observe(caller, exercise, null, null, null, "They hesitated."),
        [nameof(KeepObservedFile)] = (caller, exercise) => new KeepObservedFile(caller, exercise, "photo.jpg", [0xFF, 0xD8, 0xFF, 0xE0]),
        [nameof(OpenObservedFile)] = (caller, exercise) => new OpenObservedFile(caller, exercise, "any"),
        [nameof(RemoveObservation)] = (caller, exercise) => new RemoveObservation(caller, exercise, "any"),
        [nameof(Rate)] = (caller, exercise) => new Rate(caller, exercise, "any", "any", Rating.Performed, ""),
    };

    static readonly string[] ForAnyone =
        [nameof(FindExercise), nameof(JoinExercise), nameof(TakeOverSeat), nameof(FindSeat), nameof(TakeSeat), nameof(OpenSolo), nameof(ListScenarios)];

    public static TheoryData<string> NamesForFacilitators => [.. ForFacilitators.Keys];

    public static TheoryData<string> NamesForClockHolders => [.. ForClockHolders.Keys];

    public static TheoryData<string> NamesForParticipants => [.. ForParticipants.Keys];

    [Fact]
    public void EveryRequestIsTriedHere() => Assert.Equal(
        typeof(Request).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Request)) && !type.IsAbstract)
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal),
        ForFacilitators.Keys.Concat(ForClockHolders.Keys).Concat(ForParticipants.Keys).Concat(ForEvaluators.Keys).Concat(ForAnyone).Append(nameof(ExportLog)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(NamesForFacilitators))]
    public async Task FacilitatorsRequestsAreNotForVisitorsOrParticipants(string name)
    {
        var (exercise, participant, solo) = await BeginAsync();
        var request = ForFacilitators[name];

        Assert.Equal(RefusalCode.NotSignedIn, await CodeOf(request(Caller.Nobody, exercise)));
        Assert.Equal(RefusalCode.NotYours, await CodeOf(request(participant.Caller, exercise)));
        Assert.Equal(RefusalCode.NotYours, await CodeOf(request(solo.Caller, solo.Exercise)));
    }

    [Theory]
    [MemberData(nameof(NamesForClockHolders))]
    public async Task ClockOfAnExerciseIsNotItsParticipants(string name)
    {
        var (exercise, participant, solo) = await BeginAsync();
        var request = ForClockHolders[name];

        Assert.Equal(RefusalCode.NotSignedIn, await CodeOf(request(Caller.Nobody, exercise)));
        Assert.Equal(RefusalCode.NotYours, await CodeOf(request(participant.Caller, exercise)));
        Assert.Equal(RefusalCode.NotYours, await CodeOf(request(solo.Caller, exercise)));
        Assert.Equal(RefusalCode.NotYours, await CodeOf(request(solo.Caller.With(exercise, solo.Joined.Ticket), exercise)));
        Assert.Equal(RefusalCode.NotYours, await CodeOf(request(participant.Caller.With(solo.Exercise, participant.Joined.Ticket), solo.Exercise)));
    }

    [Theory]
    [MemberData(nameof(NamesForParticipants))]
    public async Task ParticipantsRequestsNeedATicketOfThisExercise(string name)
    {
        var (exercise, participant, solo) = await BeginAsync();
        var request = ForParticipants[name];
        var ticket = participant.Joined.Ticket;

        foreach (var caller in new[]
        {
            Caller.Nobody,
            Caller.Facilitator,
            solo.Caller,
            Caller.Nobody.With(exercise, solo.Joined.Ticket),
            Caller.Nobody.With(exercise, ""),
            Caller.Nobody.With(exercise, $"{exercise}\n{participant.Joined.Team}\n{participant.Joined.Person}"),
            Caller.Nobody.With(exercise, ticket[..^4] + (ticket.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA")),
        })
            Assert.Equal(RefusalCode.NoTicket, await CodeOf(request(caller, exercise)));
    }

    [Theory]
    [InlineData(nameof(Observe))]
    [InlineData(nameof(RemoveObservation))]
    [InlineData(nameof(Rate))]
    public async Task EvaluatorsRequestsNeedAPassThatSaysSo(string name)
    {
        var (exercise, participant, _) = await BeginAsync();
        await server.AskAsync(new GivePass(Caller.Facilitator, exercise, PassKind.Observer, "The auditor") { CommandId = "one" });
        var observer = Caller.Nobody.WithPass(exercise, server.Get<Passes>().Seal(exercise, "pass-one"));
        var request = ForEvaluators[name];

        Assert.Equal(RefusalCode.NoPass, await CodeOf(request(Caller.Nobody, exercise)));
        Assert.Equal(RefusalCode.NoPass, await CodeOf(request(participant.Caller, exercise)));
        Assert.NotEqual((RefusalCode)0, await CodeOf(request(observer, exercise)));
        Assert.Empty((await server.StateOf(exercise)).Observations);
    }

    [Fact]
    public async Task ATeamsLogIsForItsPeopleForFacilitatorsAndForThoseWhoMayWatchIt()
    {
        var opened = await server.OpenAsync();
        var blue = await server.SeatAsync(opened, "Blue", "Lea");
        var red = await server.SeatAsync(opened, "Red", "Rob");
        await server.AskAsync(new Start(Caller.Facilitator, opened.Exercise));
        await server.AskAsync(new Say(blue.Caller, opened.Exercise, "Blue's secret"));
        await server.AskAsync(new GivePass(Caller.Facilitator, opened.Exercise, PassKind.Observer, "The auditor") { CommandId = "watcher" });
        await server.AskAsync(new GivePass(Caller.Facilitator, opened.Exercise, PassKind.Evaluator, "The judge") { CommandId = "judge" });
        await server.AskAsync(new GivePass(Caller.Facilitator, opened.Exercise, PassKind.Wall, "Projector") { CommandId = "wall" });
        Caller ByPass(string pass) => Caller.Nobody.WithPass(opened.Exercise, server.Get<Passes>().Seal(opened.Exercise, pass));
        ExportLog Log(Caller caller, string? team) => new(caller, opened.Exercise, team, LogFormat.Csv);

        Assert.Contains("Blue's secret", (await server.AskAsync(Log(blue.Caller, null))).Text, StringComparison.Ordinal);
        Assert.Contains("Blue's secret", (await server.AskAsync(Log(Caller.Facilitator, blue.Joined.Team))).Text, StringComparison.Ordinal);
        Assert.Contains("Blue's secret", (await server.AskAsync(Log(ByPass("pass-judge"), blue.Joined.Team))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Blue's secret", (await server.AskAsync(Log(ByPass("pass-watcher"), blue.Joined.Team))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Blue's secret", (await server.AskAsync(Log(red.Caller, null))).Text, StringComparison.Ordinal);

        Assert.Equal(RefusalCode.NotYours, await CodeOf(Log(red.Caller, blue.Joined.Team)));
        Assert.Equal(RefusalCode.NotYours, await CodeOf(Log(ByPass("pass-wall"), blue.Joined.Team)));
        Assert.Equal(RefusalCode.NotYours, await CodeOf(Log(Caller.Facilitator, "nowhere")));
        Assert.Equal(RefusalCode.NoTicket, await CodeOf(Log(Caller.Nobody, blue.Joined.Team)));
    }

    [Fact]
    public async Task RefusedRequestsLeaveNoTrace()
    {
        var (exercise, participant, _) = await BeginAsync();
        var before = server.LogOf(exercise).Length;

        foreach (var request in ForFacilitators.Values.Concat(ForClockHolders.Values))
            await CodeOf(request(participant.Caller, exercise));

        Assert.Equal(before, server.LogOf(exercise).Length);
    }

    [Fact]
    public async Task TicketOfSomebodyWhoHasLeftIsWorthNothing()
    {
        var (exercise, participant, _) = await BeginAsync();
        await server.AskAsync(new Leave(participant.Caller, exercise));

        var decided = await server.SendAsync(new SubmitDecision(participant.Caller, exercise, "hunt", null, "", 50));
        var watched = await server.Feed.WatchAsParticipant(participant.Caller, exercise, after: 0);

        Assert.Equal((int)RejectionCode.UnknownPerson, decided.Refusal!.Code);
        Assert.True(watched.Refusal!.Is(RefusalCode.NoTicket));
    }

    [Fact]
    public async Task OneTeamCanNotTakeBackAnothersDecision()
    {
        var opened = await server.OpenAsync();
        var blue = await server.SeatAsync(opened, "Blue", "Lea");
        var red = await server.SeatAsync(opened, "Red", "Rob");
        await server.AskAsync(new Start(Caller.Facilitator, opened.Exercise));
        await server.AskAsync(new SubmitDecision(blue.Caller, opened.Exercise, "hunt", null, "", 50));
        var decision = server.LogOf(opened.Exercise).OfType<Event.DecisionMade>().Single().Decision;

        var refused = await server.SendAsync(new WithdrawDecision(red.Caller, opened.Exercise, decision));

        Assert.Equal((int)RejectionCode.UnknownDecision, refused.Refusal!.Code);
    }

    [Fact]
    public async Task UnknownExerciseIsRefused()
    {
        Assert.True((await server.SendAsync(new Start(Caller.Facilitator, "nowhere"))).Refusal!.Is(RefusalCode.UnknownExercise));
        Assert.True((await server.Feed.WatchAsFacilitator(Caller.Facilitator, "nowhere", 0)).Refusal!.Is(RefusalCode.UnknownExercise));
        Assert.True((await server.SendAsync(new OpenSolo(Caller.Nobody, "nothing", "Lea"))).Refusal!.Is(RefusalCode.UnknownScenario));
    }

    async Task<RefusalCode> CodeOf(Request request)
    {
        dynamic answer = await server.Get<IMediator>().Send((dynamic)request);
        return (RefusalCode)((Refusal)answer.Refusal).Code;
    }

    async Task<(string Exercise, Seated Participant, Seated Solo)> BeginAsync()
    {
        var opened = await server.OpenAsync();
        var participant = await server.SeatAsync(opened, "Blue", "Lea");
        await server.AskAsync(new Start(Caller.Facilitator, opened.Exercise));
        var solo = await server.AskAsync(new OpenSolo(Caller.Nobody, "tiny-leak", "Sol"));
        return (opened.Exercise, participant, new(solo, Caller.Nobody.With(solo.Exercise, solo.Ticket)));
    }
}
