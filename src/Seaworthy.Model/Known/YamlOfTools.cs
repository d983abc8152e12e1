namespace Seaworthy.Model.Known;

/// <summary>Names of YAML files that tell which pipeline or platform reads them.</summary>
/// <remarks>
/// Sources: Google Cloud, "Create a build configuration file" (<c>cloudbuild.yaml</c>); AWS CodeBuild, "Build specification reference"; AWS CodeDeploy, "AppSpec file reference";
/// AWS Amplify, "Build specification"; Travis CI, AppVeyor, Drone, Woodpecker, Semaphore, Codefresh, Read the Docs, pre-commit, GoReleaser, golangci-lint, Serverless
/// Framework, MkDocs, DigitalOcean App Platform and Firebase App Hosting, each under "configuration".
/// </remarks>
public static class YamlOfTools
{
    private static readonly Dictionary<string, string> ByStem = new(StringComparer.Ordinal)
    {
        ["cloudbuild"] = "Cloud Build",
        ["buildspec"] = "CodeBuild",
        ["appspec"] = "CodeDeploy",
        ["amplify"] = "Amplify",
        [".travis"] = "Travis CI",
        ["appveyor"] = "AppVeyor",
        [".appveyor"] = "AppVeyor",
        [".drone"] = "Drone",
        [".woodpecker"] = "Woodpecker",
        ["codefresh"] = "Codefresh",
        [".readthedocs"] = "Read the Docs",
        [".pre-commit-config"] = "pre-commit",
        [".goreleaser"] = "GoReleaser",
        [".golangci"] = "golangci-lint",
        ["serverless"] = "Serverless Framework",
        ["mkdocs"] = "MkDocs",
        ["apphosting"] = "Firebase App Hosting",
    };

    // What these say is read elsewhere, as far as there is anything to read: a fault in the first line leaves nothing that tells what the file is, but its name.
    private static readonly Dictionary<string, string> ReadElsewhere = new(StringComparer.Ordinal)
    {
        ["docker-compose"] = "docker compose",
        ["compose"] = "docker compose",
        ["action"] = "GitHub Actions",
        ["render"] = "Render",
        ["heroku"] = "Heroku",
        ["skaffold"] = "skaffold",
        ["Chart"] = "helm",
        ["prometheus"] = "Prometheus",
        ["alertmanager"] = "Alertmanager",
        ["loki-config"] = "Loki",
        ["promtail-config"] = "Promtail",
        ["otel-collector-config"] = "the OpenTelemetry Collector",
        ["traefik"] = "Traefik",
    };

    /// <summary>The tool that reads a file of this path, and of which another reader reads more than the syntax; null when its name tells none.</summary>
    public static string? ToolOfKnown(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var end = name.LastIndexOf('.');
        if (end <= 0 || name[end..] is not (".yml" or ".yaml"))
        {
            return null;
        }

        var stem = name[..end];
        return ReadElsewhere.GetValueOrDefault(stem)
            ?? (
                stem.StartsWith("docker-compose.", StringComparison.Ordinal) || stem.StartsWith("compose.", StringComparison.Ordinal)
                    ? ReadElsewhere["compose"]
                : path.Contains("provisioning/datasources/", StringComparison.Ordinal)
                || path.Contains("provisioning/dashboards/", StringComparison.Ordinal)
                    ? "Grafana"
                : (stem == "application" || stem.StartsWith("application-", StringComparison.Ordinal))
                && path.Contains("src/main/resources/", StringComparison.Ordinal)
                    ? "the application"
                : null
            );
    }

    /// <summary>The tool that reads a file of this path; null when its name tells none.</summary>
    public static string? ToolOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var end = name.LastIndexOf('.');
        if (end <= 0 || name[end..] is not (".yml" or ".yaml"))
        {
            return null;
        }

        var stem = name[..end];
        return ByStem.TryGetValue(stem, out var tool) ? tool
            // A suffix distinguishes several builds of one repository: cloudbuild.web.yml, cloud.web.build.yaml, buildspec-prod.yml.
            : stem.StartsWith("cloudbuild", StringComparison.Ordinal) && stem["cloudbuild".Length] is '.' or '-' or '_'
                ? ByStem["cloudbuild"]
            : stem.StartsWith("cloud.", StringComparison.Ordinal) && stem.EndsWith(".build", StringComparison.Ordinal)
                ? ByStem["cloudbuild"]
            : stem.StartsWith("buildspec", StringComparison.Ordinal) && stem["buildspec".Length] is '.' or '-' or '_' ? ByStem["buildspec"]
            : path.EndsWith(".semaphore/semaphore" + name[end..], StringComparison.Ordinal) ? "Semaphore"
            : path.EndsWith(".do/app" + name[end..], StringComparison.Ordinal) ? "App Platform"
            : null;
    }
}
