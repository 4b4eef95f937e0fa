namespace Tabletop.Browser;

/// <summary>Every kind of question, answered by three people of one team: two at a desk, one on a phone.</summary>
public sealed class Questions(Chromium chromium)
{
    const string Asked = """
        injects:
          pick:
            channel: email
            title: Whom do you call?
            from: Desk
            body: You have time for two calls.
            at: 2024-03-04T08:10:00Z
            question:
              kind: multiple
              prompt: Whom do you call?
              counts: first
              least: 2
              most: 2
              options: { police: { text: The police }, press: { text: The press }, supplier: { text: The supplier } }
          order:
            channel: chat
            title: What comes first?
            from: Desk
            body: Three things wait.
            at: 2024-03-04T08:11:00Z
            question:
              kind: ranking
              prompt: What comes first?
              counts: first
              options: { logs: { text: Read the logs }, token: { text: Rotate the token }, lunch: { text: Have lunch } }
          count:
            channel: phone
            title: How many?
            from: Desk
            body: The board asks for a number.
            at: 2024-03-04T08:12:00Z
            question: { kind: number, prompt: How many accounts are affected?, counts: first, min: 0, max: 50, unit: accounts }
          treat:
            channel: ticket
            title: Your plan
            from: Desk
            body: Say what happens to each.
            at: 2024-03-04T08:13:00Z
            question:
              kind: plan
              prompt: In which order, and how?
              counts: owner
              owner: lead
              credentials: [vpn-token, backup-key]
              treatments: { rotate: { text: Rotate it }, keep: { text: Keep it for now } }
          ballot:
            channel: news
            title: Do you say it in public?
            from: Desk
            body: A journalist knows.
            at: 2024-03-04T08:14:00Z
            question:
              prompt: Do you say it in public?
              counts: vote
              deadline: { after: 2h, says: Silence is an answer too., answer: "silence" }
              options: { speak: { text: Speak }, silence: { text: Say nothing } }
          words:
            channel: log
            title: Write it down
            from: Desk
            body: For those who come after you.
            at: 2024-03-04T08:15:00Z
            question:
              kind: text
              prompt: What happened?
              counts: first
              deadline: { after: 1h, says: The night shift goes home without it. }
          log-of-the-night:
            channel: email
            title: The log of last night
            from: Supplier
            body: It is attached.
            at: 2024-03-04T11:30:00Z
            attachments: [files/access.log]

        """;

