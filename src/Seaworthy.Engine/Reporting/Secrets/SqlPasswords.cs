using System.Buffers;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The password that a statement gives to a user: <c>CREATE USER x WITH PASSWORD 'X'</c>, <c>IDENTIFIED BY 'X'</c>, <c>ALTER USER x PASSWORD 'X'</c>.</summary>
/// <remarks>Sources: PostgreSQL documentation, "CREATE ROLE"; MySQL Reference Manual, "CREATE USER Statement".</remarks>
internal static class SqlPasswords
{
    private const int Least = 4;

    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["password '", "password \\'", "password \"", "identified by '", "identified by \\'", "identified by \"", " by '", "password = '"],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly SearchValues<string> Statements = SearchValues.Create(
        ["user ", "role ", "login", "grant ", "identified "],
        StringComparison.OrdinalIgnoreCase
    );

    // The statement begins no farther before.
    private const int Reach = 300;

    public static Range Next(string text, int from)
    {
        for (var at = NextWord(text, from); at >= 0; at = NextWord(text, at + 1))
        {
            var start = at + text.AsSpan(at).IndexOfAny("'\"") + 1;
            if (
                text.AsSpan(Math.Max(0, at - Reach)..start).ContainsAny(Statements)
                && QuotedText.End(text, start, text[start - 1]) is >= 0 and var end
                && end - start >= Least
            )
            {
                return start..(text[end - 1] == '\\' ? end - 1 : end);
            }
        }

        return default;
    }

    private static int NextWord(string text, int from) =>
        from < text.Length && text.AsSpan(from).IndexOfAny(Words) is var at and >= 0 ? from + at : -1;
}
