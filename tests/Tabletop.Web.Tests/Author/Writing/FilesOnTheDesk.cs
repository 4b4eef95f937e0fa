using System.Collections.Immutable;
using Tabletop.Exercises;
using Tabletop.Web.Author.Writing;

namespace Tabletop.Web.Tests.Author.Writing;

/// <summary>What stands on the disk, and what an author has typed on top of it.</summary>
public sealed class FilesOnTheDesk
{
    readonly DraftDesk _desk = new();

    [Fact]
    public void AChangeOnTheDiskShowsWhereNothingWasTyped()
    {
        _desk.Take(Folder("one", "1"));
        _desk.Take(Folder("two", "2"));
        Assert.Equal("two", File.Text);
        Assert.False(_desk.IsDirty);
    }

    [Fact]
    public void AChangeOnTheDiskTakesNothingAwayThatWasTyped()
    {
        _desk.Take(Folder("one", "1"));
        _desk.Type(File, "mine");
        Assert.False(File.IsOvertaken);

        _desk.Take(Folder("two", "2"));
        Assert.Equal(("mine", "two", true, "1"), (File.Text, File.OnDisk, File.IsOvertaken, File.Base));
        Assert.Equal("mine", _desk.Typed["scenario.yaml"]);

        _desk.Yield(File);
        Assert.Equal(("two", false), (File.Text, File.IsDirty));
    }

    [Fact]
    public void WhatSomebodyElseWroteInTheSameWordsIsNoConflict()
    {
        _desk.Take(Folder("one", "1"));
        _desk.Type(File, "the same");
        _desk.Take(Folder("the same", "2"));
        Assert.False(File.IsDirty);
        _desk.Type(File, "the same, and more");
        Assert.False(File.IsOvertaken);
    }

    [Fact]
    public void WhatIsTypedDuringASaveIsStillUnsaved()
    {
        _desk.Take(Folder("one", "1"));
        _desk.Type(File, "two");
        _desk.Type(File, "two and three");
        _desk.Saved(File, "two", "2");
        Assert.Equal((true, false, "2"), (File.IsDirty, File.IsOvertaken, File.Base));
    }

    [Fact]
    public void WhatWasKeptOfEarlierTypingComesBackOnceAndDoesNotReplaceWhatIsOpen()
    {
        var kept = Folder("one", "1", new Draft("scenario.yaml", "from yesterday", "0", default));
        _desk.Take(kept);
        Assert.Equal(("from yesterday", true), (File.Text, File.IsOvertaken));
        _desk.Type(File, "from today");
        _desk.Take(kept);
        Assert.Equal("from today", File.Text);
    }

    [Fact]
    public void AFileThatIsGoneFromTheDiskStaysOnlyWhileItHasUnsavedText()
    {
        _desk.Take(Folder("one", "1"));
        _desk.Take(new DraftView("tiny", "Tiny", [], ImmutableSortedDictionary<string, Draft>.Empty));
        Assert.Empty(_desk.Files);

        _desk.Take(Folder("one", "1"));
        _desk.Type(File, "mine");
        _desk.Take(new DraftView("tiny", "Tiny", [], ImmutableSortedDictionary<string, Draft>.Empty));
        Assert.Equal(("mine", (string?)null, true), (File.Text, File.OnDisk, File.IsOvertaken));
        _desk.Yield(File);
        Assert.Empty(_desk.Files);
    }

    OpenFile File => _desk.Find("scenario.yaml")!;

    static DraftView Folder(string text, string hash, params Draft[] drafts) =>
        new("tiny", "Tiny", [new DraftFile("scenario.yaml", text, hash)], drafts.ToImmutableSortedDictionary(draft => draft.Path, draft => draft, StringComparer.Ordinal));
}
