using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Tabletop.TestKit;

namespace Tabletop.Cli.Tests;

/// <summary>Rows of the tiny scenario: 2 supplier-calls, 3 reminder, 4 vpn-alert, 5 press.</summary>
public sealed class Msel : IDisposable
{
    readonly Terminal _terminal = new();

    string Book => _terminal.PathTo("list.xlsx");

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task EveryInjectIsARowWithTheColumnsOfHseep()
    {
        await Export();
        string[] headings = ["No.", "Inject", "Scenario time (UTC)", "Exercise time", "Trigger", "From", "To", "Method", "Title", "Message", "Expected action", "Objectives", "Notes"];
        Assert.Equal(headings, "ABCDEFGHIJKLM".Select(column => Workbook.Text(Book, $"{column}1")));
        Assert.Equal(
            ["2", "reminder", "45355.458333333336", "0:03:00", "only if credential vpn-token is usable", "Supplier", "lead", "email", "Is it done?", "Have you rotated the token?", "", "", ""],
            "ABCDEFGHIJKLM".Select(column => Workbook.Text(Book, $"{column}3")));
        Assert.Equal("15 min after adversary has reached inside", Workbook.Text(Book, "E4"));
        Assert.Equal("sent by the facilitator", Workbook.Text(Book, "E5"));
        Assert.Equal("(everyone)", Workbook.Text(Book, "G5"));
        Assert.Equal("Question: What do you tell the supplier?\n  thanks: Thank you\n  silence: Nothing\nFacts: T1", Workbook.Text(Book, "M2"));
    }

