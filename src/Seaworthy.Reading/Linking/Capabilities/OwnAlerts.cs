using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Modules and scripts of the repository's own that write to people when something fails: <c>alerting.py</c> posts to a webhook.</summary>
internal static class OwnAlerts
{
    private static readonly string[] Purposes = ["alert", "notif", "healthcheck", "health_check", "health-check", "watchdog", "monitor"];

    private static readonly string[] Addresses =
    [
        "api.telegram.org",
        "hooks.slack.com",
        "slack_webhook",
        "discord.com/api/webhooks",
        "discord_webhook",
        "alert_webhook",
        "webhookurl",
        "webhook_url",
    ];

    public static SourceSpan? Find(IEnumerable<SourceFile> files) =>
        WordSearch.First(
            files.Where(file =>
                !DeployedParts.IsAside(file)
                && (IsInAlerts(file) || Purposes.Any(purpose => file.Name.Contains(purpose, StringComparison.OrdinalIgnoreCase)))
            ),
            Addresses
        );

    /// <summary>A package for it: <c>internal/alert/channels.go</c>.</summary>
    private static bool IsInAlerts(SourceFile file) =>
        RepositoryPath.NameOf(file.Directory).StartsWith("alert", StringComparison.OrdinalIgnoreCase);
}
