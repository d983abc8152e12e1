using System.Buffers;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The password of <c>user:password@tcp(host:3306)/database</c>, which no scheme tells.</summary>
/// <remarks>Source: github.com/go-sql-driver/mysql, "DSN (Data Source Name)".</remarks>
internal static class DriverPasswords
{
    private const int Longest = 300;

    private static readonly string[] Networks = ["@tcp(", "@unix(", "@tcp6("];

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\"'`\r\n");

    public static Range Next(string text, int from)
    {
        for (var at = Sign(text, from); at >= 0; at = Sign(text, at + 1))
        {
            if (IsOfDriver(text.AsSpan(at)) && Password(text, Math.Max(from, at - Longest), at) is { End.Value: > 0 } password)
            {
                return password;
            }
        }

        return default;
    }

    private static int Sign(string text, int from) => from < text.Length ? text.IndexOf('@', from) : -1;

    private static bool IsOfDriver(ReadOnlySpan<char> text)
    {
        foreach (var network in Networks)
        {
            if (text.StartsWith(network, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static Range Password(string text, int least, int at)
    {
        var before = text.AsSpan(least, at - least);
        var start = before.LastIndexOfAny(Ends) + 1;
        var colon = before[start..].IndexOf(':');
        return colon >= 0 && start + colon + 1 < before.Length ? (least + start + colon + 1)..at : default;
    }
}
