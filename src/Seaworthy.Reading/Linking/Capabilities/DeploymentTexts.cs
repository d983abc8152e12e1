using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Whether a text tells how the software is deployed, and for a fleet what to do when it fails.</summary>
internal static class DeploymentTexts
{
    // In the languages in which READMEs are written most.
    private static readonly string[] Deploying =
    [
        "deploy",
        "docker",
        "kubectl",
        "helm ",
        "in production",
        "hosting",
        "heroku",
        "vercel",
        "systemd",
        "gunicorn",
        "despliegue",
        "desplegar",
        "implanta",
        "déploiement",
        "bereitstellung",
        "деплой",
        "разверт",
        "развёрт",
        "部署",
        "배포",
        "デプロイ",
        "triển khai",
    ];

    private static readonly string[] Recovering =
    [
        "rollback",
        "roll back",
        "rolling back",
        "rollout undo",
        "runbook",
        "troubleshoot",
        "incident",
        "disaster",
        "restore",
        "common issues",
        "on-call",
        "debug",
    ];

    /// <summary>Software that a platform runs, and that documents explain to people as well: they know how to start it.</summary>
    private static IEnumerable<string> Starts(Deployment deployment) =>
        deployment
            .Of<Procfile>()
            .SelectMany(file => file.Processes)
            .Select(process => process.Command.Text.Value.Trim())
            .Where(command => command.Contains(' ', StringComparison.Ordinal));

    public static IEnumerable<Capability> Find(DeployedParts parts)
    {
        if (!parts.Scale.IsDeployed)
        {
            yield break;
        }

        var texts = parts
            .Deployment.Of<Document>()
            .Select(document => document.File)
            .OrderBy(file =>
                file.Name.StartsWith("README", StringComparison.OrdinalIgnoreCase) ? file.Path.Count(letter => letter == '/') : int.MaxValue
            )
            .ToList();
        var described = WordSearch.First(texts, [.. Deploying, .. Starts(parts.Deployment)]);
        var recovery = WordSearch.First(texts, Recovering);
        var unread = parts.Signs.Text;
        var isWhole = parts.Scale.Kind != ScaleKind.Fleet || recovery is not null;
        yield return new Capability(
            CapabilityKind.DeploymentText,
            described is not null && isWhole ? CapabilityLevel.Present
                : unread is not null ? CapabilityLevel.Unknown
                : described is not null ? CapabilityLevel.Partial
                : CapabilityLevel.Absent,
            "the repository",
            described ?? parts.Scale.Because[^1].Span
        )
        {
            Evidence = [.. new[] { described, recovery }.OfType<SourceSpan>().Select(place => new Fact<string>(place.File.Path, place))],
            Wanting = described is not null && !isWhole ? [new Fact<string>("what to do when a release fails", described)] : [],
            UnknownBecause = unread is { } file ? $"{file.File.Path} is not read" : null,
        };
    }
}
