using System.Text;
using Bunit;
using Microsoft.JSInterop;
using Tabletop.Engine;
using Tabletop.Scenarios;
using Tabletop.TestKit;
using Tabletop.Web.Author.Editor;
using Tabletop.Web.Tests.Language;

namespace Tabletop.Web.Tests.Author.Editor;

/// <summary>The server's side of the editor; the test stands for the browser.</summary>
public sealed class EditorOnThePage : BunitContext
{
    readonly List<string> _told = [];
    readonly BunitJSModuleInterop _module;

    public EditorOnThePage()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        this.AddTexts();
        _module = JSInterop.SetupModule(_ => true);
        _module.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void BeforeAnyScriptThereIsATextAreaWithItsNameAndItsKeys()
    {
        var editor = Open();
        var area = editor.Find("textarea");
        Assert.Equal("Text of scenario.yaml", editor.Find($"label[for={area.Id}]").TextContent);
        Assert.Contains("Ctrl+Space", editor.Find($"#{area.GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);
        Assert.Contains("Escape, then Tab", editor.Find(".editor-keys").TextContent, StringComparison.Ordinal);
        Assert.Equal("listbox", editor.Find($"#{area.GetAttribute("aria-controls")}").GetAttribute("role"));
    }

    [Fact]
    public async Task WhatIsTypedIsToldWhenTheHandRests()
    {
        var editor = Open();
        Assert.True(await Typed(editor, 0, "# A note\n"));
        Assert.Empty(_told);
        await editor.InvokeAsync(editor.Instance.Rest);
        await editor.InvokeAsync(editor.Instance.Rest);
        Assert.Equal(["# A note\n" + TinyScenario.Text], _told);
    }

    [Fact]
    public async Task WhatTheBrowserCanNotSendIsNoSuccess()
    {
        var editor = Open();
        Assert.True(await editor.InvokeAsync(editor.Instance.Flush));

        _module.SetupVoid("flush", _ => true).SetException(new JSException("The connection is gone."));
        Assert.False(await editor.InvokeAsync(editor.Instance.Flush));
    }

    [Fact]
    public async Task ATextThatIsTooLargeForAMessageComesAsAStream()
    {
        var editor = Open();
        var large = string.Concat(Enumerable.Repeat("# länger als eine Nachricht\n", 10_000));
        await editor.InvokeAsync(() => editor.Instance.Whole(1, new Streamed(large)));
        await editor.InvokeAsync(editor.Instance.Rest);
        Assert.Equal([large], _told);
    }

    [Fact]
    public async Task WhatComesBackFromThePageIsNotSetAgain()
    {
        var editor = Open();
        await Typed(editor, 0, "# A note\n");
        await editor.InvokeAsync(editor.Instance.Rest);
        editor.Render(with => with.Add(e => e.Text, _told[0]));
        Assert.Single(_module.Invocations["set"]);

        editor.Render(with => with.Add(e => e.Text, "format: 1\n"));
        Assert.Equal("format: 1\n", _module.Invocations["set"][^1].Arguments[1]);
    }

    [Fact]
    public async Task InATextForReadingNothingIsTyped()
    {
        var editor = Open();
        editor.Render(with => with.Add(e => e.ReadOnly, true));
        Assert.True(await Typed(editor, 0, "# A note\n"));
        await editor.InvokeAsync(editor.Instance.Rest);
        Assert.Empty(_told);
        Assert.True(editor.Find("textarea").HasAttribute("readonly"));
        Assert.Single(_module.Invocations["lock"]);
    }

    [Fact]
    public async Task CompletionAndHoverKnowWhatHasJustBeenTyped()
    {
        var editor = Open();
        await Typed(editor, 0, "after-outage: \n");
        var offered = await editor.InvokeAsync(() => editor.Instance.Complete(1, 15));
        Assert.Equal(["resume", "pause"], offered.Items.Select(item => item.Label));
        var explained = await editor.InvokeAsync(() => editor.Instance.Explain(1, 3));
        Assert.StartsWith("What the clock does when the server was down", explained!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesAreThoseOfTheWholeFolder()
    {
        var editor = Render<ScenarioEditor>(with => with
            .Add(e => e.Text, "steps:\n  - do: \n").Add(e => e.File, "history.yaml").Add(e => e.Others, TinyScenario.Sources));
        var offered = await editor.InvokeAsync(() => editor.Instance.Complete(2, 9));
        Assert.Contains("rotate", offered.Items.Select(item => item.Label));
    }

    [Fact]
    public void FaultsAreMarkedWhereTheyStand()
    {
        var text = TinyScenario.Replace("initial: outside", "initial: outsid");
        var found = ScenarioCompiler.Compile([new SourceText("scenario.yaml", text)]).Diagnostics;
        var editor = Open();
        editor.Render(with => with.Add(e => e.Text, text).Add(e => e.Diagnostics, found));
        Assert.Single(_module.Invocations["mark"]);
        Assert.Equal("true", editor.Find("textarea").GetAttribute("aria-invalid"));

        editor.Render(with => with.Add(e => e.Diagnostics, [.. found]));
        Assert.Single(_module.Invocations["mark"]);
    }

    IRenderedComponent<ScenarioEditor> Open() => Render<ScenarioEditor>(with => with
        .Add(e => e.Text, TinyScenario.Text).Add(e => e.File, "scenario.yaml")
        .Add(e => e.TextChanged, text => _told.Add(text)));

    static Task<bool> Typed(IRenderedComponent<ScenarioEditor> editor, int at, string text) =>
        editor.InvokeAsync(() => editor.Instance.Edit(new TextEdit(1, at, 0, text, TinyScenario.Text.Length + text.Length)));

    sealed class Streamed(string text) : IJSStreamReference
    {
        public long Length => Encoding.UTF8.GetByteCount(text);

        public ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize = 512000, CancellationToken cancellationToken = default) =>
            new(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        public ValueTask DisposeAsync() => default;
    }
}
