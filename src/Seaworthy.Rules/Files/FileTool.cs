using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Monitoring;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Files;

/// <summary>The tool that reads a kind of file, and what it refuses; it ignores everything else, or lets the last statement win.</summary>
/// <param name="Check">A command that shows whether the file is accepted.</param>
internal sealed record FileTool(string Name, FileRefusal Refuses, CommandText? Check = null)
{
    /// <summary>A hosted service learns new keys faster than its checkers: an unknown one is likely wrong, not certainly.</summary>
    public bool MayKnowMore { get; init; }

    /// <summary>
    /// What looks refused is likely so, not certainly: the file is read here without its tool's own parser, it is often filled in, patched or completed before, or nobody knows which tool reads it. Readings of
    /// real files decide which tools are others (docs/decisions/0009-four-scales.md).
    /// </summary>
    public bool MayTakeMore { get; private init; }

    /// <remarks>Sources: Quarkus, "Kubernetes extension", "Using existing resources"; Eclipse JKube, "Resource fragments".</remarks>
    private static bool IsBuildInput(string path) =>
        path.Contains("src/main/kubernetes/", StringComparison.Ordinal)
        || path.Contains("src/main/jkube/", StringComparison.Ordinal)
        || path.Contains("src/main/fabric8/", StringComparison.Ordinal);

    public static FileTool Of(Artifact artifact) => Reader(artifact) with { MayTakeMore = !IsReadAlike(artifact) };

    /// <summary>What Helm does with the objects that it renders: the API server says whether they are right.</summary>
    public static FileTool Of(ChartRendering chart) =>
        new(
            "the API server",
            FileRefusal.Syntax | FileRefusal.UnknownKey | FileRefusal.InvalidValue,
            $"helm install --dry-run=server {chart.Chart.Name?.Value} ./{chart.Chart.File.Directory}"
        )
        {
            MayTakeMore = true,
        };

    private static bool IsReadAlike(Artifact artifact) =>
        artifact
            is ComposeFile
                or Workflow
                or CompositeAction
                or DependabotConfiguration
                or Dockerfile
                or CargoManifest
                or PyProject
                or Pipfile
                or PackageJson
                or TsConfig
                or AppSettings
                or FlyConfig
                or RailwayConfig
                or VercelConfig;

    private static FileTool Reader(Artifact artifact)
    {
        var path = artifact.File.Path;
        return artifact switch
        {
            // The loader of Compose rejects double keys, and the schema every unknown one.
            ComposeFile => new("docker compose", FileRefusal.All | FileRefusal.Empty, $"docker compose -f {path} config --quiet"),
            Workflow => new("GitHub Actions", FileRefusal.All, $"actionlint {path}") { MayKnowMore = true },
            CompositeAction => new("GitHub Actions", FileRefusal.Syntax | FileRefusal.DuplicateKey),
            // Psych lets the last key win.
            GitLabPipeline => new("GitLab", FileRefusal.Syntax | FileRefusal.InvalidValue, $"glab ci lint {path}"),
            DependabotConfiguration => new("Dependabot", FileRefusal.All) { MayKnowMore = true },
            // Parts that a build plug-in completes; it is more lenient than the API server.
            KubernetesManifest when IsBuildInput(path) => new("the build plug-in", FileRefusal.Syntax),
            // What a template writes, the API server judges once it is rendered.
            KubernetesManifest { IsTemplate: true } => new("Helm", FileRefusal.Syntax),
            // The API server's strict validation is the default of kubectl since 1.27, but kubectl makes JSON of the file before, and the last of two keys wins.
            KubernetesManifest => new(
                "kubectl",
                FileRefusal.Syntax | FileRefusal.UnknownKey | FileRefusal.InvalidValue,
                $"kubectl apply --dry-run=server -f {path}"
            ),
            Kustomization => new("kustomize", FileRefusal.All, $"kubectl kustomize ./{artifact.File.Directory}"),
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
            PackageJson => new("npm", FileRefusal.Syntax | FileRefusal.Empty, $"npm pkg get name --prefix ./{artifact.File.Directory}"),
            TsConfig => new("tsc", FileRefusal.Syntax),
            // OriginTrackedYamlLoader of Spring Boot allows no key twice; other frameworks let the last one win.
            ApplicationProperties => new("Spring Boot", FileRefusal.Syntax | FileRefusal.DuplicateKey),
            // Microsoft.Extensions.Configuration.Json throws on a duplicate key.
            AppSettings => new(".NET", FileRefusal.Syntax | FileRefusal.Empty | FileRefusal.DuplicateKey),
            // Readers of dotenv files disagree about odd lines; none refuses a second definition.
            EnvFile => new("its loader", FileRefusal.None),
            ShellScript => new("the shell", FileRefusal.Syntax, $"bash -n {path}"),
            NginxFile => new("nginx", FileRefusal.Syntax, $"docker run --rm -v ./{path}:/etc/nginx/nginx.conf:ro nginx nginx -t"),
            HaproxyFile => new(
                "HAProxy",
                FileRefusal.Syntax,
                $"docker run --rm -v ./{path}:/haproxy.cfg:ro haproxy haproxy -c -f /haproxy.cfg"
            ),
            CaddyFile => new("Caddy", FileRefusal.Syntax, $"caddy validate --config {path}"),
            // flyctl and Railway ignore unknown keys; Render warns, and deploys.
            FlyConfig => new("flyctl", FileRefusal.Syntax | FileRefusal.DuplicateKey, $"fly config validate -c {path}"),
            BakeFile => new("docker buildx bake", FileRefusal.Syntax, $"docker buildx bake --print -f {path}"),
            TerraformFile => new("terraform", FileRefusal.Syntax, $"terraform fmt -check {path}"),
            BicepFile { IsValues: false } => new("Bicep", FileRefusal.Syntax, $"az bicep build --stdout --file {path}"),
            RenderBlueprint => new("Render", FileRefusal.Syntax | FileRefusal.DuplicateKey | FileRefusal.InvalidValue),
            KamalConfig => new("Kamal", FileRefusal.Syntax | FileRefusal.InvalidValue, $"kamal config -c {path}"),
            ServerlessTemplate => new("SAM", FileRefusal.InvalidValue, $"sam validate -t {path}"),
            RailwayConfig => new("Railway", FileRefusal.Syntax),
            VercelConfig => new("Vercel", FileRefusal.Syntax | FileRefusal.Empty | FileRefusal.InvalidValue) { MayKnowMore = true },
            TaskFile { Tool: "make" } => new("make or the recipe's shell", FileRefusal.Syntax, $"make -n -f {path}"),
            // Heroku's own reader ignores such lines, others do not.
            Procfile => new("its runner", FileRefusal.None),
            ToolFile file => new(file.Tool, FileRefusal.Syntax),
            _ => new("its tool", FileRefusal.Syntax),
        };
    }
}
