using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Calls by which a pipeline hands a program to a platform that counts its requests and errors.</summary>
internal static class PlatformCalls
{
    private static readonly string[] Words =
    [
        "deploy-to-vercel-action",
        "vercel-action",
        "vercel deploy",
        "vercel --prod",
        "netlify deploy",
        "actions-netlify",
        "flyctl deploy",
        "railway up",
        "wrangler deploy",
        "wrangler-action",
        "deploy-cloudrun",
    ];

    /// <summary>All that brings the repository's programs to users are pipelines that call one.</summary>
    public static bool BringAll(DeployedParts parts) =>
        parts.Deliveries.Count > 0 && parts.Deliveries.All(delivery => WordSearch.First([delivery.Span.File], Words) is not null);

    /// <summary>A command or step that hands a container to Cloud Run; null when there is none.</summary>
    /// <remarks>Source: Google Cloud, Cloud Run, "Monitor health and performance".</remarks>
    public static SourceSpan? CloudRun(DeployedParts parts) =>
        parts
            .Deployment.Commands.Where(site => !DeployedParts.IsAside(site.Span.File))
            .FirstOrDefault(site => site.Known.OfType<PlatformCommand>().Any(command => command.IsToCloudRun))
            ?.Span
        ?? parts
            .Deployment.Of<Workflow>()
            .Where(workflow => !DeployedParts.IsAside(workflow.File))
            .SelectMany(workflow => workflow.Jobs)
            .SelectMany(job => job.Steps)
            .FirstOrDefault(step => step.Uses?.Name == "google-github-actions/deploy-cloudrun")
            ?.Uses?.Span;
}
