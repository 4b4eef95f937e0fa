using Tabletop.Exercises.Views;

namespace Tabletop.Web.Facilitate;

/// <summary>Says what a jump brings about.</summary>
public static class JumpText
{
    /// <summary><c>On the way: 4 injects come, 1 decision takes effect, the attacker gets on by 3 steps.</c></summary>
    public static string Of(PhaseAhead stop)
    {
        var parts = new[]
        {
            stop.Injects == 0 ? null : $"{Count(stop.Injects, "inject comes", "injects come")}",
            stop.Decisions == 0 ? null : $"{Count(stop.Decisions, "decision takes effect", "decisions take effect")}",
            stop.Steps == 0 ? null : $"the attacker gets on by {Count(stop.Steps, "step", "steps")}",
        };
        var said = string.Join(", ", parts.OfType<string>());
        return said.Length == 0 ? "Nothing comes on the way." : $"On the way: {said}.";
    }

    static string Count(int number, string one, string many) => $"{number} {(number == 1 ? one : many)}";
}
