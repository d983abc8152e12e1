using System.Collections.Frozen;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;

namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>A workload that a kubectl command names: <c>deployment/api</c>, <c>deployment api</c>.</summary>
/// <remarks>Source: Kubernetes documentation, "kubectl reference", resource types and their short names.</remarks>
internal sealed record CommandedTarget(string Kind, string Name, ShellWord Word)
{
    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["deployment"] = "Deployment",
        ["deployments"] = "Deployment",
        ["deploy"] = "Deployment",
        ["deployment.apps"] = "Deployment",
        ["deployments.apps"] = "Deployment",
        ["statefulset"] = "StatefulSet",
        ["statefulsets"] = "StatefulSet",
        ["sts"] = "StatefulSet",
        ["daemonset"] = "DaemonSet",
        ["daemonsets"] = "DaemonSet",
        ["ds"] = "DaemonSet",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<CommandedTarget> Of(KubectlCommand command)
    {
        var words = command.Arguments.Where(word => !word.Prefix.Contains('=', StringComparison.Ordinal)).ToList();
        if (command.Verb is "exec" or "logs" && words.Count > 1)
        {
            words = words[..1];
        }

        if (words is [{ Literal: { } kind }, .. var names] && Kinds.TryGetValue(kind, out var only))
        {
            return names.Where(word => word.Literal is { Length: > 0 }).Select(word => new CommandedTarget(only, word.Literal ?? "", word));
        }

        return words
            .Where(word => word.Literal?.Split('/') is [var first, { Length: > 0 }] && Kinds.ContainsKey(first))
            .Select(word => new CommandedTarget(Kinds[word.Literal?.Split('/')[0] ?? ""], word.Literal?.Split('/')[1] ?? "", word));
    }
}
