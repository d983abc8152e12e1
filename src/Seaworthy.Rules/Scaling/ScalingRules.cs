namespace Seaworthy.Rules.Scaling;

/// <summary>The rules of this folder.</summary>
internal static class ScalingRules
{
    public static IReadOnlyList<Rule> All { get; } = [new NoAutoscaler()];
}
