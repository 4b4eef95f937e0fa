using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using Tabletop.Engine;
using Tabletop.Exercises;

namespace Tabletop.Web.Author.Writing;

/// <content>What an author does to files: save them, choose between two texts, add and remove them, and leave.</content>
public sealed partial class EditorPage
{
    /// <summary>All that was typed in any file; it stops at the first that somebody else has changed.</summary>
    [JSInvokable]
    public async Task Save()
    {
        if (_saving)
            return;

        _saving = true;
        try
        {
            if (!await Heard())
                return;

            _fault = null;
            foreach (var file in _desk.Dirty.ToList())
            {
                if (!await Save(file, file.Base))
                    return;
            }

            _said = $"Saved at {Time.GetUtcNow():HH:mm:ss}";
        }
        finally
        {
            _saving = false;
            Say();
            StateHasChanged();
        }
    }

    async Task<bool> Save(OpenFile file, string basis)
    {
        var text = file.Text!;
        var outcome = await Mediator.Send(new SaveFile(_caller, Scenario, file.Path, text, basis));
        switch (outcome.Value)
        {
            case SaveOutcome.Saved saved:
                _desk.Saved(file, text, saved.Hash);
                if (_conflict?.File == file)
                    _conflict = null;
                return true;
            case SaveOutcome.Conflict theirs:
                _file = file;
                _conflict = new(file, theirs.Theirs, theirs.Hash, theirs.Who, theirs.At);
                return false;
            default:
                _fault = outcome.Refusal?.Says;
                return false;
        }
    }

    void Compare(OpenFile file) => _conflict = new(file, file.OnDisk, file.Hash, "", null);

    async Task KeepMine()
    {
        if (_conflict is { } conflict && await Save(conflict.File, conflict.Hash))
            await Save();
    }

    async Task TakeTheirs()
    {
        if (_conflict is not { } conflict)
            return;

        await Mediator.Send(new DiscardDraft(_caller, Scenario, conflict.File.Path, SetAside: true));
        _conflict = null;
        await Load();
        _desk.Yield(conflict.File);
        _file = _desk.Find(conflict.File.Path) ?? _desk.Files.FirstOrDefault();
        _said = "Their text is open. Yours is among the versions, set aside.";
        Say();
        CheckSoon();
    }

    /// <summary>All that was typed is here. Otherwise the page says so, and nothing is saved or left in its place.</summary>
    async Task<bool> Heard()
    {
        var heard = _editor is null || await _editor.Flush();
        if (!heard)
            _fault = "What you typed last has not reached the server. It is tried again by itself; do the same again in a moment.";
        return heard;
    }

    async Task<Phrase?> Add(string path)
    {
        if (_desk.Find(path) is not null)
            return $"There is a {path} already.";

        var text = NewFile.TextOf(path, L);
        var kept = await Mediator.Send(new KeepDraft(_caller, Scenario, path, text, ""));
        if (!kept.Ok)
            return kept.Refusal.Says;

        _file = _desk.Add(path, text);
        Say();
        CheckSoon();
        return null;
    }

    async Task Remove(OpenFile file)
    {
        _fault = null;
        if (file.OnDisk is null)
            await Mediator.Send(new DiscardDraft(_caller, Scenario, file.Path));
        else
            _fault = (await Mediator.Send(new RemoveFile(_caller, Scenario, file.Path))).Refusal?.Says;
        if (_fault is not null)
            return;

        _desk.Remove(file);
        _file = _desk.Files.FirstOrDefault();
        _said = $"{file.Path} is removed. Versions keeps it.";
        CheckSoon();
    }

    async Task Discard(OpenFile file)
    {
        await Mediator.Send(new DiscardDraft(_caller, Scenario, file.Path, SetAside: true));
        _desk.Yield(file);
        _conflict = null;
        _file = _desk.Find(file.Path) ?? _desk.Files.FirstOrDefault();
        Say();
        CheckSoon();
    }

    async Task Leaving(LocationChangingContext context)
    {
        if (_leaving || !_desk.IsDirty || context.TargetLocation == Navigation.Uri)
            return;

        context.PreventNavigation();
        _leaveTo = context.TargetLocation;
        StateHasChanged();
        await Task.Yield();
        await _stay.FocusAsync();
    }

    void Leave(string target)
    {
        _leaving = true;
        Navigation.NavigateTo(target);
    }

    async Task SaveAndLeave()
    {
        var target = _leaveTo!;
        _leaveTo = null;
        await Save();
        if (!_desk.IsDirty)
            Leave(target);
    }
}
