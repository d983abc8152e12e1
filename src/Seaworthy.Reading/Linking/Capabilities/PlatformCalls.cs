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
    ];

    /// <summary>All that brings the repository's programs to users are pipelines that call one.</summary>
    public static bool BringAll(DeployedParts parts) =>
        parts.Deliveries.All(delivery => WordSearch.First([delivery.Span.File], Words) is not null);
}
