using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Paths;

/// <summary>What operator-sdk writes when somebody makes the bundle of an operator, which many keep out of the repository.</summary>
/// <remarks>Source: Operator SDK documentation, "operator-sdk generate bundle", "operator-sdk generate kustomize manifests".</remarks>
internal static class OperatorBundles
{
    public static IReadOnlyList<PathUse> Weigh(IReadOnlyList<PathUse> uses, Deployment deployment) =>
        uses.Any(use => MakerOf(use) is not null) ? [.. uses.Select(use => Weighed(use, deployment))] : uses;

    private static PathUse Weighed(PathUse use, Deployment deployment) =>
        MakerOf(use) is { } maker
        && deployment.Commands.FirstOrDefault(site => site.Command.Text.Contains(maker, StringComparison.Ordinal)) is { Span: var place }
            ? use with
            {
                Answer = new PathAnswer(Presence.Unknown, use.Answer.Looked, Why: $"operator-sdk generates it ({place})"),
            }
            : use;

    /// <summary>The words of the command that makes a missing file, whatever variable holds the program; null for what is no part of a bundle.</summary>
    private static string? MakerOf(PathUse use) =>
        use.Answer.Presence is not (Presence.Absent or Presence.IgnoredByGit) ? null
        : RepositoryPath.NameOf(use.Answer.Looked) == "bundle.Dockerfile" ? "generate bundle"
        : use.Answer.Looked.EndsWith(".clusterserviceversion.yaml", StringComparison.Ordinal) ? "generate kustomize manifests"
        : null;
}
