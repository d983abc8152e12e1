using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Monitoring;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Files;

/// <summary>The tool that reads a kind of file, and what it refuses; what it does not refuse it passes over, or lets the last statement win.</summary>
/// <param name="Check">A command that shows whether the file is accepted.</param>
internal sealed record FileTool(string Name, FileRefusal Refuses, string? Check = null)
{
    /// <summary>A hosted service learns new keys faster than its checkers: an unknown one is likely wrong, not certainly.</summary>
    public bool MayKnowMore { get; init; }

    public static FileTool Of(Artifact artifact)
    {
        var path = artifact.File.Path;
        return artifact switch
        {
            // The loader of Compose rejects double keys, and the schema every unknown one.
            ComposeFile => new("docker compose", FileRefusal.All, $"docker compose -f {path} config --quiet"),
            // An unknown key is refused, but the service learns new ones faster than its checkers.
            Workflow => new(
                "GitHub Actions",
                FileRefusal.Syntax | FileRefusal.DuplicateKey | FileRefusal.InvalidValue,
                $"actionlint {path}"
            ),
            CompositeAction => new("GitHub Actions", FileRefusal.Syntax | FileRefusal.DuplicateKey),
            // Psych lets the last key win.
            GitLabPipeline => new("GitLab", FileRefusal.Syntax | FileRefusal.InvalidValue, $"glab ci lint {path}"),
            DependabotConfiguration => new("Dependabot", FileRefusal.All) { MayKnowMore = true },
            // The API server's strict validation is the default of kubectl since 1.27.
            KubernetesManifest => new("kubectl", FileRefusal.All, $"kubectl apply --dry-run=server -f {path}"),
            Kustomization => new("kubectl", FileRefusal.All, $"kubectl kustomize {artifact.File.Directory}"),
            PrometheusConfig or AlertRules => new("Prometheus", FileRefusal.All, $"promtool check config {path}"),
            AlertmanagerConfig => new("Alertmanager", FileRefusal.All, $"amtool check-config {path}"),
            Dockerfile => new("docker build", FileRefusal.All, $"docker build --check -f {path} ."),
            CargoManifest => new(
                "cargo",
                FileRefusal.Syntax | FileRefusal.DuplicateKey,
                $"cargo metadata --no-deps --manifest-path {path}"
            ),
            PyProject or Pipfile => new("a TOML parser", FileRefusal.Syntax | FileRefusal.DuplicateKey),
            Requirements => new("pip", FileRefusal.Syntax, $"pip install --dry-run -r {path}"),
            PackageJson => new("npm", FileRefusal.Syntax, $"npm pkg get name --prefix {artifact.File.Directory}"),
            TsConfig => new("tsc", FileRefusal.Syntax),
            // Microsoft.Extensions.Configuration.Json throws on a key that stands twice.
            AppSettings => new(".NET", FileRefusal.Syntax | FileRefusal.DuplicateKey),
            // Readers of dotenv files disagree about odd lines; none refuses a second definition.
            EnvFile => new("whatever loads it", FileRefusal.None),
            ShellScript => new("the shell", FileRefusal.Syntax, $"bash -n {path}"),
            _ => new("the tool that reads it", FileRefusal.Syntax),
        };
    }
}
