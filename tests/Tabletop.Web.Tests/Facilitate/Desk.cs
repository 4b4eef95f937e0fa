using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tabletop.Engine;
using Tabletop.Exercises;
using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;
using Tabletop.Web.Facilitate;
using Tabletop.Web.Tests.Language;

namespace Tabletop.Web.Tests.Facilitate;

/// <summary>A facilitator's page over an exercise that is really played; what the page asks for is kept and carried out.</summary>
public sealed class Desk : BunitContext
{
    readonly SampleExercise _played;
    readonly ControlRoom _room;
    readonly HashSet<string> _present = [];
    IRenderedComponent<ControlScreen>? _page;

    public Desk(SampleExercise played)
    {
        _played = played;
        Time = new(played.At);
        _room = new(Time);
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddSingleton(new Passes(new EphemeralDataProtectionProvider()));
        JSInterop.Mode = JSRuntimeMode.Loose;
        this.AddTexts();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Navigation.LocationChanged += (_, _) => Show();
    }

    public FakeTimeProvider Time { get; }

    public List<Command> Asked { get; } = [];

    public IRenderedComponent<ControlScreen> Page => _page ?? throw new InvalidOperationException("Call At first.");

    /// <summary>Every facilitator who has a name.</summary>
    public System.Collections.Immutable.ImmutableArray<Facilitator> Accounts { get; set; } = [new("me", "Max"), new("ann", "Ann"), new("ben", "Ben")];

    /// <summary>Id of the account that looks.</summary>
    public string Me { get; set; } = "me";

    /// <summary>What the server would answer; null: what the exercise says.</summary>
    public Phrase? Refusal { get; set; }

    NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    public string Query => new Uri(Navigation.Uri).Query;

    /// <summary>Opens the page at an address relative to the exercise's page.</summary>
    public Desk At(string query = "")
    {
        Navigation.NavigateTo($"facilitate/ex1{query}");
        return this;
    }

    /// <summary>Something happens in the exercise, and the page is shown what came of it.</summary>
    public void Happens(Action<SampleExercise> what)
    {
        what(_played);
        Show();
    }

    public void Connects(string person)
    {
        _present.Add(person);
        Show();
    }

    /// <summary>Follows a link of the page.</summary>
    public void Follow(string selector) => Navigation.NavigateTo(Page.Find(selector).GetAttribute("href")!);

    /// <summary>A button of the page, by what it says.</summary>
    public AngleSharp.Dom.IElement Button(string text, string within = "") =>
        Page.FindAll($"{within} button").First(button => button.TextContent.Trim().StartsWith(text, StringComparison.Ordinal));

    public IReadOnlyList<string> Texts(string selector) => [.. Page.FindAll(selector).Select(item => item.TextContent.Trim())];

    void Show()
    {
        var view = _room.View(_played.Exercise, _played.Log, _present.ToHashSet());
        var query = System.Web.HttpUtility.ParseQueryString(Query);
        var address = ControlAddress.Of("ex1", query["view"], query["tab"], query["inject"], query["team"]) with { ByName = query["sort"] == "name", Filter = MselFilter.Of(query["state"], query["channel"], query["for"]) };
        if (_page is null)
            _page = Render<ControlScreen>(page => page.Add(p => p.View, view).Add(p => p.Address, address).Add(p => p.Look, _room.LookAtPhases).Add(p => p.Send, Send).Add(p => p.Me, Me).Add(p => p.Accounts, () => Task.FromResult(Accounts)));
        else
            _page.Render(page => page.Add(p => p.View, view).Add(p => p.Address, address));
    }

    Task<Phrase?> Send(Command command)
    {
        Asked.Add(command);
        if (Refusal is not null)
            return Task.FromResult<Phrase?>(Refusal);

        var made = command switch
        {
            Command.AddTeam add => add with { Team = add.Name.ToLowerInvariant() },
            Command.WriteInject write => write with { Inject = $"written-{Asked.Count}" },
            Command.GivePass give => give with { Pass = $"pass-{Asked.Count}" },
            Command.Extend extend => extend with { Extension = $"extended-{Asked.Count}" },
            Command.GiveHint give => give with { Hint = $"hint-{Asked.Count}" },
            Command.CorrectScore correct => correct with { Correction = $"corrected-{Asked.Count}" },
            Command.UndoCorrection undo => undo with { Correction = $"corrected-{Asked.Count}" },
            Command.MakeRemark take => take with { Remark = $"remark-{Asked.Count}" },
            Command.Announce announce => announce with { Announcement = $"said-{Asked.Count}" },
            _ => command,
        };
        made = made with { Facilitator = new(Me, "Max") };
        if (_played.Exercise.Decide(made with { Id = $"asked-{Asked.Count}" }, _played.At).Rejection is { } rejection)
            return Task.FromResult<Phrase?>(rejection.Says);

        _played.Do(made);
        if (_page is not null)
            Show();
        return Task.FromResult<Phrase?>(null);
    }
}
