using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tabletop.Engine;
using Tabletop.Exercises;
using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;
using Tabletop.Web.Play;
using Tabletop.Web.Tests.Language;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Guests;

public sealed class WatchingATeam
{
    [Fact]
    public void AnObserverOfOneTeamGetsNoOther()
    {
        var played = SampleExercise.Started();
        var view = Of(new Viewer.Observer("blue"), played, "red")!;
        Assert.Equal("blue", view.Team);
        Assert.Equal(["blue"], view.Teams.Select(team => team.Id));
        Assert.Equal("red", Of(new Viewer.Observer(null), played, "red")!.Team);
        Assert.Null(Of(new Viewer.Wall(), played, "red"));
    }

    [Fact]
    public void WhatIsSeenIsWhatThePersonSees()
    {
        var played = SampleExercise.Started().Decide("ada", "check", Token).Until(At(10, 25, 10));
        var viewer = new Viewer.Participant("bo", "blue", "soc");
        var own = TeamProjection.Of(played.Exercise, "bo", new HashSet<string>(), played.Log.Where(e => Visibility.For(viewer, e, played.Exercise) is not null))!;

        foreach (Viewer watcher in new Viewer[] { new Viewer.Facilitator(), new Viewer.Observer("blue") })
        {
            var seen = Of(watcher, played, "blue", "bo")!.Seen!;
            Assert.Equal(own.Inbox.Select(entry => entry.Id), seen.Inbox.Select(entry => entry.Id));
            Assert.Equal(own.Timeline, seen.Timeline);
            Assert.Equal(own.Credentials.Select(row => row.State), seen.Credentials.Select(row => row.State));
        }
    }

    [Fact]
    public void ATeamThatNobodyHasJoinedIsSaidToBeEmpty()
    {
        var view = Of(new Viewer.Observer(null), new SampleExercise().Do(new Command.AddTeam("blue", "Blue")), null)!;
        Assert.Null(view.Seen);
        Assert.Equal("blue", view.Team);
    }

    [Theory]
    [InlineData("?view=inbox&item=ask")]
    [InlineData("?view=act&item=hunt")]
    [InlineData("?view=team")]
    public void NothingCanBeDoneOnAPageThatIsWatched(string query)
    {
        using var context = new BunitContext();
        context.AddTexts();
        var asked = new List<Command>();
        var played = SampleExercise.Started().Decide("cleo", "rotate", Account).Do(new Command.Announce("a1", "Lunch.", null)).Do(new Command.SendInject(AQuestion, null));
        var page = Show(context, played, query.Replace("=ask", "=" + AQuestion, StringComparison.Ordinal), asked);

        Assert.Empty(page.FindAll("form:not(.language), main button, .announcement button"));
        Assert.Empty(asked);
        Assert.All(page.FindAll(".parts a"), link => Assert.StartsWith("watch/ex1/blue?", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    static string AQuestion => SampleExercise.Scenario.Injects.First(inject => inject.Question is not null).Id;

    static WatchView? Of(Viewer viewer, SampleExercise played, string? team, string? person = null) => WatchProjection.Of(
        viewer,
        played.Exercise,
        played.Log.Where(e => Visibility.For(viewer, e, played.Exercise) is not null),
        new HashSet<string>(),
        team,
        person);

    static IRenderedComponent<PlayScreen> Show(BunitContext context, SampleExercise played, string query, List<Command> asked)
    {
        context.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(played.At));
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var words = System.Web.HttpUtility.ParseQueryString(query);
        var address = PlayAddress.Of("ex1", words["view"], words["item"], null, null, null, null, null) with { Team = "blue", As = "ada" };
        return context.Render<PlayScreen>(page => page
            .Add(p => p.View, Of(new Viewer.Observer("blue"), played, "blue", "ada")!.Seen!)
            .Add(p => p.Address, address)
            .Add(p => p.Send, command =>
            {
                asked.Add(command);
                return Task.FromResult<Phrase?>(null);
            }));
    }
}
