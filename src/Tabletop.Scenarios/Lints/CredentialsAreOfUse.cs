using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Each credential opens something, or something asks for it.</summary>
sealed class CredentialsAreOfUse : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var asked = all.Names.Conditions.OfType<Condition.CredentialIs>().Select(condition => condition.Credential)
            .Concat(all.Names.Conditions.OfType<Condition.Planned>().Select(condition => condition.Credential))
            .ToHashSet(StringComparer.Ordinal);
        var tags = all.Names.Conditions.OfType<Condition.TaggedAre>().Select(condition => condition.Tag).ToHashSet(StringComparer.Ordinal);
        foreach (var credential in scenario.Credentials.Where(credential =>
            credential.Spec.Opens.IsEmpty && !asked.Contains(credential.Spec.Id) && !credential.Spec.Tags.Any(tags.Contains)))
        {
            report.Add(DiagnosticCodes.IdleCredential, credential.Text.Place, $"{credential.Text.What} opens nothing, and nothing asks for it",
                "Say what it 'opens', let a step of the attacker or a rule ask for it, or take it out.");
        }
    }
}
