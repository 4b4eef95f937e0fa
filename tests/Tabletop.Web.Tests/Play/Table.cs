using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tabletop.Engine;
using Tabletop.Exercises;
using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;
using Tabletop.Web.Play;
using Tabletop.Web.Tests.Language;

namespace Tabletop.Web.Tests.Play;

/// <summary>A participant's page over an exercise that is really played; what the page asks for is kept and carried out.</summary>
public sealed class Table : BunitContext
{
    readonly SampleExercise _played;
    readonly string _person;
    readonly HistoryRoom _history;
    IRenderedComponent<PlayScreen>? _page;

    public Table(SampleExercise played, string person = "ada")
    {
        (_played, _person) = (played, person);
        Time = new(played.At);
        _history = new(Time);
        Services.AddSingleton<TimeProvider>(Time);
        JSInterop.Mode = JSRuntimeMode.Loose;
        this.AddTexts();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Navigation.LocationChanged += (_, _) => Show();
    }

    public FakeTimeProvider Time { get; }

    public SampleExercise Played => _played;

    public List<Command> Asked { get; } = [];

    public IRenderedComponent<PlayScreen> Page => _page ?? throw new InvalidOperationException("Call At first.");

    /// <summary>What the server would answer; null: what the exercise says.</summary>
    public Phrase? Refusal { get; set; }

    NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    /// <summary>Opens the page at an address relative to the exercise's page.</summary>
    public Table At(string query = "")
    {
        Navigation.NavigateTo($"play/ex1{query}");
        return this;
    }

    /// <summary>Something happens in the exercise, and the page is shown what came of it.</summary>
    public void Happens(Action<SampleExercise> what)
    {
        what(_played);
        Show();
    }

    void Show()
    {
        var you = _played.Exercise.People[_person];
        var viewer = new Viewer.Participant(you.Id, you.Team, you.Role);
        var seen = _played.Log.Where(e => Visibility.For(viewer, e, _played.Exercise) is not null);
        var view = TeamProjection.Of(_played.Exercise, _person, new HashSet<string> { _person }, seen)! with { History = _history.View(_played.Exercise, _played.Log, you.Team) };
        var query = System.Web.HttpUtility.ParseQueryString(new Uri(Navigation.Uri).Query);
        var address = PlayAddress.Of("ex1", query["view"], query["item"], query["action"], query["target"], query["show"], query["owner"], query["pick"]);
        if (_page is null)
            _page = Render<PlayScreen>(page => page.Add(p => p.View, view).Add(p => p.Address, address).Add(p => p.Send, Send));
        else
            _page.Render(page => page.Add(p => p.View, view).Add(p => p.Address, address));
    }

    Task<Phrase?> Send(Command command)
    {
        Asked.Add(command);
        if (Refusal is not null)
            return Task.FromResult<Phrase?>(Refusal);

        _played.Do(command switch
        {
            Command.ReadInject read => read with { Person = _person },
            Command.ReadAnnouncement read => read with { Person = _person },
            Command.ReadHint read => read with { Person = _person },
            Command.SubmitDecision submit => submit with { Person = _person },
            Command.ProposeAction propose => propose with { Person = _person },
            Command.VoiceOnAction voice => voice with { Person = _person },
            Command.DropProposal drop => drop with { Person = _person },
            Command.WithdrawDecision withdraw => withdraw with { Person = _person },
            Command.SayReady say => say with { Person = _person },
            Command.CatchUp => new Command.CatchUp(_person),
            Command.JudgeCredential judge => judge with { Person = _person },
            Command.MarkInbox mark => mark with { Person = _person },
            Command.Say say => say with { Person = _person, Message = $"said-{Asked.Count}" },
            Command.ReadChat read => read with { Person = _person },
            Command.WriteNote write => write with { Person = _person, Note = write.Note.Length == 0 ? $"note-{Asked.Count}" : write.Note },
            Command.RemoveNote remove => remove with { Person = _person },
            Command.AnswerInject answer => answer with { Person = _person },
            _ => command,
        });
        if (_page is not null)
            Show();
        return Task.FromResult<Phrase?>(null);
    }
}
