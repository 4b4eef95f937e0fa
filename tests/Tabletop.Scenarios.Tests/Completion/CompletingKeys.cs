namespace Tabletop.Scenarios.Tests.Completion;

public sealed class CompletingKeys
{
    [Fact]
    public void AnEmptyFileBeginsWithWhatItNeeds()
    {
        var offered = Typing.At("^").Items;
        Assert.Equal(["format", "id", "title", "summary"], offered.Take(4).Select(item => item.Label));
        Assert.Contains("required", offered[0].Detail, StringComparison.Ordinal);
        Assert.StartsWith("The version of this language: 2", offered[0].Help, StringComparison.Ordinal);
    }

    [Fact]
    public void APartOffersTheKeysThatItDoesNotHaveYet()
    {
        var keys = Typing.LabelsIn("    owner: Operations\n", "    ^\n");
        Assert.Contains("note", keys);
        Assert.Contains("cut-outage", keys);
        Assert.DoesNotContain("title", keys);
        Assert.DoesNotContain("steps", keys);
    }

    [Fact]
    public void KeysBelongToTheIndentationAndNotToTheLineAbove()
    {
        const string Text = "credentials:\n  token:\n    rotation:\n      takes: 1h\n";
        Assert.Equal(["effort", "outage"], Typing.Labels(Text + "      ^"));
        Assert.Contains("kind", Typing.Labels(Text + "    ^"));
        Assert.Contains("footholds", Typing.Labels(Text + "^"));
    }

    [Fact]
    public void HalfAKeyWithoutItsColonIsEnough()
    {
        var found = Typing.At("credentials:\n  token:\n    title: A token\n    own^\n    kind: key\n");
        Assert.Equal((5, 8), (found.StartColumn, found.EndColumn));
        Assert.Contains(found.Items, item => item is { Label: "owner", Insert: "owner: " });
        Assert.DoesNotContain(found.Items, item => item.Label == "kind");
    }

    [Fact]
    public void AKeyThatHasItsColonKeepsIt()
    {
        var found = Typing.At("credentials:\n  token:\n    ow^n: me\n");
        Assert.Equal((5, 8), (found.StartColumn, found.EndColumn));
        Assert.Contains(found.Items, item => item is { Label: "owner", Insert: "owner" });
    }

    [Fact]
    public void AKeyWithPartsBelowGoesOnInTheNextLine()
    {
        Assert.Contains(Typing.At("^").Items, item => item is { Label: "roles", Insert: "roles:\n  " });
        Assert.Contains(Typing.At("injects:\n  call:\n    ^").Items, item => item is { Label: "when", Insert: "when: {  }", Back: 2 });
        Assert.Contains(Typing.At("injects:\n  call:\n    ^").Items, item => item is { Label: "to", Insert: "to: []", Back: 1 });
    }

    [Fact]
    public void NothingIsOfferedWhereIdsAreMadeUp() => Assert.Empty(Typing.Labels("credentials:\n  ^"));

    [Fact]
    public void NothingIsOfferedInTextCommentsAndQuotes()
    {
        Assert.Empty(Typing.Labels("briefing: |\n  Some ^"));
        Assert.Empty(Typing.Labels("# to^"));
        Assert.Empty(Typing.Labels("injects:\n  call:\n    from: \"the ^"));
        Assert.Empty(Typing.Labels("injects:\n  call:\n    from: me # an^"));
        Assert.Empty(Typing.Labels("title: Some^"));
    }

    [Fact]
    public void BracesThatAreOpenOfferTheFormsOfACondition()
    {
        var found = Typing.Labels("injects:\n  call:\n    when: { ^\n    title: Next line\n");
        Assert.Equal("all", found[0]);
        Assert.Contains("credential", found);
        Assert.DoesNotContain("is", found);
    }

    [Fact]
    public void AFormThatHasBegunOffersItsOwnKeys()
    {
        Assert.Equal(["is"], Typing.Labels("injects:\n  call:\n    when: { credential: token, ^ }\n"));
        Assert.Equal(["as", "if"], Typing.Labels("injects:\n  call:\n    effects: [{ mark: files, ^"));
        Assert.Equal(["is"], Typing.Labels("injects:\n  call:\n    when:\n      all:\n        - credential: token\n          ^\n"));
    }

    [Fact]
    public void BracesGoOverSeveralLines() =>
        Assert.Equal(["is"], Typing.Labels("injects:\n  call:\n    when: { all: [\n      { flag: one },\n      { credential: token,\n        ^"));

    [Fact]
    public void AnItemOfAListBeginsWithItsDash()
    {
        Assert.Contains(Typing.At("steps:\n  - do: one\n    at: 2024-01-01T00:00:00Z\n  ^", "history.yaml").Items, item => item is { Label: "do", Insert: "- do: " });
        Assert.DoesNotContain("at", Typing.Labels("steps:\n  - do: one\n    at: 2024-01-01T00:00:00Z\n    ^", "history.yaml"));
        Assert.Contains("answer", Typing.Labels("steps:\n- ^", "history.yaml"));
    }

    [Fact]
    public void TheKeysUnderTakesAreThePaces()
    {
        Assert.Equal(["quick"], Typing.Labels("paces:\n  standard: Standard\n  quick: Quick\nphases:\n  one:\n    takes: { standard: 4m, ^ }\n"));
        Assert.Equal(["standard", "quick"], Typing.Labels("paces:\n  standard: Standard\n  quick: Quick\nphases:\n  one:\n    takes:\n      ^"));
    }

    [Fact]
    public void TabsAndWindowsLinesAreBorne() =>
        Assert.Contains("kind", Typing.Labels("credentials:\r\n  token:\r\n    title: A token\r\n    ^\r\nfootholds:\r\n"));

    [Fact]
    public void FilesThatAreNoYamlHaveNoKeys() => Assert.Empty(Typing.Labels("^", "bodies/call.md"));

    [Theory]
    [MemberData(nameof(Paths))]
    public void EveryKeyOfTheLanguageIsOfferedWithItsHelp(string path)
    {
        Assert.NotNull(KeyHelp.Of(path));
        Assert.Contains(Typing.At(Typing.NestedTo(path), path.StartsWith("playthrough", StringComparison.Ordinal) ? "history.yaml" : "scenario.yaml").Items,
            item => item.Label == path[(path.LastIndexOf('.') + 1)..] && item.Help == KeyHelp.Of(path));
    }

    public static TheoryData<string> Paths { get; } =
        [.. KeyHelp.Paths.Where(path => path[0] != '*' && (path.StartsWith("scenario.", StringComparison.Ordinal) || path.StartsWith("playthrough.", StringComparison.Ordinal)))];
}
