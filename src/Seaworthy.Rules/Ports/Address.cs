namespace Seaworthy.Rules.Ports;

/// <summary>The host in a text that is an address: <c>postgres://user:pass@db:5432/shop</c>, <c>db:5432</c>, <c>db</c>.</summary>
internal static class Address
{
    public static string Of(string text)
    {
        var rest = text.AsSpan();
        if (rest.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme)
        {
            rest = rest[(scheme + 3)..];
        }

        if (rest.IndexOfAny('/', '?') is >= 0 and var end)
        {
            rest = rest[..end];
        }

        rest = rest[(rest.LastIndexOf('@') + 1)..];
        return (rest.IndexOfAny(':', ',') is >= 0 and var after ? rest[..after] : rest).ToString();
    }
}
