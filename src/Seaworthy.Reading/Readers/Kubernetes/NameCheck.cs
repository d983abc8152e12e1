using System.Buffers;
using System.Text.RegularExpressions;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Names that the API server refuses: capitals and underscores in what becomes a host name.</summary>
/// <remarks>
/// Source: Kubernetes documentation, "Object Names and IDs" (DNS subdomain names, RFC 1123 label names); API reference, ServicePort.name (a DNS label) and
/// ContainerPort.name (IANA_SVC_NAME: at most 15 characters).
/// </remarks>
internal static partial class NameCheck
{
    private const int LongestPortName = 15;

    private static readonly SearchValues<char> OfPlaceholders = SearchValues.Create("${}<>%@");

    // Roles are named by other rules, and so is what definitions of one's own define.
    private static readonly HashSet<string> WithHostNames = new(StringComparer.Ordinal)
    {
        "ConfigMap",
        "CronJob",
        "DaemonSet",
        "Deployment",
        "HorizontalPodAutoscaler",
        "Ingress",
        "Job",
        "Namespace",
        "NetworkPolicy",
        "PersistentVolume",
        "PersistentVolumeClaim",
        "Pod",
        "Secret",
        "Service",
        "ServiceAccount",
        "StatefulSet",
    };

    public static IEnumerable<Problem> Problems(Node node)
    {
        if (node["kind"]?.Text is not { } kind || !WithHostNames.Contains(kind) || !IsBuiltIn(node["apiVersion"]?.Text))
        {
            yield break;
        }

        if (node.At("metadata", "name") is ScalarNode name && IsWritten(name) && !HostName().IsMatch(name.Value))
        {
            yield return Refused(
                name,
                $"the name '{name.Value}' of a {kind} must be a host name (lower-case letters, digits, '-' and '.')"
            );
        }

        foreach (var port in kind == "Service" ? node.At("spec", "ports")?.Items ?? [] : [])
        {
            if (port["name"] is ScalarNode portName && IsWritten(portName) && !Label().IsMatch(portName.Value))
            {
                yield return Refused(portName, $"the name '{portName.Value}' of a port must consist of lower-case letters, digits and '-'");
            }
        }

        foreach (var port in PodNodes.Containers(PodNodes.Template(node)).SelectMany(container => container["ports"]?.Items ?? []))
        {
            if (
                port["name"] is ScalarNode portName
                && IsWritten(portName)
                && (!Label().IsMatch(portName.Value) || portName.Value.Length > LongestPortName || !portName.Value.Any(char.IsAsciiLetter))
            )
            {
                yield return Refused(
                    portName,
                    $"the name '{portName.Value}' of a container's port must consist of at most {LongestPortName} lower-case letters, digits and '-'"
                );
            }
        }

        foreach (var key in PodNodes.Containers(PodNodes.Template(node)).SelectMany(Keys).Where(key => IsNoKey(key.Value)))
        {
            yield return Refused(key, $"the key '{key.Value}' must consist of letters, digits, '-', '_' and '.'");
        }
    }

    private static IEnumerable<ScalarNode> Keys(Node container) =>
        from variable in container["env"]?.Items ?? []
        from holder in (string[])["secretKeyRef", "configMapKeyRef"]
        let key = variable.At("valueFrom", holder, "key") as ScalarNode
        where key is { IsNull: false }
        select key;

    /// <remarks>Source: Kubernetes API reference, ConfigMap.data and Secret.data.</remarks>
    private static bool IsNoKey(string key) => key.Length > 0 && !Key().IsMatch(key) && !key.AsSpan().ContainsAny(OfPlaceholders);

    // Knative has a Service as well.
    private static bool IsBuiltIn(string? version) =>
        version?.Split('/') is [var group, _]
            ? !group.Contains('.', StringComparison.Ordinal) || group.EndsWith(".k8s.io", StringComparison.Ordinal)
            : version is not null;

    private static Problem Refused(ScalarNode name, string why) =>
        new(ProblemKind.InvalidValue, $"{why}; Kubernetes rejects it", name.Span);

    /// <summary>Not a hole that a script fills: <c>${NAME}</c>, <c>__NAME__</c>, <c>SERVICENAME</c>, <c>shop-IMAGE_TAG</c>.</summary>
    private static bool IsWritten(ScalarNode name) =>
        // "_ignored" and "api-__NAME__" are for a reader of the file, or are filled in.
        Plain().IsMatch(name.Value)
        && name.Value[0] != '_'
        && !name.Value.Contains("__", StringComparison.Ordinal)
        && !Hole().IsMatch(name.Value)
        && (name.Value.Any(char.IsAsciiLetterLower) || name.Value is "HTTP" or "HTTPS" or "GRPC" or "TCP" or "UDP");

    [GeneratedRegex(@"(^|-)([A-Z0-9]+_[A-Z0-9_]+|PLACEHOLDER|CHANGEME|REPLACEME)(-|$)")]
    private static partial Regex Hole();

    [GeneratedRegex(@"^[A-Za-z0-9._-]+$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[-._a-zA-Z0-9]+$")]
    private static partial Regex Key();

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    private static partial Regex HostName();

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")]
    private static partial Regex Label();
}
