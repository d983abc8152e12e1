using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A <c>kustomization.yaml</c>: which files make a set of objects, and what is changed in them.</summary>
/// <remarks>Kustomize documentation, "The Kustomization File". Paths are as written, relative to the file's directory.</remarks>
public sealed record Kustomization(SourceFile File) : Artifact(File)
{
    /// <summary>A component: changes the objects of the kustomization that names it.</summary>
    public bool IsComponent { get; init; }

    /// <summary>Files, directories and addresses, under <c>resources</c>.</summary>
    public IReadOnlyList<Fact<string>> Resources { get; init; } = [];

    /// <summary>Directories under the older <c>bases</c>.</summary>
    public IReadOnlyList<Fact<string>> Bases { get; init; } = [];

    public IReadOnlyList<Fact<string>> Components { get; init; } = [];

    /// <summary>Resources, bases and components that are commented out.</summary>
    public IReadOnlyList<Fact<string>> CommentedResources { get; init; } = [];

    /// <summary>Files named under <c>crds</c>, <c>configurations</c>, <c>generators</c>, <c>transformers</c>, <c>validators</c> and <c>openapi.path</c>.</summary>
    public IReadOnlyList<Fact<string>> OtherFiles { get; init; } = [];

    public IReadOnlyList<KustomizePatch> Patches { get; init; } = [];

    public IReadOnlyList<KustomizeGenerator> Generators { get; init; } = [];

    public IReadOnlyList<KustomizeImage> Images { get; init; } = [];

    public IReadOnlyList<KustomizeReplicas> Replicas { get; init; } = [];

    public Fact<string>? Namespace { get; init; }

    public Fact<string>? NamePrefix { get; init; }

    public Fact<string>? NameSuffix { get; init; }

    /// <summary><c>commonLabels</c> and <c>labels</c> that go into selectors too.</summary>
    public IReadOnlyList<KubernetesPair> CommonLabels { get; init; } = [];

    /// <summary><c>labels</c> that stay out of selectors.</summary>
    public IReadOnlyList<KubernetesPair> Labels { get; init; } = [];

    /// <summary>Helm charts are rendered into it, or replacements and variables change it further: its objects are not wholly known.</summary>
    public bool HasMore { get; init; }

    /// <summary>A line of it names a path, comments left out.</summary>
    public bool Names(string path) =>
        File.Text.Split('\n').Any(line => line.TrimStart() is not ['#', ..] && line.Contains(path, StringComparison.Ordinal));
}
