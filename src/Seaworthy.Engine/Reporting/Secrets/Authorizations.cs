using System.Buffers;
using Seaworthy.Model.Known;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The credentials of an HTTP header: <c>Basic dXNlcjpwYXNzd29yZA==</c>, <c>Bearer …</c>.</summary>
/// <remarks>Sources: RFC 7617, "The 'Basic' HTTP Authentication Scheme"; RFC 6750, 2.1 "Authorization Request Header Field".</remarks>
internal static class Authorizations
{
    private const int Least = 8;

    private static readonly string[] Schemes = ["Basic ", "Bearer "];
    private static readonly SearchValues<string> Beginnings = SearchValues.Create(Schemes, StringComparison.OrdinalIgnoreCase);

    // The letters of a token68: RFC 9110, 11.2.
    private static readonly SearchValues<char> Letters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/="
    );

    public static Range Next(string text, int from)
    {
        for (var at = NextScheme(text, from); at >= 0; at = NextScheme(text, at + 1))
        {
            var start = text.IndexOf(' ', at) + 1;
            var length = text.AsSpan(start).IndexOfAnyExcept(Letters) is var end and >= 0 ? end : text.Length - start;
            if (length >= Least && RandomLooks.Has(text.AsSpan(start, length)))
            {
                return start..(start + length);
            }
        }

        return default;
    }

    private static int NextScheme(string text, int from) => text.AsSpan(from).IndexOfAny(Beginnings) is var at and >= 0 ? from + at : -1;
}
