using System.Buffers;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The tokens of Telegram's bots: the number of the bot, a colon and 35 letters.</summary>
/// <remarks>Source: Telegram Bot API, "Authorizing your bot".</remarks>
internal static class BotTokens
{
    private const int LeastNumber = 8;
    private const int MostNumber = 11;
    private const int Length = 35;

    private static readonly SearchValues<char> Letters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
    );

    public static Range Next(string text, int from)
    {
        for (var colon = NextColon(text, from); colon >= 0; colon = NextColon(text, colon + 1))
        {
            var start = colon;
            while (start > from && colon - start < MostNumber && char.IsAsciiDigit(text[start - 1]))
            {
                start--;
            }

            var rest = text.AsSpan(colon + 1);
            var length = rest[..Math.Min(rest.Length, Length + 1)].IndexOfAnyExcept(Letters) is var end and >= 0 ? end : rest.Length;
            if (colon - start >= LeastNumber && length == Length)
            {
                return start..(colon + 1 + length);
            }
        }

        return default;
    }

    private static int NextColon(string text, int from) => from < text.Length ? text.IndexOf(':', from) : -1;
}
