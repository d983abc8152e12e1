using System.Buffers;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>What stands behind the address of an incoming webhook: anyone who knows it may write into the channel.</summary>
/// <remarks>
/// Sources: Slack, "Sending messages using incoming webhooks"; Discord, "Webhook Resource"; Microsoft Teams, "Create Incoming Webhooks"; Google Chat, "Build a webhook".
/// </remarks>
internal static class Webhooks
{
    private const int Least = 8;

    private static readonly Webhook[] Known =
    [
        new("hooks.slack.com", "/services/"),
        new("hooks.slack.com", "/workflows/"),
        new("hooks.slack.com", "/triggers/"),
        new("discord.com", "/api/webhooks/"),
        new("discordapp.com", "/api/webhooks/"),
        new("webhook.office.com", "/webhookb2/"),
        new("outlook.office.com", "/webhook/"),
        new("chat.googleapis.com", "/v1/spaces/"),
        new("hooks.zapier.com", "/hooks/catch/"),
        new("hc-ping.com", "/"),
    ];

    private static readonly SearchValues<string> Hosts = SearchValues.Create(
        [.. Known.Select(webhook => webhook.Host).Distinct(StringComparer.Ordinal)],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"'`<>,;)]}|\\");

    public static Range Next(string text, int from)
    {
        for (var at = NextHost(text, from); at >= 0; at = NextHost(text, at + 1))
        {
            var start = Start(text, at);
            var length =
                start < 0 ? 0
                : text.AsSpan(start).IndexOfAny(Ends) is var end and >= 0 ? end
                : text.Length - start;
            if (length >= Least && text[start] is not ('$' or '{' or '.'))
            {
                return start..(start + length);
            }
        }

        return default;
    }

    private static int NextHost(string text, int from) => text.AsSpan(from).IndexOfAny(Hosts) is var at and >= 0 ? from + at : -1;

    /// <summary>Where the secret part begins, behind host, port and path; -1 where another path follows.</summary>
    private static int Start(string text, int at)
    {
        foreach (var webhook in Known)
        {
            if (text.AsSpan(at).StartsWith(webhook.Host, StringComparison.OrdinalIgnoreCase))
            {
                var path = at + webhook.Host.Length;
                if (path < text.Length && text[path] == ':')
                {
                    path += 1 + text.AsSpan(path + 1).Length - text.AsSpan(path + 1).TrimStart("0123456789").Length;
                }

                if (text.AsSpan(path).StartsWith(webhook.Path, StringComparison.OrdinalIgnoreCase))
                {
                    return path + webhook.Path.Length;
                }
            }
        }

        return -1;
    }

    private sealed record Webhook(string Host, string Path);
}
