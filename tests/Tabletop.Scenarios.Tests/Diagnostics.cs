using System.Collections.Immutable;
using System.Reflection;
using Tabletop.Engine;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

public sealed class Diagnostics
{
    [Fact]
    public void AreAllFoundAtOnceInTheOrderOfTheirPlaces()
    {
        var text = TinyScenario.Text
            .Replace("channel: phone", "channel: fone", StringComparison.Ordinal)
            .Replace("reaches: [files]", "reaches: [fils]", StringComparison.Ordinal)
            .Replace("initial: outside", "initial: out", StringComparison.Ordinal)
            .Replace("points: 3", "points: none", StringComparison.Ordinal);
        var history = TinyScenario.History.Replace("do: hunt", "do: hnut", StringComparison.Ordinal);
        var ideal = "format: 1\n  id: broken";

        var found = ScenarioCompiler.Compile([new("playthroughs/ideal.yaml", ideal), new("history.yaml", history), new("scenario.yaml", text)]);

        Assert.Equal(
            ["scenario.yaml TT0102", "scenario.yaml TT0109", "scenario.yaml TT0206", "scenario.yaml TT0204", "history.yaml TT0105", "playthroughs/ideal.yaml TT0001"],
            found.Diagnostics.Select(item => $"{item.File} {item.Code}"));
        Assert.Null(found.Scenario);
    }

    [Fact]
    public void AreWrittenAsCompilersDo()
    {
        var found = Broken.Gives("TT0101", "to: [lead]", "to: [‸leed]", "lead");
        Assert.Equal($"scenario.yaml:{found.Line}:{found.Column}: error TT0101: there is no role 'leed'", found.ToString());
    }

    [Fact]
    public void ShowTheLineWithACaretAndTheMend()
    {
        ImmutableArray<SourceText> sources = [new("scenario.yaml", TinyScenario.Replace("to: [lead]", "to: [leed]"))];
        var found = Assert.Single(ScenarioCompiler.Compile(sources).Diagnostics);
        Assert.Equal(
            """
            scenarios/tiny/scenario.yaml:175:10: error TT0101: there is no role 'leed'
              175 |     to: [leed]
                  |          ^^^^
              mend: Did you mean 'lead'? There are: lead, soc.
            """,
            found.Render(sources, "scenarios/tiny"));
    }

    [Fact]
    public void ShowOnlyAWindowOfALongLineAndNoControlCharacters()
    {
        var line = "title: " + new string('x', 5000) + "\u001b[31m" + new string('y', 5000);
        ImmutableArray<SourceText> sources = [new("scenario.yaml", line)];
        var shown = Assert.Single(ScenarioCompiler.Compile(sources).Diagnostics).Render(sources);
        Assert.InRange(shown.Length, 100, 800);
        Assert.DoesNotContain('\u001b', shown);
    }

    [Fact]
    public void OfAMissingFileNameItWithoutASourceLine()
    {
        var found = Assert.Single(ScenarioCompiler.Compile([]).Diagnostics);
        Assert.Equal(2, found.Render([]).Split('\n').Length);
    }

    [Fact]
    public void WarningsStandBesideAScenario()
    {
        var text = TinyScenario.Replace("    gone:\n      title: Gone", "    gone:\n      title: Gone\n    nowhere:\n      title: Nowhere");
        var found = ScenarioCompiler.Compile([new("scenario.yaml", text)]);
        Assert.NotNull(found.Scenario);
        Assert.Equal(Severity.Warning, Assert.Single(found.Diagnostics).Severity);
    }

    [Fact]
    public void CodesAreUniqueNamedAndInOrder()
    {
        var codes = DiagnosticCodes.All;
        Assert.Equal(codes.Select(code => code.Id).Order(StringComparer.Ordinal), codes.Select(code => code.Id));
        Assert.Equal(codes.Length, codes.Select(code => code.Id).Distinct().Count());
        Assert.Equal(codes.Length, codes.Select(code => code.Name).Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^TT0[0-8][0-9]{2}$", code.Id));
        Assert.All(codes, code => Assert.Matches("^[A-Z][A-Za-z0-9]+$", code.Name));
    }

    [Fact]
    public void CodesAreFieldsOfTheirNames() =>
        Assert.Equal(
            DiagnosticCodes.All.Select(code => code.Name),
            typeof(DiagnosticCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.Name));
}
