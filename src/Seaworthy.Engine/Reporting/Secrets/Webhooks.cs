using System.Buffers;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>What stands behind the address of an incoming webhook: whoever knows it may write into the channel.</summary>
/// <remarks>
/// Sources: Slack, "Sending messages using incoming webhooks"; Discord, "Webhook Resource"; Microsoft Teams, "Create Incoming Webhooks"; Google Chat, "Build a webhook".
/// </remarks>
internal static class Webhooks
{
    private const int Least = 8;

    private static readonly string[] Addresses =
    [
        "hooks.slack.com/services/",
        "hooks.slack.com/workflows/",
        "hooks.slack.com/triggers/",
        "discord.com/api/webhooks/",
        "discordapp.com/api/webhooks/",
        "webhook.office.com/webhookb2/",
        "outlook.office.com/webhook/",
        "chat.googleapis.com/v1/spaces/",
        "hooks.zapier.com/hooks/catch/",
    ];

    private static readonly SearchValues<string> Beginnings = SearchValues.Create(Addresses, StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"'`<>,;)]}|\\");

    public static Range Next(string text, int from)
    {
        for (var at = NextAddress(text, from); at >= 0; at = NextAddress(text, at + 1))
        {
            var start = at + Address(text.AsSpan(at)).Length;
            var length = text.AsSpan(start).IndexOfAny(Ends) is var end and >= 0 ? end : text.Length - start;
            if (length >= Least && text[start] is not ('$' or '{' or '.'))
            {
                return start..(start + length);
            }
        }

        return default;
    }

    private static int NextAddress(string text, int from) => text.AsSpan(from).IndexOfAny(Beginnings) is var at and >= 0 ? from + at : -1;

    private static string Address(ReadOnlySpan<char> text)
    {
        foreach (var address in Addresses)
        {
            if (text.StartsWith(address, StringComparison.OrdinalIgnoreCase))
            {
                return address;
            }
        }

        return "";
    }
}
