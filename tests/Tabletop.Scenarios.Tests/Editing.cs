using CsCheck;

namespace Tabletop.Scenarios.Tests;

public sealed class Editing
{
    const string Clean = """
        # a file
        injects:   # the list
          call:
            title: A call   # not a mail
            from: 'Somebody'
            to: [lead, soc]
            body: |
              One line.

              Another # no comment.

            # between
            expects:
              - Ask   # first
              - Answer
              # last
              - Wait
          mail: { title: "A mail: long", from: Them, body: Hello, to: [soc] }
        scoring: 3

        """;

    [Theory]
    [InlineData("title", "Two calls", "title: A call   # not", "title: Two calls   # not")]
    [InlineData("title", "A call: now", "title: A call   # not", "title: \"A call: now\"   # not")]
    [InlineData("title", "A \"call\": now", "title: A call   # not", "title: 'A \"call\": now'   # not")]
    [InlineData("title", "null", "title: A call   # not", "title: \"null\"   # not")]
    [InlineData("title", "# one", "title: A call   # not", "title: \"# one\"   # not")]
    [InlineData("from", "The boss's office", "'Somebody'", "'The boss''s office'")]
    [InlineData("body", "Only this.", "      One line.\n\n      Another # no comment.", "      Only this.")]
    [InlineData("body", "One\n\n  two\nthree: 3", "      One line.\n\n      Another # no comment.", "      One\n\n        two\n      three: 3")]
    public void ATextIsWrittenAsTheOneBeforeItWas(string key, string value, string piece, string instead) =>
        Same(Replace(piece, instead), Edit(editor => editor.SetText(["injects", "call"], key, value, "title")));

    [Theory]
    [InlineData("title", "A mail, short", "\"A mail: long\"", "\"A mail, short\"")]
    [InlineData("from", "Us, them", "from: Them", "from: \"Us, them\"")]
    [InlineData("from", "Us\nthem", "from: Them", "from: \"Us\\nthem\"")]
    [InlineData("channel", "email", "from: Them", "from: Them, channel: email")]
    public void InsideBracesATextStaysInItsLine(string key, string value, string piece, string instead) =>
        Same(Replace(piece, instead), Edit(editor => editor.SetText(["injects", "mail"], key, value, "from")));

    [Fact]
    public void ANewKeyComesBehindTheOneThatWasNamed() =>
        Same(Replace("\n\n    # between", "\n    channel: phone\n\n    # between"), Edit(editor => editor.SetText(["injects", "call"], "channel", "phone", "body")));

    [Fact]
    public void ALongTextInPlaceOfAShortOneBecomesABlock() =>
        Same(
            Replace("title: A call   # not a mail", "title: |   # not a mail\n      One\n      two"),
            Edit(editor => editor.SetText(["injects", "call"], "title", "One\ntwo", "from")));

    [Fact]
    public void AListInBracketsIsWrittenAnew() =>
        Same(Replace("to: [lead, soc]", "to: [\"a, b\", soc, c]"), Edit(editor => editor.SetList(["injects", "call"], "to", ["a, b", "soc", "c"], "from", inBrackets: true)));

    [Theory]
    [InlineData("Ask|Answer|Wait|Hope", "- Wait", "- Wait\n      - Hope")]
    [InlineData("Hope|Ask|Answer|Wait", "- Ask   # first", "- Hope\n      - Ask   # first")]
    [InlineData("Ask|Wait", "      - Answer\n", "")]
    [InlineData("Ask|Nod: twice|Wait", "- Answer", "- \"Nod: twice\"")]
    [InlineData("Ask\ntwice|Answer|Wait", "- Ask   # first", "- |   # first\n        Ask\n        twice")]
    [InlineData("Ask|Answer|Wait", "- Wait", "- Wait")]
    public void OnlyTheChangedItemsOfAListAreWritten(string values, string piece, string instead) =>
        Same(Replace(piece, instead), Edit(editor => editor.SetList(["injects", "call"], "expects", [.. values.Split('|')], "body", inBrackets: false)));

