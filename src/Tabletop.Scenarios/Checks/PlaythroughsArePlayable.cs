using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>The steps of a playthrough stand in order of time, have the targets that their actions need, and the roles that may decide them.</summary>
sealed class PlaythroughsArePlayable : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var actions = scenario.Actions.Select(action => action.Spec).DistinctBy(action => action.Id).ToDictionary(action => action.Id, StringComparer.Ordinal);
        foreach (var playthrough in all.AllPlaythroughs)
        {
            DateTimeOffset last = default;
            foreach (var step in playthrough.Steps)
            {
                CheckOrder(step, ref last, report);
                if (step.Spec.Action is { } id && actions.TryGetValue(id, out var action))
                {
                    CheckTarget(step, action, report);
                    CheckRole(step, action, all.Names, report);
                }
            }
        }
    }

    static void CheckOrder(Part<PlaythroughStep> step, ref DateTimeOffset last, Report report)
    {
        if (step.Spec.At == default)
        {
            return;
        }

        if (step.Spec.At < last)
        {
            report.Add(DiagnosticCodes.OutOfOrder, step.At(step.Spec.Done ? "done" : "at"), $"{step.Text.What} comes before the one above it",
                $"Move it up, or write a time from {TimeText.Write(last)} on.");
            return;
        }

        last = step.Spec.At;
    }

    static void CheckTarget(Part<PlaythroughStep> step, ActionSpec action, Report report)
    {
        if (action.Target != TargetKind.None && !step.Text.Has("on"))
        {
            report.Add(DiagnosticCodes.TargetNeeded, step.At("do"), $"{step.Text.What} does not say what '{action.Id}' is aimed at",
                $"Add 'on' with the id of a {Words<TargetKind>.Of(action.Target)}.");
        }
    }

    static void CheckRole(Part<PlaythroughStep> step, ActionSpec action, Names names, Report report)
    {
        if (step.Spec.Role is { } role && names.Contains(Kind.Role, role) && !action.Roles.IsEmpty && !action.Roles.Contains(role))
        {
            report.Add(DiagnosticCodes.RoleMayNot, step.At("role"), $"the role '{MapReader.Short(role)}' may not decide '{action.Id}'",
                $"It is for: {string.Join(", ", action.Roles)}.");
        }
    }
}
