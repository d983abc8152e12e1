using System.Buffers;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The keys of storage accounts and of other services of Azure: 64 bytes in Base64, which are 88 characters.</summary>
/// <remarks>Source: Microsoft, "Manage storage account access keys"; "Sensitive information type: Azure storage account key".</remarks>
internal static class StorageKeys
{
    private const int Length = 88;
    private const int WordsBefore = 40;
    private const string Padding = "==";

    private static readonly SearchValues<char> Base64 = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    );

    // SHA-512 has 64 bytes too: "integrity": "sha512-…", "contentHash": "…".
    private static readonly SearchValues<string> Checksums = SearchValues.Create(
        ["sha512", "hash", "integrity", "checksum", "digest"],
        StringComparison.OrdinalIgnoreCase
    );

    public static Range Next(string text, int from)
    {
        for (var end = NextEnd(text, from); end >= 0; end = NextEnd(text, end + Padding.Length))
        {
            var start = end + Padding.Length - Length;
            if (
                start >= from
                && !text.AsSpan(start..end).ContainsAnyExcept(Base64)
                && (start == 0 || !Base64.Contains(text[start - 1]))
                && !text.AsSpan(Math.Max(0, start - WordsBefore)..start).ContainsAny(Checksums)
            )
            {
                return start..(end + Padding.Length);
            }
        }

        return default;
    }

    private static int NextEnd(string text, int from) => from < text.Length ? text.IndexOf(Padding, from, StringComparison.Ordinal) : -1;
}
