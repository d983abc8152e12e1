using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A file of Kubernetes objects: one, several documents, or a <c>List</c>.</summary>
public sealed record KubernetesManifest(SourceFile File) : Artifact(File)
{
    /// <summary>In the order of the file; the items of a <c>List</c> in place of the list.</summary>
    public IReadOnlyList<KubernetesObject> Objects { get; init; } = [];

    /// <summary>A Helm chart's or another generator's template: what it declares is known only once it is rendered, so no objects are read.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>For a template: every path it takes from the values (<c>.Values.image.tag</c> gives <c>image.tag</c>).</summary>
    public IReadOnlyList<Fact<string>> ValueUses { get; init; } = [];

    /// <summary>For a template: the values that it asks for before it uses them (<c>if</c>, <c>with</c>, <c>range</c>), or has a default for.</summary>
    public IReadOnlySet<string> ValueGuards { get; init; } = new HashSet<string>();

    /// <summary>For a template: what is rendered under conditions.</summary>
    public IReadOnlyList<TemplateBranch> Branches { get; init; } = [];

    /// <summary>It lists every object; one with an unknown field or a rejected value is included.</summary>
    public bool IsWhole =>
        !IsTemplate && Problems.All(problem => problem.Kind is ProblemKind.UnknownKey or ProblemKind.InvalidValue or ProblemKind.Tolerated);

    /// <summary>What stands behind <c>#@</c> makes its values.</summary>
    /// <remarks>Source: Carvel ytt documentation, "Syntax".</remarks>
    public bool IsOfYtt => File.Text.Contains("#@ ", StringComparison.Ordinal);

    public IEnumerable<KubernetesWorkload> Workloads => Objects.OfType<KubernetesWorkload>();

    public IEnumerable<KubernetesService> Services => Objects.OfType<KubernetesService>();
}
