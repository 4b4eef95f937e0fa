using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Tests;

public sealed class OwnNames
{
    [Fact]
    public async Task AnExerciseKeepsItsNamesAndItsLanguageThroughARestart()
    {
        await using var server = await Server.StartAsync();
        var opened = await server.AskAsync(Opening("de", ("company", "Globex <b>")));
        Assert.Equal(@"Globex \<b\> hat es verloren.", await BodyAsync(server, opened));

        await server.RestartAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(@"Globex \<b\> hat es verloren.", await BodyAsync(server, opened));
    }

    [Fact]
    public async Task WhatIsLeftAsItIsNeedsNoScenarioOfItsOwn()
    {
        await using var server = await Server.StartAsync();
        var plain = await server.StateOf((await server.AskAsync(Opening(null))).Exercise);
        var same = await server.StateOf((await server.AskAsync(Opening("en", ("company", "Acme")))).Exercise);
        Assert.Same(plain.Scenario, same.Scenario);
        Assert.Null(server.LogOf(same.Id).OfType<Event.Opened>().Single().Names);
    }

    [Theory]
    [InlineData("nobody", "Globex", null, "no name \"nobody\"")]
    [InlineData("company", "Globex", "fr", "no language \"fr\". It has: en, de.")]
    public async Task WhatTheScenarioDoesNotHaveIsRefused(string name, string value, string? language, string why)
    {
        await using var server = await Server.StartAsync();
        var answer = await server.SendAsync(Opening(language, (name, value)));
        Assert.Contains(why, answer.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCannotBeSeenInANameIsTakenOut()
    {
        await using var server = await Server.StartAsync();
        var opened = await server.AskAsync(Opening(null, ("company", "Glo\tbex\u202E")));
        Assert.Equal("Glo bex", server.LogOf(opened.Exercise).OfType<Event.Opened>().Single().Names!["company"]);
    }

    [Fact]
    public async Task WhoPlaysAloneMayUseNamesToo()
    {
        await using var server = await Server.StartAsync();
        var solo = await server.AskAsync(new OpenSolo(Caller.Nobody, "tiny-names", "Lea") { Settings = Opening("de", ("company", "Globex")).Settings });
        Assert.Equal("Globex hat es verloren.", (await server.StateOf(solo.Exercise)).Scenario.Injects["supplier-calls"].Body);
    }

    [Fact]
    public async Task ALongNameIsRefusedByItsTitle()
    {
        await using var server = await Server.StartAsync();
        var answer = await server.SendAsync(Opening(null, ("company", new string('x', 81))));
        Assert.StartsWith("Company name: It has 81 characters", answer.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostsAreOfferedTheNamesAndTheLanguages()
    {
        await using var server = await Server.StartAsync();
        var offers = await server.AskAsync(new ListScenarios(Caller.Nobody));
        var offer = offers.Single(item => item.Id == "tiny-names");
        Assert.Equal(new NameOffer("company", "Company name", "Acme"), Assert.Single(offer.Names));
        Assert.Equal(["en", "de"], offer.Languages);
    }

    static OpenExercise Opening(string? language, params (string Name, string Value)[] names) => new(Caller.Facilitator, "tiny-names")
    {
        Settings = new() { Values = names.ToImmutableSortedDictionary(name => name.Name, name => name.Value, StringComparer.Ordinal), Language = language },
    };

    static async Task<string> BodyAsync(Server server, OpenedExercise opened) =>
        (await server.StateOf(opened.Exercise)).Scenario.Injects["supplier-calls"].Body;
}
