using System.Globalization;
using Tabletop.Web.Author.Editor;

namespace Tabletop.Web.Tests.Author.Editor;

public sealed class TypedInPieces
{
    [Fact]
    public void EachPieceChangesTheTextWhereItWasTyped()
    {
        var text = Given("format: 1\ntitle: Leak\n");
        Assert.True(text.Apply(new TextEdit(1, 17, 4, "A leak", 24)));
        Assert.Equal("format: 1\ntitle: A leak\n", text.Text);
        Assert.True(text.Apply(new TextEdit(1, 0, 10, "", 14)));
        Assert.Equal("title: A leak\n", text.Text);
    }

    [Theory]
    [InlineData(-1, 0, "x", 5)]
    [InlineData(5, 0, "x", 5)]
    [InlineData(2, 3, "", 1)]
    [InlineData(0, -1, "", 5)]
    [InlineData(0, int.MaxValue, "", 0)]
    [InlineData(0, 1, "ab", 4)]
    [InlineData(0, 0, null, 4)]
    public void APieceThatDoesNotFitChangesNothingAndAsksForTheWhole(int start, int removed, string? inserted, int length)
    {
        var text = Given("text");
        Assert.False(text.Apply(new TextEdit(1, start, removed, inserted!, length)));
        Assert.Equal("text", text.Text);
        text.Replace(1, "whole");
        Assert.Equal("whole", text.Text);
    }

    [Fact]
    public void WhatWasTypedIntoATextThatIsGoneIsDropped()
    {
        var text = Given("one");
        text.Give("two");
        Assert.True(text.Apply(new TextEdit(1, 0, 3, "typed late", 10)));
        text.Replace(1, "typed late");
        Assert.Equal(("two", 2), (text.Text, text.Generation));
    }

    [Fact]
    public void ManyPiecesAddUp()
    {
        var text = Given("");
        for (var line = 0; line < 2000; line++)
            Assert.True(text.Apply(new TextEdit(1, text.Text.Length, 0, line.ToString(CultureInfo.InvariantCulture) + "\n", text.Text.Length + line.ToString(CultureInfo.InvariantCulture).Length + 1)));
        Assert.Equal(string.Concat(Enumerable.Range(0, 2000).Select(line => line + "\n")), text.Text);
    }

    static EditedText Given(string given)
    {
        var text = new EditedText();
        text.Give(given);
        return text;
    }
}