    [Fact]
    public async Task AreAnsweredInEveryKindByVotesByTheOwnerAndBeforeTheirTimeIsUp()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathTo("tiny", "files"));
        File.WriteAllText(folder.PathTo("tiny", "files", "access.log"), TinyScenario.AccessLog);
        File.WriteAllText(folder.PathTo("tiny", "scenario.yaml"), TinyScenario.Replace("injects:\n", Asked));
        await using var program = await TabletopProgram.StartAsync(folder.Path);
        await using var desk = await chromium.NewContextAsync(program.Address);
        await using var adas = await chromium.NewContextAsync(program.Address, scheme: ColorScheme.Light);
        await using var bobs = await chromium.NewContextAsync(program.Address, Screen.Phone);
        await using var cyds = await chromium.NewContextAsync(program.Address, Screen.Phone, ColorScheme.Light);
        await using var eves = await chromium.NewContextAsync(program.Address);
        var (facilitator, ada, bob, cyd) = (await desk.NewPageAsync(), await adas.NewPageAsync(), await bobs.NewPageAsync(), await cyds.NewPageAsync());
        var eve = await eves.NewPageAsync();
        await facilitator.SignInAsync(program);
        var (id, code) = await facilitator.HostAsync("tiny-leak");
        await ada.JoinAsync(code, "Blue", "Ada", "Incident commander");
        await bob.JoinAsync(code, "Blue", "Bob", "SOC analyst");
        await cyd.JoinAsync(code, "Blue", "Cyd", "SOC analyst");
        await eve.JoinAsync(code, "Red", "Eve", "SOC analyst");
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await AttachmentIsForThoseWhoHaveTheMessageAsync(facilitator, ada, bob, eve, id);
        await facilitator.StepUntilAsync(new(2024, 3, 4, 8, 15, 0, TimeSpan.Zero));

        var question = await OpenAsync(ada, id, "pick");
        await question.GetByLabel("The police").CheckAsync();
        await Assertions.Expect(question.GetByRole(AriaRole.Button, new() { Name = "Answer for the team" })).ToBeDisabledAsync();
        await question.GetByLabel("The supplier").CheckAsync();
        await AnswerAsync(question, "Answer for the team");
        await Assertions.Expect(question.Locator(".answered")).ToContainTextAsync("The supplier");

        question = await OpenAsync(bob, id, "order");
        await bob.LookAsync("question-order-phone");
        await question.GetByRole(AriaRole.Button, new() { NameRegex = new("^Down.*Read the logs") }).ClickAsync();
        await AnswerAsync(question, "Answer for the team");
        await Assertions.Expect(question.Locator(".answered li").First).ToHaveTextAsync("Rotate the token");

        question = await OpenAsync(ada, id, "count");
        await ada.LookAsync("call-ringing-desktop");
        await ada.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Answer|Call back)$") }).ClickAsync();
        await question.GetByLabel("accounts").FillAsync("7");
        await AnswerAsync(question, "Answer for the team");
        await Assertions.Expect(question).ToContainTextAsync("7 accounts");

        // Bob proposes, the incident commander decides.
        question = await OpenAsync(bob, id, "treat");
        await question.GetByLabel("VPN token").SelectOptionAsync("rotate");
        await AnswerAsync(question, "Propose");
        await Assertions.Expect(question.Locator(".proposals")).ToContainTextAsync("Bob");
        question = await OpenAsync(ada, id, "treat");
        await Assertions.Expect(question.Locator(".proposals")).ToContainTextAsync("VPN token");
        await question.GetByLabel("Backup key").SelectOptionAsync("keep");
        await question.GetByLabel("VPN token").SelectOptionAsync("rotate");
        await question.GetByRole(AriaRole.Button, new() { NameRegex = new("^Up.*VPN token") }).ClickAsync();
        await ada.LookAsync("question-plan");
        await AnswerAsync(question, "Answer for the team");
        await Assertions.Expect(question.Locator(".answered li").First).ToContainTextAsync("VPN token");

        // Two of three decide.
        question = await OpenAsync(ada, id, "ballot");
        await question.GetByLabel("Speak").CheckAsync();
        await AnswerAsync(question, "Vote");
        await Assertions.Expect(question.GetByText("Votes: 1 of 3")).ToBeVisibleAsync();
        question = await OpenAsync(cyd, id, "ballot");
        await Assertions.Expect(question.Locator(".note.warn")).ToContainTextAsync("Answer by Mon 4 Mar 10:14");
        await cyd.LookAsync("question-vote-phone");
        await question.GetByLabel("Say nothing").CheckAsync();
        await AnswerAsync(question, "Vote");
        await Assertions.Expect(question.GetByText("Votes: 2 of 3")).ToBeVisibleAsync();
        question = await OpenAsync(bob, id, "ballot");
        await question.GetByLabel("Say nothing").CheckAsync();
        await AnswerAsync(question, "Vote");
        await Assertions.Expect(question).ToContainTextAsync("Decided by vote");
        await bob.LookAsync("question-voted-phone");

        // The reminder of eleven comes after the time for words.
        question = await OpenAsync(ada, id, "words");
        await Assertions.Expect(question.Locator(".note.warn")).ToContainTextAsync("Answer by Mon 4 Mar 09:15");
        await ada.LookAsync("question-words");
        await facilitator.StepUntilAsync(new(2024, 3, 4, 11, 0, 0, TimeSpan.Zero));
        await Assertions.Expect(question).ToContainTextAsync("The time to answer ended");
        await Assertions.Expect(question).ToContainTextAsync("The night shift goes home without it.");
        await Assertions.Expect(question.GetByRole(AriaRole.Button, new() { Name = "Answer for the team" })).ToHaveCountAsync(0);
        await facilitator.LookAsync("control-questions");
    }

    static async Task AttachmentIsForThoseWhoHaveTheMessageAsync(IPage facilitator, IPage ada, IPage bob, IPage eve, string id)
    {
        await facilitator.OpenAsync($"/facilitate/{id}?inject=log-of-the-night");
        await Assertions.Expect(facilitator.Locator(".letter").GetByText("access.log")).ToBeVisibleAsync();
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "Send to Blue" }).ClickAsync();

        await OpenAsync(bob, id, "log-of-the-night");
        await Assertions.Expect(bob.Locator(".attachments")).ToContainTextAsync("57 bytes");
        await bob.LookAsync("attachment-phone");
        await OpenAsync(ada, id, "log-of-the-night");
        var file = ada.Locator(".attachments").GetByRole(AriaRole.Link, new() { Name = "access.log" });
        var saved = await ada.RunAndWaitForDownloadAsync(() => file.ClickAsync());
        Assert.Equal("access.log", saved.SuggestedFilename);
        Assert.Equal(TinyScenario.AccessLog, await File.ReadAllTextAsync(await saved.PathAsync()));

        // The address alone opens nothing: not in a team that lacks the message, and not without a seat.
        var address = $"/{await file.GetAttributeAsync("href")}";
        foreach (var page in new[] { eve, facilitator })
        {
            var answer = await page.APIRequest.GetAsync(address);
            Assert.Equal(403, answer.Status);
            Assert.DoesNotContain("vpn", await answer.TextAsync(), StringComparison.Ordinal);
        }

        await facilitator.OpenAsync($"/facilitate/{id}");
    }

    static async Task<ILocator> OpenAsync(IPage page, string exercise, string inject)
    {
        await page.OpenAsync($"/play/{exercise}?view=inbox&item={inject}");
        return page.Locator(".question");
    }

    static Task AnswerAsync(ILocator question, string verb) => question.GetByRole(AriaRole.Button, new() { Name = verb, Exact = true }).ClickAsync();
}
