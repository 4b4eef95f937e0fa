using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

/// <summary>The same scenario with other names and in another language.</summary>
public sealed class TextsOfACustomer
{
    const string Company = "variables:\n  company: { title: Company name, default: Acme }\n";
    const string Body = "body: We have lost your VPN token.";

    [Fact]
    public void HaveTheNamesOfTheScenarioUnlessTheExerciseSaysOthers()
    {
        var sources = With(Company, Body, "body: \"{{company}} has lost your token, {{ company }}.\"");
        Assert.Equal("Acme has lost your token, Acme.", Scenario(sources, ScenarioSettings.None).Injects["supplier-calls"].Body);
        Assert.Equal("Globex has lost your token, Globex.", Scenario(sources, Named("Globex")).Injects["supplier-calls"].Body);
        Assert.Equal(new VariableSpec("company", "Company name", "Acme"), Assert.Single(Scenario(sources, Named("Globex")).Variables));
    }

    [Theory]
    [InlineData("<b>Bold</b> & [link](javascript:x)", @"\<b\>Bold\</b\> \& \[link\]\(javascript\:x\)")]
    [InlineData("*Star* _Co_", @"\*Star\* \_Co\_")]
    [InlineData("1. Bank", @"1\. Bank")]
    [InlineData("www.example.com", @"www\.example.com")]
    [InlineData("{target}", @"\{target\}")]
    [InlineData("Müller, Söhne", "Müller, Söhne")]
    public void CannotBringInMarkdown(string value, string written) =>
        Assert.Equal(written, Scenario(With(Company, Body, "body: \"{{company}}\""), Named(value)).Injects["supplier-calls"].Body);

    [Fact]
    public void StandInCodeAsTheyAre()
    {
        var sources = With(Company, Body, "body: |\n      Log:\n\n      ```\n      host={{company}}\n      ```\n      `{{company}}` {{company}}");
        Assert.Equal("Log:\n\n```\nhost=a_b'c\n```\n`a_b'c` a\\_b\\`c", Scenario(sources, Named("a_b`c")).Injects["supplier-calls"].Body);
    }

    [Fact]
    public void StandAsTheyAreWhereNoMarkdownIsRead() =>
        Assert.Equal("A*B calls", Scenario(With(Company, "title: A supplier calls", "title: \"{{company}} calls\""), Named("A*B")).Injects["supplier-calls"].Title);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("two\nlines")]
    [InlineData("bell\a")]
    [InlineData("right\u2028")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void AreRefusedWhenTheyCannotBeANames(string value)
    {
        Assert.NotNull(ScenarioSettings.Refuse(value));
        if (value.Length > 0)
        {
            Assert.Equal(["TT0211"], Compile(With(Company, Body, "body: \"{{company}}\""), Named(value)).Diagnostics.Select(found => found.Code));
        }
    }

    [Fact]
    public void AreKnownByTheirHash()
    {
        var sources = With(Company, Body, "body: \"{{company}}\"");
        string[] hashes = [.. new[] { ScenarioSettings.None, Named("Globex"), Named("Initech") }.Select(settings => Scenario(sources, settings).Hash)];
        Assert.Equal(3, hashes.Distinct().Count());
        Assert.Equal(ScenarioCompiler.HashOf(sources), hashes[0]);
    }

    [Fact]
    public void ForAVariableThatIsNotThereAreRefused() =>
        Assert.Equal(["TT0118"], Compile(TinyScenario.Sources, Named("Globex")).Diagnostics.Select(found => found.Code));

    [Theory]
    [InlineData(null, "Hello")]
    [InlineData("en", "Hello")]
    [InlineData("de", "Hallo")]
    [InlineData("fr", "Hello")]
    public void AreInTheLanguageOfTheExerciseOrTheFirst(string? language, string expected)
    {
        var sources = With("languages: [en, de, fr]\n", Body, "body: { en: Hello, de: Hallo }");
        var compiled = Compile(sources, new() { Language = language });
        Assert.Equal(expected, compiled.Scenario!.Injects["supplier-calls"].Body);
        Assert.Equal(["en", "de", "fr"], compiled.Scenario.Languages);
        Assert.All(compiled.Diagnostics, found => Assert.Equal("TT0817", found.Code));
        var (german, french) = (compiled.Diagnostics[0].Message, compiled.Diagnostics[1].Message);
        Assert.Equal(int.Parse(german.Split(' ')[0], null) + 1, int.Parse(french.Split(' ')[0], null));
    }

    [Fact]
    public void InALanguageThatTheScenarioDoesNotHaveAreRefused() =>
        Assert.Equal(["TT0119"], Compile(TinyScenario.Sources, new() { Language = "de" }).Diagnostics.Select(found => found.Code));

    [Fact]
    public void MustBeThereInTheFirstLanguage() =>
        Assert.Equal(["TT0402"], Compile(With("languages: [en, de]\n", Body, "body: { de: Hallo }"), ScenarioSettings.None).Diagnostics.Select(found => found.Code));

    [Fact]
    public void AreOneTextWhereNoLanguagesAreNamed() =>
        Assert.Equal(["TT0203"], Compile(With("", Body, "body: { en: Hello, de: Hallo }"), ScenarioSettings.None).Diagnostics.Select(found => found.Code));

    [Fact]
    public void MayHaveAFileForEachLanguage()
    {
        var sources = With("languages: [en, de]\n", Body, "body-file: { en: call.en.md, de: call.de.md }")
            .AddRange(new SourceText("call.en.md", "Hello"), new SourceText("call.de.md", "Hallo"));
        Assert.Equal("Hallo", Scenario(sources, new() { Language = "de" }).Injects["supplier-calls"].Body);
        Assert.Equal("Hello", Scenario(sources, ScenarioSettings.None).Injects["supplier-calls"].Body);
    }

    static ScenarioSettings Named(string company) => new() { Values = ScenarioSettings.None.Values.Add("company", company) };

    static Scenario Scenario(ImmutableArray<SourceText> sources, ScenarioSettings settings)
    {
        var compiled = Compile(sources, settings);
        Assert.Equal("", string.Join('\n', compiled.Diagnostics.Where(found => found.Severity == Severity.Error)));
        return compiled.Scenario!;
    }

    static CompileResult Compile(ImmutableArray<SourceText> sources, ScenarioSettings settings) => ScenarioCompiler.Compile(sources, settings);

    static ImmutableArray<SourceText> With(string section, string piece, string instead) =>
        TinyScenario.Sources.SetItem(0, new("scenario.yaml", TinyScenario.Replace(piece, instead) + "\n" + section));
}
