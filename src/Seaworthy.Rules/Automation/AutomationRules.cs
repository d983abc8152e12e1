namespace Seaworthy.Rules.Automation;

/// <summary>The rules of this folder.</summary>
internal static class AutomationRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [new NoPipeline(), new TestsNotRun(), new NoDependencyUpdates(), new StraightToProduction(), new CertificateExpires()];
}