    [Fact]
    public void AnEmptyListTakesItsKeyAlong()
    {
        var call = new YamlEditor(Clean);
        call.SetList(["injects", "call"], "to", [], "from", inBrackets: true);
        Assert.Equal(Clean.Replace("    to: [lead, soc]\n", "", StringComparison.Ordinal), call.Text);

        var mail = new YamlEditor(Clean);
        mail.SetList(["injects", "mail"], "to", [], "from", inBrackets: true);
        Assert.Equal(Clean.Replace(", to: [soc] }", " }", StringComparison.Ordinal), mail.Text);
    }

    [Fact]
    public void ANewListOfTextsHasALineForEach()
    {
        var editor = new YamlEditor(Clean);
        editor.SetList(["injects", "call"], "objectives", ["L1", "L2"], "to", inBrackets: true);
        editor.SetList(["injects", "mail"], "expects", ["Ask, twice", "Wait"], "body", inBrackets: false);
        editor.SetList(["injects", "call"], "notes", ["One: 1", "Two"], "expects", inBrackets: false);
        Assert.Equal(
            Clean.Replace("to: [lead, soc]\n", "to: [lead, soc]\n    objectives: [L1, L2]\n", StringComparison.Ordinal)
                .Replace("body: Hello,", "body: Hello, expects: [\"Ask, twice\", Wait],", StringComparison.Ordinal)
                .Replace("      - Wait\n", "      - Wait\n    notes:\n      - \"One: 1\"\n      - Two\n", StringComparison.Ordinal),
            editor.Text);
    }

    [Fact]
    public void LinesEndAsTheyDoInTheFile()
    {
        var windows = Clean.Replace("\n", "\r\n", StringComparison.Ordinal);
        var editor = new YamlEditor(windows);
        editor.SetText(["injects", "call"], "body", "One\r\ntwo", "title");
        editor.SetText(["injects", "call"], "channel", "phone", "title");
        Assert.DoesNotContain('\n', editor.Text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.Contains("body: |\r\n      One\r\n      two\r\n\r\n    # between", editor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void NoChangeChangesNothing() => Assert.Equal(Clean, new YamlEditor(Clean).Text);

    /// <summary>Whatever is written into whatever kind of value reads back as it was, and nothing else has moved.</summary>
    [Fact]
    public void EveryTextReadsBack()
    {
        var letters = Gen.OneOf(Gen.Char["ab :#-?'\"\\\n\t|>[]{},&*!%@`=~"], Gen.Char['\u00A0', '\u04FF']).Where(letter => !char.IsControl(letter) || letter is '\n' or '\t');
        Gen.Select(letters.Array[1, 12].Select(text => new string(text)), Gen.OneOf(Gen.Const("title"), Gen.Const("from"), Gen.Const("body")), Gen.OneOf(Gen.Const("call"), Gen.Const("mail")))
            .Where((text, _, _) => text.Trim().Length > 0)
            .Sample((text, key, inject) =>
            {
                var editor = new YamlEditor(Clean);
                editor.SetText(["injects", inject], key, text, "title");
                var expected = Flat(YamlSpan.Read(Clean)).Select(pair => pair.Path == $"/injects/{inject}/{key}" ? (pair.Path, Value: text.TrimEnd()) : pair);
                Assert.Equal(expected, Flat(YamlSpan.Read(editor.Text)));
            }, iter: 1000);
    }

    static string Edit(Action<YamlEditor> edit)
    {
        var editor = new YamlEditor(Clean);
        edit(editor);
        return editor.Text;
    }

    static string Replace(string piece, string instead)
    {
        Assert.Contains(piece, Clean, StringComparison.Ordinal);
        return Clean.Replace(piece, instead, StringComparison.Ordinal);
    }

    static void Same(string expected, string edited)
    {
        Assert.Equal(expected, edited);
        Assert.IsType<MapSpan>(YamlSpan.Read(edited));
    }

    static IEnumerable<(string Path, string Value)> Flat(YamlSpan span, string path = "") => span switch
    {
        MapSpan map => map.Entries.SelectMany(entry => Flat(entry.Value, $"{path}/{entry.Key.Value}")),
        ListSpan list => list.Items.Index().SelectMany(item => Flat(item.Item, $"{path}/{item.Index}")),
        ScalarSpan scalar => [(path, scalar.Value.TrimEnd())],
        _ => [],
    };
}
