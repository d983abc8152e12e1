using System.Globalization;
using System.Text.Json;
using Seaworthy.Deploying.Kubernetes.Planning;
using Seaworthy.Deploying.Running;
using Seaworthy.Reading.Applying;

namespace Seaworthy.Deploying.Kubernetes.Running;

/// <summary>What would make a deployment fail later is looked for before anything is changed.</summary>
/// <param name="cluster">Where.</param>
public sealed class ClusterPreflight(Cluster cluster)
{
    // Server-side apply is on by itself from here on. Source: Kubernetes 1.18 release notes.
    private const int LeastMinor = 18;

    /// <summary>All that it changes then. Replicas are set by people and autoscalers.</summary>
    private const string OfPod = ".spec.template.";

    /// <summary>What kubectl calls itself when it returns a workload to a revision: the fields were ours before.</summary>
    private static readonly string[] OfUndo = ["kubectl", "kubectl-rollout"];

    /// <summary>Each a sentence; empty when the cluster answers and is new enough.</summary>
    public IReadOnlyList<string> Version()
    {
        var result = cluster.Ask(cluster.Commands.Version());
        if (!result.IsDone)
        {
            return [$"the cluster cannot be reached: {KubectlComplaint.Of(result)}"];
        }

        using var document = JsonDocument.Parse(result.Output);
        return
            document.RootElement.TryGetProperty("serverVersion", out var server)
            && server.TryGetProperty("minor", out var minor)
            && int.TryParse((minor.GetString() ?? "").TrimEnd('+'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number < LeastMinor
            ? [$"the cluster runs Kubernetes 1.{number}, and server-side apply needs 1.{LeastMinor}"]
            : [];
    }

    /// <summary>Each a sentence; empty when nothing is missing.</summary>
    /// <param name="parts">What is declared.</param>
    public IReadOnlyList<string> Faults(ManifestParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var spaces = parts.Spaces.Select(Space).OfType<string>().ToList();
        return spaces.Count > 0
            ? spaces
            :
            [
                .. Preconditions.Permissions(parts).Select(Permission).OfType<string>(),
                .. Preconditions.Objects(parts).Select(Object).OfType<string>(),
            ];
    }

    /// <summary>The server does everything but keep it: null when it takes all objects, else why not.</summary>
    /// <param name="parts">What is declared.</param>
    /// <param name="space">The namespace that the command line names.</param>
    /// <param name="isForced">Fields of others are taken over.</param>
    public string? Trial(ManifestParts parts, string? space, bool isForced)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var result = Try(parts, space, isForced);
        return result.IsDone ? null
            : KubectlComplaint.Managers(result) is [_, ..] managers
                ? $"{string.Join(", ", managers)} set fields that the manifests set otherwise: {KubectlComplaint.Of(result)}; leave these fields out of the manifests, or take them over with --force-conflicts"
            : KubectlComplaint.Of(result);
    }

    /// <summary>The only conflicts are those with an undo of ours.</summary>
    public bool HasUndone(ManifestParts parts, string? space)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var result = Try(parts, space, isForced: false);
        return !result.IsDone
            && KubectlComplaint.Managers(result) is [_, ..] managers
            && managers.All(OfUndo.Contains)
            && KubectlComplaint.Fields(result) is [_, ..] fields
            && fields.All(field => field.StartsWith(OfPod, StringComparison.Ordinal));
    }

    private ProcessResult Try(ManifestParts parts, string? space, bool isForced) =>
        cluster.Ask(
            cluster.Commands.Apply(space, isTrial: true, isForced),
            ManifestDocuments.Join(parts.First.Concat(parts.Rest).Concat(parts.Jobs.Select(job => job.Trial + "\n")))
        );

    private string? Space(string space) =>
        cluster.Ask(cluster.Commands.Exists(new NeededObject("Namespace", space, space, ""))) is var result && result.IsDone ? null
        : KubectlComplaint.IsMissing(result) ? $"there is no namespace {space}: make it with 'kubectl create namespace {space}'"
        // Who may not look at namespaces may work in one all the same.
        : KubectlComplaint.IsForbidden(result) ? null
        : KubectlComplaint.Of(result);

    private string? Permission(Permission permission)
    {
        var result = cluster.Ask(cluster.Commands.MayI(permission));
        return result.IsDone ? null
            : result.Output.Trim().StartsWith("no", StringComparison.Ordinal)
                ? $"you may not {permission.Verb} {permission.Resource}{(permission.Space is { } space ? $" in {space}" : "")}"
            : KubectlComplaint.Of(result);
    }

    private string? Object(NeededObject needed) =>
        KubectlComplaint.IsMissing(cluster.Ask(cluster.Commands.Exists(needed)))
            ? $"{needed.By} needs the {needed.Kind} {needed.Name}, which is neither in the manifests nor in the namespace {needed.Space}"
            : null;
}
