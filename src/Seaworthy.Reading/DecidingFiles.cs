using System.Collections.Frozen;
using Seaworthy.Reading.Readers.Compose;
using Seaworthy.Reading.Readers.Dockerfiles;
using Seaworthy.Reading.Readers.DotEnv;

namespace Seaworthy.Reading;

/// <summary>
/// Files whose names alone say that they decide how the software is built, configured, shipped or run. One that cannot be read leaves a hole in the audit, where a large table or a binary of another name does not:
/// some megabytes in a comment would hide it from the gate.
/// </summary>
internal static class DecidingFiles
{
    private const string Workflows = ".github/workflows/";

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".gitlab-ci.yml",
        "action.yml",
        "action.yaml",
        "azure-pipelines.yml",
        "azure.yaml",
        "bitbucket-pipelines.yml",
        "buildspec.yml",
        "Caddyfile",
        "Cargo.toml",
        "Chart.yaml",
        "cloudbuild.yaml",
        "composer.json",
        "deno.json",
        "docker-bake.hcl",
        "docker-bake.json",
        "fly.toml",
        "Gemfile",
        "go.mod",
        "heroku.yml",
        "Jenkinsfile",
        "justfile",
        "kustomization.yaml",
        "kustomization.yml",
        "Makefile",
        "netlify.toml",
        "nginx.conf",
        "package.json",
        "pom.xml",
        "Procfile",
        "prometheus.yml",
        "pyproject.toml",
        "railway.json",
        "render.yaml",
        "requirements.txt",
        "values.yaml",
        "vercel.json"
    );

    private static readonly string[] Endings = [".sh", ".tf", ".tfvars", ".bicep", ".bicepparam"];

    public static bool Holds(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return Names.Contains(name)
            || Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.Ordinal))
            || path.StartsWith(Workflows, StringComparison.Ordinal)
            || path == ".circleci/config.yml"
            || ComposeContent.IsNamed(name)
            || DockerfileName.Matches(path)
            || EnvFileName.Of(path) is not null;
    }
}
