using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A pod reads keys that its ConfigMap or Secret does not define.</summary>
internal sealed class ConfigKeyUndefined : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/config-key-undefined",
            Title = "Missing ConfigMap or Secret key",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The kubelet cannot create the container: the pod stays in CreateContainerConfigError.",
            Holds = "The ConfigMap or Secret defines every key that is read.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.KubernetesConfigMapKey, NameRole.KubernetesSecretKey];

    protected override object Cause(NameUse use) =>
        new
        {
            use.Role,
            use.In,
            use.Subject,
            use.Span.File.Path,
        };

    protected override string Message(NameUse use) => Message([use]);

    protected override string Message(IReadOnlyList<NameUse> uses) =>
        $"{uses[0].Subject} reads {Keys(uses)} from {uses[0].In}, which does not define {(uses.Count == 1 ? "it" : "them")}.{KnownThere(uses[0])}";

    protected override string Remedy(NameUse use) =>
        use.Related is { } holder ? $"Add the key in {holder}, or use an existing one in {use.Span}." : $"Correct {use.Span}.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.GoneOr(
            use.Span,
            $"git grep -nE {$"^\\s*{use.Name}:"} -- {use.Span.File.Path} {(use.Related?.File.Path ?? use.Span.File.Path)}"
        );

    private static string Keys(IReadOnlyList<NameUse> uses)
    {
        var names = uses.Select(use => use.Name).Distinct(StringComparer.Ordinal).ToList();
        return names is [var only] ? $"the key `{only}`" : $"the keys {string.Join(", ", names.Select(name => $"`{name}`"))}";
    }
}
