using System.Collections.Frozen;
using Seaworthy.Model.Known;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Images whose entry point is one program that takes its own subcommands, by name without tag.</summary>
/// <remarks>Source: the <c>ENTRYPOINT</c> of each in its repository, read in November 2026 as far as it was at hand, else from the documentation of the image.</remarks>
internal static class ProgramImages
{
    private static readonly FrozenDictionary<string, string> Programs = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["hashicorp/terraform"] = "terraform",
        ["hashicorp/packer"] = "packer",
        ["ghcr.io/opentofu/opentofu"] = "tofu",
        ["opentofu/opentofu"] = "tofu",
        ["pulumi/pulumi"] = "pulumi",
        ["alpine/helm"] = "helm",
        ["alpine/git"] = "git",
        ["bitnami/kubectl"] = "kubectl",
        ["bitnamilegacy/kubectl"] = "kubectl",
        ["amazon/aws-cli"] = "aws",
        ["public.ecr.aws/aws-cli/aws-cli"] = "aws",
        ["gcr.io/kaniko-project/executor"] = "/kaniko/executor",
        ["aquasec/trivy"] = "trivy",
        ["ghcr.io/aquasecurity/trivy"] = "trivy",
        ["zricethezav/gitleaks"] = "gitleaks",
        ["ghcr.io/gitleaks/gitleaks"] = "gitleaks",
        ["openpolicyagent/conftest"] = "conftest",
        ["mikefarah/yq"] = "yq",
        ["rclone/rclone"] = "rclone",
        ["minio/mc"] = "mc",
        ["bufbuild/buf"] = "buf",
        ["flyway/flyway"] = "flyway",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The program; null for an image that takes a shell, or is not known.</summary>
    public static string? ProgramOf(string image) =>
        ImageReference.Parse(image) is { } name
            ? Programs.GetValueOrDefault(name.IsOnHub ? name.Repository : $"{name.Registry}/{name.Repository}")
            : null;
}
