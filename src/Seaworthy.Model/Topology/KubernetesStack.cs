using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Kubernetes objects that are applied together: a kustomization as it is built, or a directory of manifests.</summary>
/// <param name="Name">The directory, as a person would name it: <c>k8s/overlays/prod</c>.</param>
/// <param name="Objects">As they reach the cluster: patches, namespace, images and replicas of kustomizations applied. Every fact keeps the place where it is written.</param>
public sealed record KubernetesStack(string Name, IReadOnlyList<SourceFile> Files, IReadOnlyList<KubernetesObject> Objects)
{
    private static readonly string[] OfRelease = [".Release", ".Chart", "include ", "template "];

    // What writes keys under data: or stringData:.
    private static readonly string[] Filling = ["range ", "toYaml", "tpl ", "with "];

    private readonly KubernetesIndex index = new(Objects);

    /// <summary>As they reach the cluster.</summary>
    public IReadOnlyList<KubernetesObject> Objects
    {
        get;
        init
        {
            field = value;
            index = new KubernetesIndex(value);
        }
    } = Objects;

    /// <summary>The objects by kind, name and labels.</summary>
    public KubernetesIndex Index => index;

    public TargetEnvironment Environment { get; init; }

    /// <summary>What makes ConfigMaps and Secrets besides the objects.</summary>
    public IReadOnlyList<KustomizeGenerator> Generators { get; init; } = [];

    /// <summary>Put in front of every name, but not of names in the text of variables.</summary>
    public string NamePrefix { get; init; } = "";

    public string NameSuffix { get; init; } = "";

    /// <summary>The names that objects have in the cluster, where a kustomization gave them another than is written: by the place of the name.</summary>
    public IReadOnlyDictionary<SourceSpan, string> FinalNames { get; init; } = new Dictionary<SourceSpan, string>();

    /// <summary>Why more or other objects may be applied than these; null when they are all.</summary>
    public string? PartialBecause { get; init; }

    /// <summary>The kinds of which a rendered chart makes more objects with other values; null for what is not rendered.</summary>
    public IReadOnlySet<string>? KindsOfOtherValues { get; init; }

    /// <summary>Charts that are not in the tree make more objects, of any kind.</summary>
    public IReadOnlyList<string> OtherCharts { get; init; } = [];

    /// <summary>Why the objects that are here may say something else; null for those of a rendered chart, whose values say it.</summary>
    public string? DoubtWithin => KindsOfOtherValues is null ? PartialBecause : null;

    /// <summary>Why an object of a kind may be applied although it is not among these; null when nothing makes another.</summary>
    public string? DoubtOf(string kind) => HasMore(kind) || OtherCharts.Count > 0 ? PartialBecause : null;

    /// <summary>The same for an object that is named at a place: a value of a chart names whatever its installation says. Charts that are elsewhere put their own names into those of their objects.</summary>
    public string? DoubtOf(string kind, Fact<string> named)
    {
        ArgumentNullException.ThrowIfNull(named);
        return
            IsValue(named.Span)
            || HasMore(kind)
            || OtherCharts.Any(chart => named.Value.Contains(chart, StringComparison.OrdinalIgnoreCase))
            ? PartialBecause
            : null;
    }

    private bool HasMore(string kind) => KindsOfOtherValues?.Contains(kind) is not false;

    /// <summary>Why a ConfigMap or Secret that is here may have more keys; its template may write whatever the values of the chart hold.</summary>
    public string? DoubtOfKeys(string kind, string name) =>
        Index.Named<KubernetesObject>(name).Any(holder => holder.Kind.Value == kind && IsFilled(holder.Span))
            ? PartialBecause
            : DoubtWithin;

    private static bool IsFilled(SourceSpan holder)
    {
        var text = holder.Text;
        var data = text[Math.Max(0, text.IndexOf("ata:", StringComparison.Ordinal))..];
        return data.Contains("{{", StringComparison.Ordinal)
            && Array.Exists(Filling, word => data.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>The place of a template takes what it says from the values of the chart, and not from its release and its named templates alone.</summary>
    public static bool IsValue(SourceSpan place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var text = place.Text;
        return text.Contains("{{", StringComparison.Ordinal)
            && (
                text.Contains(".Values", StringComparison.Ordinal)
                || !Array.Exists(OfRelease, part => text.Contains(part, StringComparison.Ordinal))
            );
    }

    public IReadOnlyList<T> Of<T>()
        where T : KubernetesObject => index.Of<T>();

    /// <summary>Whether two objects may be in one namespace: a namespace that is not written is whatever the command says.</summary>
    public static bool MayMeet(KubernetesObject one, KubernetesObject other) =>
        one.Namespace is not { } first || other.Namespace is not { } second || first.Value == second.Value;
}
