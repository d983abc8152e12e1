using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A pod asks something of the API of its cluster.</summary>
/// <param name="Place">The command or the call.</param>
/// <param name="Roles">Those that its service account is bound to: all of them.</param>
internal sealed record ApiUse(DeployedPod Pod, KubernetesAction Action, SourceSpan Place, IReadOnlyList<Role> Roles)
{
    public string Account => Pod.Template.ServiceAccountName?.Value ?? "default";

    public bool IsGranted => Roles.Any(role => role.Allows(Action));
}
