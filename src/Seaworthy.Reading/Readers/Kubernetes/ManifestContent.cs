using System.Text.RegularExpressions;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Tells Kubernetes manifests from the many other YAML files that have an <c>apiVersion</c> and a <c>kind</c>.</summary>
internal static partial class ManifestContent
{
    /// <summary>API groups of files that tools read and no API server takes.</summary>
    private static readonly string[] ToolGroups =
    [
        "skaffold/",
        "backstage.io/",
        "kind.x-k8s.io/",
        "eksctl.io/",
        "kubeadm.k8s.io/",
        "kubelet.config.k8s.io/",
        "kustomize.config.k8s.io/",
        "k3d.io/",
        "score.dev/",
        "apiserver.config.k8s.io/",
        "audit.k8s.io/",
        "client.authentication.k8s.io/",
        "ctlptl.dev/",
        "garden.io/",
        "devspace",
        "helm.sh/",
        "krew.googlecontainertools.github.com/",
        "minikube",
    ];

    public static bool MayBe(string text) =>
        text.Contains("apiVersion", StringComparison.Ordinal) && text.Contains("kind", StringComparison.Ordinal);

    /// <summary>A version of the API's own and a kind each begin a line: what cannot be read was to be a manifest.</summary>
    public static bool IsMeant(string text) =>
        Version().IsMatch(text)
        && Kind().IsMatch(text)
        && !text.Contains("{{", StringComparison.Ordinal)
        && !text.Contains("{%", StringComparison.Ordinal);

    public static bool IsObject(Node document) =>
        document["apiVersion"]?.Text is { Length: > 0 } version
        && document["kind"]?.Text is { Length: > 0 } kind
        && !(version == "v1" && kind == "Config")
        && !Array.Exists(ToolGroups, group => version.StartsWith(group, StringComparison.Ordinal))
        && char.IsUpper(kind[0]);

    /// <summary>An object as the API server gives it out: a list of these is what <c>kubectl get</c> printed, kept as a record.</summary>
    /// <remarks>Kubernetes API conventions, "Metadata": the server sets <c>uid</c> and <c>resourceVersion</c>.</remarks>
    public static bool IsFromServer(Node item) =>
        item["metadata"] is { } metadata
        && metadata["uid"]?.Text is { Length: > 0 }
        && metadata["resourceVersion"]?.Text is { Length: > 0 };

    [GeneratedRegex(@"^apiVersion:[ ]*(v1|(apps|batch|autoscaling|policy)/v\d\w*|\w+\.k8s\.io/v\d\w*)[ \r]*$", RegexOptions.Multiline)]
    private static partial Regex Version();

    [GeneratedRegex(@"^kind:[ ]*[A-Z]\w+[ \r]*$", RegexOptions.Multiline)]
    private static partial Regex Kind();
}
