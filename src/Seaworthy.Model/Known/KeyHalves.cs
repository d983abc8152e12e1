using System.Buffers;

namespace Seaworthy.Model.Known;

/// <summary>Forty letters of which some are small, some capital and some digits, as the secret half of an access key of AWS.</summary>
/// <remarks>Source: AWS, "Manage access keys for IAM users".</remarks>
public static class KeyHalves
{
    private const int Length = 40;

    private static readonly SearchValues<char> OfHalf = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/+"
    );

    /// <returns>Where the next ones stand from <paramref name="from"/> on; empty when there are none.</returns>
    public static Range Next(string text, int from)
    {
        for (var start = from; start < text.Length; start++)
        {
            var rest = text.AsSpan(start);
            var length = rest.IndexOfAnyExcept(OfHalf) is var end and >= 0 ? end : rest.Length;
            if (length == Length && IsMixed(rest[..length]))
            {
                return start..(start + length);
            }

            start += length;
        }

        return default;
    }

    // A commit has no capitals, and a path seldom all three.
    private static bool IsMixed(ReadOnlySpan<char> word) =>
        word.ContainsAnyInRange('a', 'z') && word.ContainsAnyInRange('A', 'Z') && word.ContainsAnyInRange('0', '9');
}
