using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;

namespace Tabletop.Exercises.Tests;

public sealed class CodesAndTickets
{
    [Theory]
    [InlineData("7KQ4PM")]
    [InlineData("7kq 4pm")]
    [InlineData(" 7KQ-4PM ")]
    public void CodesAreReadHoweverTheyAreTyped(string typed)
    {
        Assert.True(Codes.TryRead(typed, out var code));
        Assert.Equal("7KQ 4PM", Codes.Show(code));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7KQ4P")]
    [InlineData("7KQ4PMX")]
    [InlineData("0OIL1U")]
    [InlineData("7KQ4P\u0000")]
    public void WhatCanNotBeACodeIsNotLookedUp(string? typed) => Assert.False(Codes.TryRead(typed, out _));

    [Fact]
    public void NewCodesCanBeReadAndDiffer()
    {
        var codes = Enumerable.Range(0, 1_000).Select(_ => Codes.New()).ToList();

        Assert.All(codes, code => Assert.True(Codes.TryRead(code, out _)));
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Fact]
    public void TicketOpensOnlyForItsExerciseAndWithTheKeysThatSealedIt()
    {
        var tickets = new Tickets(new EphemeralDataProtectionProvider());
        var others = new Tickets(new EphemeralDataProtectionProvider());
        var ticket = new Ticket("exercise-1", "team-1", "person-1");
        var sealed1 = tickets.Seal(ticket);

        Assert.Equal(ticket, tickets.Open(sealed1, "exercise-1"));
        Assert.Null(tickets.Open(sealed1, "exercise-2"));
        Assert.Null(tickets.Open(others.Seal(ticket), "exercise-1"));
        Assert.Null(tickets.Open("not a ticket", "exercise-1"));
        Assert.Null(tickets.Open(null, "exercise-1"));
    }

    [Fact]
    public void WrongTriesAreForgottenAfterAMinuteAndByAddress()
    {
        var time = new FakeTimeProvider();
        var tries = new WrongTries(time);
        for (var i = 0; i < 10; i++)
            tries.Count("192.0.2.1");

        Assert.True(tries.TooMany("192.0.2.1"));
        Assert.False(tries.TooMany("192.0.2.2"));

        time.Advance(TimeSpan.FromSeconds(59));
        Assert.True(tries.TooMany("192.0.2.1"));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(tries.TooMany("192.0.2.1"));
    }
}