    [Fact]
    public async Task TheWorkbookIsOneThatOfficeTakesForValid()
    {
        await Export();
        using var document = SpreadsheetDocument.Open(Book, isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task WithoutAChangeTheFileStaysTheSameToTheByte(string newline)
    {
        _terminal.Write(TinyScenario.Text.ReplaceLineEndings(newline), "tiny-leak", "scenario.yaml");
        var before = File.ReadAllBytes(_terminal.PathTo("tiny-leak", "scenario.yaml"));
        await Export();
        Assert.Equal(0, await Import());
        Assert.Equal("No cell has changed.", _terminal.Output.Trim());
        Assert.Equal(before, File.ReadAllBytes(_terminal.PathTo("tiny-leak", "scenario.yaml")));
    }

    [Fact]
    public async Task TheFlagshipGoesOutAndComesBackUnchanged()
    {
        var flagship = _terminal.PathTo("flagship");
        Directory.CreateDirectory(flagship);
        File.Copy(Repository.PathTo("scenarios", "okta-cloudflare-2023", "scenario.yaml"), Path.Combine(flagship, "scenario.yaml"));
        Assert.Equal(0, await _terminal.Run("export", "--msel", flagship, "--out", Book));
        Workbook.DeleteSheet(Book, "exported");
        Assert.Equal(0, await _terminal.Run("import", "--msel", Book, flagship));
        Assert.Equal("No cell has changed.", _terminal.Output.Trim());
    }

    [Fact]
    public async Task ChangedCellsChangeTheFileAndNothingElseDoes()
    {
        await Export();
        Workbook.Set(Book, "C2", new DateTime(2024, 3, 4, 8, 45, 30, DateTimeKind.Utc));
        Workbook.Set(Book, "I2", "A supplier calls: again");
        Workbook.Set(Book, "K2", "Rotate the token\nThank the supplier");
        Workbook.Set(Book, "J3", "Have you?\n\nReally?");
        Workbook.Set(Book, "G3", "lead, SOC analyst");
        Workbook.Set(Book, "G4", "(everyone)");
        Workbook.Set(Book, "H5", "Email");
        Workbook.Set(Book, "L5", "L2, L1");

        Assert.Equal(0, await Import());
        var expected = TinyScenario.Text
            .Replace("at: 2024-03-04T08:30:00Z", "at: 2024-03-04T08:45:30Z", StringComparison.Ordinal)
            .Replace("title: A supplier calls\n", "title: \"A supplier calls: again\"\n", StringComparison.Ordinal)
            .Replace("expects: [Rotate the token]", "expects: [Rotate the token, Thank the supplier]", StringComparison.Ordinal)
            .Replace("body: Have you rotated the token?", "body: |\n      Have you?\n\n      Really?", StringComparison.Ordinal)
            .Replace("to: [lead]\n    body", "to: [lead, soc]\n    body", StringComparison.Ordinal)
            .Replace("    to: [soc]\n    body: A login", "    body: A login", StringComparison.Ordinal)
            .Replace("channel: news", "channel: email", StringComparison.Ordinal)
            .Replace("body: Have you been attacked?\n", "body: Have you been attacked?\n    objectives: [L2, L1]\n", StringComparison.Ordinal);
        Assert.Equal(expected, _terminal.Read("tiny-leak", "scenario.yaml"));
        Assert.EndsWith($"8 cells were written to {Path.Combine(_terminal.Tiny, "scenario.yaml")}.", _terminal.Output.Trim(), StringComparison.Ordinal);
        Assert.Contains("MSEL!I2: supplier-calls, Title: A supplier calls -> A supplier calls: again", _terminal.Output, StringComparison.Ordinal);

        Assert.Equal(0, await Import());
        Assert.Equal("No cell has changed.", _terminal.Output.Trim());
    }

    [Fact]
    public async Task BadCellsAreNamedAndNothingIsWritten()
    {
        await Export();
        Workbook.Set(Book, "I2", "A good title");
        Workbook.Set(Book, "C2", "soon");
        Workbook.Set(Book, "D2", "1:00");
        Workbook.Set(Book, "G2", "lead, boss");
        Workbook.Set(Book, "H2", "fax");
        Workbook.Set(Book, "L2", "L1, L9");
        Workbook.Set(Book, "I3", " ");
        Workbook.SetError(Book, "J3");
        Workbook.Set(Book, "C4", new DateTime(2024, 3, 4, 9, 0, 0, DateTimeKind.Utc));
        Workbook.Set(Book, "B5", "nobody");

        Assert.Equal(1, await Import());
        Assert.Equal(
            [
                "MSEL!C2: 'soon' is no time. Write date and time in UTC: 2023-11-14 09:22:49.",
                "MSEL!D2: 'Exercise time' cannot be changed here: the exercise time follows from the scenario time.",
                "MSEL!G2: there is no role 'boss'. There are: lead, soc; (everyone) stands for the whole team.",
                "MSEL!H2: there is no method 'fax'. It may be: email, alert, chat, ticket, phone, log, news.",
                "MSEL!L2: there is no objective 'L9'. There are: L1, L2.",
                "MSEL!I3: 'Title' of 'reminder' is empty.",
                "MSEL!J3: the cell shows the error #REF!.",
                "MSEL!C4: 'vpn-alert' has no time of its own: its trigger is written in scenario.yaml.",
                "MSEL!B5: there is no inject 'nobody'. New injects are written in scenario.yaml, and ids are changed there.",
                "MSEL: the inject 'press' has no row. It can only be taken out in scenario.yaml.",
                "Nothing was written.",
            ],
            _terminal.Error.Trim().ReplaceLineEndings("\n").Split('\n'));
        Assert.Equal(TinyScenario.Text, _terminal.Read("tiny-leak", "scenario.yaml"));
    }

    [Fact]
    public async Task WhatWasChangedInBothPlacesIsAConflictAndTheRestIsNot()
    {
        await Export();
        _terminal.Exchange("title: Is it done?", "title: Done already?");
        Workbook.Set(Book, "J3", "Have you?");
        Assert.Equal(0, await Import());
        Assert.Contains("title: Done already?", _terminal.Read("tiny-leak", "scenario.yaml"), StringComparison.Ordinal);
        Assert.Contains("body: Have you?", _terminal.Read("tiny-leak", "scenario.yaml"), StringComparison.Ordinal);

        Workbook.Set(Book, "I3", "Is it?");
        Assert.Equal(1, await Import());
        Assert.Contains("MSEL!I3: 'Title' of 'reminder' was changed in scenario.yaml as well since the export. There it says: Done already?", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InjectsOfAnotherFileGoOutWithTheRestAndAreChangedThere()
    {
        var begin = TinyScenario.Text.IndexOf("injects:\n", StringComparison.Ordinal);
        var end = TinyScenario.Text.IndexOf("scoring:\n", StringComparison.Ordinal);
        _terminal.Write(TinyScenario.Text[begin..end], "tiny-leak", "injects.yaml");
        var rest = TinyScenario.Text.Remove(begin, end - begin).Replace("id: tiny-leak\n", "id: tiny-leak\ninclude: [injects.yaml]\n", StringComparison.Ordinal);
        _terminal.Write(rest, "tiny-leak", "scenario.yaml");

        await Export();
        Assert.Equal("reminder", Workbook.Text(Book, "B3"));
        Workbook.Set(Book, "I3", "Is it really done?");
        Assert.Equal(1, await Import());
        Assert.Contains("MSEL!I3: 'reminder' is written in injects.yaml, and only scenario.yaml is changed from here: change it there.", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(rest, _terminal.Read("tiny-leak", "scenario.yaml"));
        Assert.Equal(0, await _terminal.Run("graph", _terminal.Tiny));
    }

    [Fact]
    public async Task ADryRunSaysWhatItWouldDo()
    {
        await Export();
        Workbook.Set(Book, "F5", "An editor");
        Assert.Equal(0, await _terminal.Run("import", "--msel", Book, _terminal.Tiny, "--dry-run"));
        Assert.Contains("MSEL!F5: press, From: A journalist -> An editor", _terminal.Output, StringComparison.Ordinal);
        Assert.Equal(TinyScenario.Text, _terminal.Read("tiny-leak", "scenario.yaml"));
    }

    [Fact]
    public async Task ARowThatIsMissingIsNoDeletion()
    {
        await Export();
        Workbook.DeleteRow(Book, 4);
        Assert.Equal(1, await Import());
        Assert.Contains("the inject 'vpn-alert' has no row", _terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_x0041_ and _x005F_")]
    [InlineData("=1+1")]
    [InlineData("\"quoted\": <tag> & 'more'")]
    [InlineData("Наклейка 漏洩 😀")]
    public async Task EveryTextSurvivesTheSheet(string title)
    {
        await Export();
        Workbook.Set(Book, "I3", MselWriter.Escaped(title));
        Assert.Equal(0, await Import());
        await Export();
        Assert.Equal(0, await Import());
        Assert.Equal("No cell has changed.", _terminal.Output.Trim());
        Assert.Equal(title, TinyScenario.CompileOrThrow([new("scenario.yaml", _terminal.Read("tiny-leak", "scenario.yaml"))]).Injects["reminder"].Title);
    }

    [Fact]
    public async Task AFileThatIsNoWorkbookIsRefused()
    {
        _terminal.Write("not a workbook", "list.xlsx");
        Assert.Equal(2, await Import());
        Assert.Contains("cannot be read as .xlsx", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(2, await _terminal.Run("import", "--msel", _terminal.PathTo("nowhere.xlsx"), _terminal.Tiny));
        Assert.Equal(2, await _terminal.Run("export", _terminal.Tiny, "--out", Book));
    }

    async Task Export() => Assert.Equal(0, await _terminal.Run("export", "--msel", _terminal.Tiny, "--out", Book));

    Task<int> Import() => _terminal.Run("import", "--msel", Book, _terminal.Tiny);
}
