using Seaworthy.Model.Known;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The license keys of New Relic, which nothing but their end tells.</summary>
internal static class LicenseKeys
{
    // A report rather hides a key that was cut short than shows one: fewer digits are asked than there are.
    private const int Least = 16;

    public static Range Next(string text, int from)
    {
        for (var at = NextEnd(text, from); at >= 0; at = NextEnd(text, at + 1))
        {
            var start = at;
            while (start > from && char.IsAsciiHexDigitLower(text[start - 1]))
            {
                start--;
            }

            if (at - start >= Least)
            {
                return start..(at + SecretFormats.LicenseEnd.Length);
            }
        }

        return default;
    }

    private static int NextEnd(string text, int from) => text.IndexOf(SecretFormats.LicenseEnd, from, StringComparison.Ordinal);
}
