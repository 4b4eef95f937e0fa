using Tabletop.Exercises.Views;

namespace Tabletop.Web.Review.Replay;

/// <summary>
/// Where a replay stands. It runs by the time in which it was played, as the picture of the debrief does: a night that was
/// played almost in real time is as long here as the weeks before it.
/// </summary>
/// <param name="Start">Scenario time.</param>
/// <param name="End">Scenario time, after the start.</param>
public sealed record Playhead(TimeAxis Axis, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Places that the slider can stand at, from 0 on.</summary>
    public const int Notches = 1000;

    double From => Axis.X(Start);

    double Width => Math.Max(Axis.X(End) - From, 1e-9);

    /// <summary>0 to 1 between the start and the end.</summary>
    public double Share(DateTimeOffset time) => Math.Clamp((Axis.X(time) - From) / Width, 0, 1);

    public int NotchOf(DateTimeOffset time) => (int)Math.Round(Share(time) * Notches);

    /// <summary>The scenario time at a notch, in whole minutes between the two ends.</summary>
    public DateTimeOffset TimeOf(int notch)
    {
        if (notch <= 0)
            return Start;
        if (notch >= Notches)
            return End;

        var time = Axis.TimeAt(From + Width * notch / Notches);
        return Within(new(time.UtcTicks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero));
    }

    /// <summary>Where the play stands some time later.</summary>
    /// <param name="real">Time that the viewer waited.</param>
    /// <param name="speed">Times as fast as it was played.</param>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan real, int speed) =>
        Within(Axis.TimeAt(Axis.X(from) + real * speed / Axis.Length));

    public DateTimeOffset Within(DateTimeOffset time) => time < Start ? Start : time > End ? End : time;
}
