using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>Who may set a variable of a job besides the <c>env</c> of its workflow.</summary>
/// <remarks>Source: GitHub Docs, "Contexts reference", env: only what workflow, job or step set; the variables of the runner itself are not in it.</remarks>
internal static class VariableSetters
{
    private const string File = "GITHUB_ENV";

    // Actions that set variables of no name that a workflow would give its own.
    private static readonly HashSet<string> Quiet = new(StringComparer.Ordinal)
    {
        "actions/cache",
        "actions/cache/restore",
        "actions/cache/save",
        "actions/checkout",
        "actions/configure-pages",
        "actions/create-release",
        "actions/deploy-pages",
        "actions/download-artifact",
        "actions/setup-dotnet",
        "actions/setup-go",
        "actions/setup-java",
        "actions/setup-node",
        "actions/setup-python",
        "actions/upload-artifact",
        "actions/upload-pages-artifact",
        "actions/upload-release-asset",
        "appleboy/scp-action",
        "appleboy/ssh-action",
        "aquasecurity/trivy-action",
        "astral-sh/setup-uv",
        "aws-actions/amazon-ecr-login",
        "aws-actions/configure-aws-credentials",
        "azure/docker-login",
        "azure/login",
        "azure/setup-helm",
        "azure/setup-kubectl",
        "azure/webapps-deploy",
        "docker/build-push-action",
        "docker/login-action",
        "docker/metadata-action",
        "docker/setup-buildx-action",
        "docker/setup-qemu-action",
        "dtolnay/rust-toolchain",
        "google-github-actions/auth",
        "google-github-actions/deploy-cloudrun",
        "google-github-actions/setup-gcloud",
        "gradle/actions/setup-gradle",
        "gradle/gradle-build-action",
        "hashicorp/setup-terraform",
        "oven-sh/setup-bun",
        "peaceiris/actions-gh-pages",
        "pnpm/action-setup",
        "sigstore/cosign-installer",
        "softprops/action-gh-release",
        "superfly/flyctl-actions/setup-flyctl",
        "swatinem/rust-cache",
    };

    // With what the names begin that the actions above set.
    private static readonly string[] Theirs =
    [
        "AWS_",
        "AZURE_",
        "ARM_",
        "GOOGLE_",
        "GCP_",
        "GCLOUD_",
        "CLOUDSDK_",
        "DOCKER_METADATA_",
        "JAVA_",
        "PYTHON",
        "NODE_",
        "GOROOT",
        "GOPATH",
        "CARGO_",
        "RUST",
        "PNPM_",
        "BUN_",
        "UV_",
        "DOTNET_",
        "TERRAFORM_",
        "TF_",
        "GRADLE_",
        "CACHE_",
        "RELEASE_",
        "KUBECONFIG",
        "LD_LIBRARY_PATH",
        "PKG_CONFIG_PATH",
        // nektos/act, which runs workflows on a desk, sets it.
        "ACT",
    ];

    /// <summary>An action that ran before may have set it.</summary>
    public static bool MayBeAction(WorkflowStep step, string name) =>
        step.Uses is { } uses
        && (!Quiet.Contains(uses.Name) || Array.Exists(Theirs, start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A script hands variables on, and this may be one of them.</summary>
    public static bool MayBeScript(WorkflowStep step, string name)
    {
        var text = step.Run?.Text.Raw ?? "";
        return text.Contains(name + "=", StringComparison.OrdinalIgnoreCase)
            || (text.Contains(File, StringComparison.Ordinal) && text.Split('\n').Any(line => IsOpen(line, name)));
    }

    /// <summary>The line writes to the file of variables, and not a name of its own before an equals sign.</summary>
    private static bool IsOpen(string line, string name)
    {
        var at = line.IndexOf(File, StringComparison.Ordinal);
        return at >= 0 && (line.Contains(name, StringComparison.OrdinalIgnoreCase) || !WritesLiteralName(line.AsSpan(0, at)));
    }

    private static bool WritesLiteralName(ReadOnlySpan<char> before)
    {
        var sign = before.IndexOfAny('=', '<');
        var start = sign;
        while (start > 0 && (char.IsAsciiLetterOrDigit(before[start - 1]) || before[start - 1] == '_'))
        {
            start--;
        }

        return sign > start && start >= 0 && (start == 0 || before[start - 1] is '"' or '\'' or ' ');
    }
}
