using Seaworthy.Engine;
using Seaworthy.Engine.Configuring;
using Seaworthy.Model.Source;
using Seaworthy.Rules;
using Seaworthy.Tests.Engine.Suppressing;
using Xunit;

namespace Seaworthy.Tests.Engine.Configuring;

public sealed class PolicyPackTests
{
    private const string Loose = "services:\n  api:\n    image: postgres\n    restart: always\n";

    public static TheoryData<string> Names => [.. PolicyPack.All.Select(pack => pack.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_is_a_configuration_without_faults_that_says_why(string name)
    {
        var pack = PolicyPack.Find(name);

        Assert.NotNull(pack);
        Assert.Empty(pack.File.Problems);
        Assert.NotEmpty(pack.Purpose);
        Assert.All(pack.File.Rules, rule => Assert.False(string.IsNullOrEmpty(rule.Reason), rule.Rule));
        Assert.Equal(pack.File.Rules.Count, pack.File.Rules.Select(rule => rule.Rule).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_line_of_one_says_what_holds_without_it(string name)
    {
        var pack = PolicyPack.Find(name);

        var changed = pack?.Changes().Select(change => change.Rule.Id).ToHashSet();
        Assert.Empty(pack?.File.Rules.Where(rule => changed?.Contains(rule.Rule) == false).Select(rule => rule.Rule) ?? []);
    }

    [Fact]
    public void A_configuration_starts_from_it()
    {
        Assert.Equal(Severity.Medium, Unpinned("gate: high").Severity);
        Assert.Equal(Severity.High, Unpinned("extends: regulated").Severity);
        Assert.Equal(Severity.Low, Unpinned("extends: [regulated, startup]").Severity);
        Assert.Equal(GateLevel.Medium, Settings("extends: regulated").Gate);
    }

    [Fact]
    public void What_it_says_itself_wins()
    {
        Assert.Equal(Severity.Critical, Unpinned("extends: regulated\nrules: {containers/unpinned-image: {severity: critical}}").Severity);
        Assert.Equal(Severity.Medium, Unpinned("extends: regulated\nrules: {containers/unpinned-image: on}").Severity);
        Assert.Equal(GateLevel.Critical, Settings("gate: critical\nextends: regulated").Gate);
    }

    [Fact]
    public void What_a_pack_turns_off_can_be_turned_on_by_area_and_by_rule()
    {
        const string InArea = "backup/store-not-backed-up";
        const string Alone = "automation/straight-to-production";

        Assert.Equal((false, false), Asked("extends: library"));
        Assert.Equal((true, false), Asked("extends: library\nareas: {backup: on}"));
        Assert.Equal((true, false), Asked($"extends: library\nrules: {{{InArea}: {{severity: low}}}}"));
        Assert.Equal((false, true), Asked($"extends: library\nrules: {{{Alone}: on}}"));

        static (bool, bool) Asked(string settings)
        {
            var asks = Settings(settings);
            var rules = AllRules.List.ToDictionary(rule => rule.Info.Id, rule => rule.Info);
            return (asks.Asks(rules[InArea]), asks.Asks(rules[Alone]));
        }
    }

    [Fact]
    public void The_report_says_where_it_starts_from()
    {
        Assert.Equal(
            [
                "The configuration starts from startup ('seaworthy rules --pack startup' shows what that changes); it turns off files/duplicate-key.",
            ],
            Audited.Run(Loose, "extends: startup\nrules: {files/duplicate-key: off}").Told(DiagnosticKind.FindingsLeftOut)
        );
    }

    private static Finding Unpinned(string settings) =>
        Assert.Single(Audited.Run(Loose, settings).Findings, finding => finding.Rule.Id == "containers/unpinned-image");

    private static AuditSettings Settings(string text)
    {
        var settings = SettingsReading.Of(new SourceFile("seaworthy.yaml", text));
        Assert.Empty(settings.Faults);
        return settings;
    }
}
