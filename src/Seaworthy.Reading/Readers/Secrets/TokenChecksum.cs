namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>The last six characters of a GitHub token: the CRC-32 of those before, in base 62.</summary>
/// <remarks>Source: GitHub blog, "Behind GitHub's new authentication token formats", "Checksum".</remarks>
internal static class TokenChecksum
{
    private const int Length = 6;
    private const uint Polynomial = 0xEDB88320;
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <param name="token">Without its prefix.</param>
    public static bool Holds(ReadOnlySpan<char> token)
    {
        ulong written = 0;
        foreach (var digit in token[^Length..])
        {
            written = (written * (ulong)Digits.Length) + (ulong)Math.Max(0, Digits.IndexOf(digit, StringComparison.Ordinal));
        }

        return written == Of(token[..^Length]);
    }

    private static uint Of(ReadOnlySpan<char> text)
    {
        var checksum = uint.MaxValue;
        foreach (var letter in text)
        {
            checksum ^= letter;
            for (var bit = 0; bit < 8; bit++)
            {
                checksum = (checksum & 1) == 1 ? (checksum >> 1) ^ Polynomial : checksum >> 1;
            }
        }

        return ~checksum;
    }
}
