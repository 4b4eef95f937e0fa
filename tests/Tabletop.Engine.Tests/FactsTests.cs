using System.Text.RegularExpressions;
using Tabletop.TestKit;
using static Tabletop.Engine.Tests.Flagship;

namespace Tabletop.Engine.Tests;

/// <summary>The flagship against its fact base: what was published stands in it. That its decision points can be played, <see cref="DecisionPointTests"/> shows.</summary>
public sealed partial class FactsTests
{
    /// <summary>All that the fact base marks as primary: times, credentials, and differences between the accounts.</summary>
    static readonly string[] Primary =
    [
        .. "T01 T02 T03 T04 T06 T07 T08 T10 T11 T12 T13 T14 T15 T16 T18 T19 T20 T21 T22 T23 T24".Split(' '),
        .. Enumerable.Range(26, 27).Select(number => $"T{number}"),
        .. Enumerable.Range(1, 4).Select(number => $"C{number}"),
        .. Enumerable.Range(1, 10).Select(number => $"D{number}"),
    ];

    /// <summary>What came more than two months after the exercise's last day: nobody can feel it in play, and the afterword tells it in these words.</summary>
    static readonly Dictionary<string, string> OnlyTold = new() { ["T20"] = "8 February 2024" };

    [Fact]
    public void EveryPublishedFactIsInTheScenarioOrInItsAfterword()
    {
        var cited = Directory.GetFiles(Repository.PathTo("scenarios", "okta-cloudflare-2023"), "*.yaml")
            .SelectMany(file => Citation().Matches(File.ReadAllText(file)))
            .SelectMany(match => match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries))
            .ToHashSet();
        Assert.Empty(Primary.Except(cited).Except(OnlyTold.Keys));
        Assert.Empty(OnlyTold.Keys.Intersect(cited));
        Assert.All(OnlyTold.Values, words => Assert.Contains(words, Shipped.Afterword, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("D1", "could not be shown either way")]
    [InlineData("D2", "Sliver, an open-source framework")]
    [InlineData("D3", "On 1 February 2024, 70 days after the alert")]
    [InlineData("D4", "The first account went after 35 minutes, the second after 83, the implant after 19 hours and 59 minutes")]
    [InlineData("D5", "Nine days and six and a half hours after the first attempt")]
    [InlineData("D6", "Cloudflare noticed the intrusion of October itself")]
    [InlineData("D7", "The first login to Atlassian was on the 15th at 16:28:38")]
    [InlineData("D8", "names the first three")]
    [InlineData("D9", "Reimaged: wiped and installed anew")]
    [InlineData("D10", "48 minutes after the first account, 83 after the alert")]
    public void WhereTheAccountsDifferTheDebriefSaysSo(string difference, string words)
    {
        Assert.Contains(difference, Primary);
        Assert.Contains(words, Shipped.Afterword, StringComparison.Ordinal);
    }

    /// <summary>Figures and names that were published and that players meet in what they read.</summary>
    [Theory]
    [InlineData("Files of **134 customers**")]
    [InlineData("**Five** sessions were hijacked")]
    [InlineData("28 September to 17 October")]
    [InlineData("our 11,904")]
    [InlineData("more than 5,000 credentials rotated, 4,893 systems examined")]
    [InlineData("test and staging separated")]
    [InlineData("until 5 January")]
    [InlineData("git archive")]
    [InlineData("access list that should have stopped them earlier is not enforced")]
    [InlineData("`openconnect`")]
    [InlineData("On **28 September at 15:06 UTC**")]
    [InlineData("For 99.6 % of them")]
    public void APublishedFigureStandsInWhatTheTeamReads(string words) =>
        Assert.Contains(words, File.ReadAllText(Repository.PathTo("scenarios", "okta-cloudflare-2023", "scenario.yaml")), StringComparison.Ordinal);

    /// <summary>A team without a plan sees a week like any other: each weak signal has a harmless twin that came before it.</summary>
    [Theory]
    [InlineData("okta-refusals", "phone-keeps-trying")]
    [InlineData("aws-digest", "joiners-import")]
    [InlineData("gateway-sample", "announced-move")]
    [InlineData("new-user-mail", "joiner-mail")]
    [InlineData("short-sessions", "design-export")]
    [InlineData("low-alert", "plugin-update")]
    [InlineData("archive-load", "release-builds")]
    [InlineData("alert-group-change", "planned-group-change")]
    public void AWeakSignalHasAHarmlessTwinBeforeIt(string signal, string twin)
    {
        var history = PlaythroughRun.Of(Shipped, Shipped.History!);
        DateTimeOffset Came(string inject) => history.Log.OfType<Event.InjectReleased>().First(e => e.Inject == inject).Time;
        Assert.True(Came(twin) < Came(signal), $"{twin} comes after {signal}.");
        Assert.True(Shipped.Injects[twin].Provenance.Invented);
        Assert.Empty(Shipped.Injects[twin].Effects);
    }

    /// <summary>Lists of messages, of what-ifs and of turning points name a message by its title alone.</summary>
    [Fact]
    public void EveryMessageHasATitleOfItsOwn() =>
        Assert.Empty(Shipped.Injects.GroupBy(inject => inject.Title).Where(group => group.Count() > 1).Select(group => group.Key));

    /// <summary>By work and not by luck: comparing the list, or testing one secret after the other, shows which of the forgotten still work.</summary>
    [Fact]
    public void TheForgottenCredentialsAreFoundByWork()
    {
        string[] four = ["moveworks-token", "smartsheet-account", "bitbucket-account", "aws-apps-account"];
        var compared = Run((Utc(10, 20, 9, 0), "compare-list", null));
        var tested = Run([.. four.Select(id => (Utc(10, 20, 9, 0), "test-secret", (string?)id))]);
        var asked = Run([.. four.Select(id => (Utc(10, 20, 9, 0), "trace-owner", (string?)id))]);
        Assert.All(four, id => Assert.True(compared.Holds(new Condition.CredentialIs(id, CredentialTest.Known)) && tested.Holds(new Condition.CredentialIs(id, CredentialTest.Known))));
        Assert.All(four, id => Assert.False(asked.Holds(new Condition.CredentialIs(id, CredentialTest.Known))));
        Assert.True(asked.Team().Decisions.All(decision => decision.Finding is { Length: > 0 }));
    }

    [GeneratedRegex(@"facts: \[([^\]]*)\]")]
    private static partial Regex Citation();
}
