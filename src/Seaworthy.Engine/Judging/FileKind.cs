namespace Seaworthy.Engine.Judging;

/// <summary>The kind of a file by its name, in the words of tests/Seaworthy.Corpus/readings.tsv.</summary>
public static class FileKind
{
    private const string Other = "other";

    public static string Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant();
        var isYaml = name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal);
        return name.Contains("dockerfile", StringComparison.Ordinal) || name.Contains("containerfile", StringComparison.Ordinal)
                ? "dockerfile"
            : name.StartsWith("jenkinsfile", StringComparison.Ordinal) ? "jenkins"
            : name.StartsWith(".env", StringComparison.Ordinal) || name.EndsWith(".env", StringComparison.Ordinal) ? "env"
            : OfName(name) ?? (isYaml ? OfYaml(path, name) : OfExtension(name));
    }

    private static string? OfName(string name) =>
        name switch
        {
            "package.json" or "package-lock.json" or "pnpm-lock.yaml" or "yarn.lock" => "npm",
            "pyproject.toml" or "pipfile" or "setup.py" or "poetry.lock" => "pip",
            "go.mod"
            or "gemfile"
            or "pom.xml"
            or "build.gradle"
            or "build.gradle.kts"
            or "cargo.toml"
            or "composer.json"
            or "pubspec.yaml" => "manifest",
            "makefile" or "justfile" or "taskfile.yml" or "taskfile.yaml" or "rakefile" => "tasks",
            "caddyfile" => "proxy",
            "kustomization.yaml" or "kustomization.yml" => "kustomize",
            ".gitlab-ci.yml" => "gitlab",
            "action.yml" or "action.yaml" => "action",
            "azure-pipelines.yml" or "cloudbuild.yaml" or ".travis.yml" or "buildspec.yml" or "bitbucket-pipelines.yml" => "pipeline",
            "procfile"
            or "render.yaml"
            or "vercel.json"
            or "netlify.toml"
            or "fly.toml"
            or "railway.json"
            or "railway.toml"
            or "app.yaml" => "platform",
            "id_rsa" => "key",
            _ => null,
        };

    private static string OfYaml(string path, string name) =>
        path.Contains(".github/workflows/", StringComparison.Ordinal) ? "workflow"
        : path.Contains(".circleci/", StringComparison.Ordinal) ? "pipeline"
        : name.Contains("compose", StringComparison.Ordinal) ? "compose"
        : HasAny(path, ["prometheus", "alertmanager", "grafana", "monitoring", "loki", "otel"]) ? "monitoring"
        : HasAny(path, ["charts/", "chart/", "helm/", "/templates/", "values"]) ? "helm"
        : name.StartsWith("application", StringComparison.Ordinal) && !path.Contains("argocd", StringComparison.Ordinal) ? "settings"
        : HasAny(path, ["k8s", "kube", "manifest", "deployment", "service.y", "ingress", "argocd"]) ? "kubernetes"
        : "yaml";

    private static string OfExtension(string name) =>
        name[(name.LastIndexOf('.') + 1)..] switch
        {
            "py" or "ipynb" => "python",
            "js" or "jsx" or "mjs" or "cjs" or "ts" or "tsx" or "mts" or "cts" or "vue" or "svelte" => "javascript",
            "go" => "go",
            "cs" => "dotnet",
            "csproj" => "manifest",
            "java" or "kt" or "scala" or "groovy" => "jvm",
            "php" => "php",
            "rb" => "ruby",
            "rs" => "rust",
            "dart" => "dart",
            "sql" => "sql",
            "sh" or "bash" or "ps1" => "shell",
            "tf" or "tfvars" => "terraform",
            "md" or "mdx" or "rst" or "adoc" => "document",
            "pem" or "key" => "key",
            "conf" => "proxy",
            "json" or "properties" or "toml" or "ini" or "cfg" or "xml" or "config" => "settings",
            "txt" when name.Contains("requirements", StringComparison.Ordinal) => "pip",
            "mk" => "tasks",
            _ => Other,
        };

    private static bool HasAny(string path, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (path.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
