using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>One rule of a role.</summary>
public sealed record RoleRule(
    IReadOnlyList<Fact<string>> Groups,
    IReadOnlyList<Fact<string>> Resources,
    IReadOnlyList<Fact<string>> Verbs,
    SourceSpan Span
)
{
    private const string All = "*";

    public bool Allows(KubernetesAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Has(Groups, action.Group)
            && (action.Resource.Length == 0 || Has(Resources, action.Resource))
            && (action.Verb.Length == 0 || Has(Verbs, action.Verb));
    }

    private static bool Has(IReadOnlyList<Fact<string>> allowed, string asked) =>
        allowed.Any(one => one.Value == asked || one.Value == All || one.Value.Contains("{{", StringComparison.Ordinal));
}
