namespace Tabletop.Scenarios.Tests;

public sealed class ReferenceFaults
{
    [Theory]
    [InlineData("TT0101", "to: [lead]", "to: [‸leed]", "lead")]
    [InlineData("TT0101", "roles: [lead]", "roles: [lead, ‸chief]")]
    [InlineData("TT0102", "reaches: [files]", "reaches: [files, ‸file]", "files")]
    [InlineData("TT0102", "opens: [vpn]", "opens: [‸vnp]", "vpn")]
    [InlineData("TT0102", "{ not: { system: files, is: isolated } }", "{ not: { system: ‸fils, is: isolated } }", "files")]
    [InlineData("TT0102", "    system: files\n", "    system: ‸server\n")]
    [InlineData("TT0103", "      at: 2024-03-04T12:00:00Z\n          needs: { credential: vpn-token", "      at: 2024-03-04T12:00:00Z\n          needs: { credential: ‸VPN_token", "vpn-token")]
    [InlineData("TT0103", "{ end-credential: target, as: disabled }", "{ end-credential: ‸token, as: disabled }", "vpn-token")]
    [InlineData("TT0103", "{ end-credential: target, as: disabled }", "{ end-credential: ‸toekn, as: disabled }")]
    [InlineData("TT0104", "{ plant: backdoor }", "{ plant: ‸back-door }", "backdoor")]
    [InlineData("TT0104", "{ reveal-foothold: backdoor", "{ reveal-foothold: ‸frontdoor")]
    [InlineData("TT0105", "needs: { did: hunt }", "needs: { did: ‸hnut }", "hunt")]
    [InlineData("TT0106", "{ answered: supplier-calls, with: thanks }", "{ released: ‸supplier-call }", "supplier-calls")]
    [InlineData("TT0107", "{ answered: supplier-calls, with: thanks }", "{ answered: supplier-calls, with: ‸thank }", "thanks")]
    [InlineData("TT0108", "takes: { standard: 4m, quick: 1m }", "takes: { standard: 4m, quick: 1m, ‸slow: 9m }")]
    [InlineData("TT0109", "initial: outside", "initial: ‸outsid", "outside")]
    [InlineData("TT0109", "refused: { to: gone", "refused: { to: ‸gonne", "gone")]
    [InlineData("TT0110", "{ not: { adversary-reached: inside } }", "{ any-credential: ‸leak, is: usable }", "leaked")]
    [InlineData("TT0110", "{ not: { adversary-reached: inside } }", "{ all-credentials: ‸odl, is: dead }", "old")]
    [InlineData("TT0111", "objectives: [L2]", "objectives: [‸L3]", "L1")]
    [InlineData("TT0112", "{ not: { system: files, is: isolated } }", "{ not: { system: files, is: ‸isolatd } }", "isolated")]
    [InlineData("TT0112", "{ mark: target, as: isolated }", "{ mark: target, as: isolated }, { unmark: target, as: ‸rebuilt }")]
    [InlineData("TT0113", "{ not: { adversary-reached: inside } }", "{ flag: ‸attacker-refsed }", "attacker-refused")]
    [InlineData("TT0113", "{ set: polite }", "{ set: polite }, { clear: ‸rude }")]
    [InlineData("TT0114", "{ counter: files-copied,", "{ counter: ‸files-copid,", "files-copied")]
    [InlineData("TT0114", "counter: outage-hours", "counter: ‸outage-hour", "outage-hours")]
    [InlineData("TT0115", "needs: { did: hunt }", "needs: { did: isolate, on: ‸vpn }")]
    [InlineData("TT0115", "needs: { did: hunt }", "needs: { did: hunt, on: ‸files }")]
    [InlineData("TT0115", "needs: { did: hunt }", "needs: { did: rotate, on: ‸target }")]
    [InlineData("TT0115", "findings: [{ text: ", "findings: [{ target: ‸vpn-tokn, text: ", "vpn-token")]
    [InlineData("TT0116", "{ answered: supplier-calls, with: thanks }", "{ answered: ‸press }")]
    public void UnknownNamesAreFoundWhereTheyStand(string code, string piece, string instead, string? meant = null) =>
        Broken.Gives(code, piece, instead, meant);

    [Fact]
    public void SystemsThatCannotBeTargetsAreNoneForActions() =>
        Broken.Gives("TT0115", "    targets: [files]\n", "    needs: { did: isolate, on: ‸internet }\n    needs-says: Never\n");

    [Fact]
    public void SystemsThatAreOnlySeenAreNotListedAsTargets() =>
        Broken.Gives("TT0115", "targets: [files]", "targets: [files, ‸internet]");

    [Fact]
    public void ActionTakesItsTargetsFromItsList() =>
        Broken.Gives("TT0102", "targets: [files]", "targets: [files, ‸flies]", "files");

    [Fact]
    public void AWholeSectionThatCannotBeReadIsReportedOnceAndItsNamesAreNot() =>
        Broken.Gives("TT0201", "objectives:\n  L1: Rotate what has leaked\n  L2: Find what the attacker left\n", "objectives: ‸none\n");

    [Fact]
    public void AnEffectThatCannotBeReadLeavesItsFlagInDoubt() =>
        Broken.Gives("TT0410", "{ set: polite }] }", "{ ‸sett: polite }, { clear: polite }] }", "set");
}
