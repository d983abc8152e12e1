using System.Buffers;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The password behind an option of a command: <c>--password X</c>, <c>sqlcmd -P X</c>, <c>redis-cli -a X</c>, <c>mysqladmin -pX</c>, <c>sshpass -p X</c>, as words or as a list.</summary>
internal static class PasswordOptions
{
    private const int Least = 4;

    // The tool stands in the same command.
    private const int LongestCommand = 600;

    private static readonly SearchValues<char> OfPorts = SearchValues.Create("0123456789:.");

    private static readonly Option[] Options =
    [
        new("--password", "", IsGlued: false),
        new("--requirepass", "", IsGlued: false),
        new("--masterauth", "", IsGlued: false),
        new("-P", "sqlcmd", IsGlued: false),
        new("-a", "redis-cli", IsGlued: false),
        new("-p", "mysql", IsGlued: true),
        new("-p", "mariadb", IsGlued: true),
        new("-p", "sshpass", IsGlued: false),
        new("-p", "sshpass", IsGlued: true),
        new("-p", "mongo", IsGlued: false),
        new("-p", " login", IsGlued: false),
        new("-w", "ldap", IsGlued: false),
        new("-p", "useradd", IsGlued: false),
        new("-p", "twine", IsGlued: false),
        new("-p", "cqlsh", IsGlued: false),
        new("-p", "cypher-shell", IsGlued: false),
        new("-p", "rabbitmqadmin", IsGlued: false),
        new("-pw", "plink", IsGlued: false),
        new("-pw", "pscp", IsGlued: false),
        new("-pw", "psftp", IsGlued: false),
        new("-pw", "putty", IsGlued: false),
        new("-storepass", "", IsGlued: false),
        new("-keypass", "", IsGlued: false),
        new("-Password", "", IsGlued: false),
        new("-ApiKey", "", IsGlued: false),
        new("--secret-string", "", IsGlued: false),
        new("--oauth2-bearer", "", IsGlued: false),
        new("--body", "secret set", IsGlued: false),
    ];

    public static Range Next(string text, int from)
    {
        for (var at = text.IndexOf('-', from); at >= 0; at = at + 1 < text.Length ? text.IndexOf('-', at + 1) : -1)
        {
            if (at > 0 && !char.IsWhiteSpace(text[at - 1]) && text[at - 1] is not ('"' or '\'' or '`'))
            {
                continue;
            }

            foreach (var option in Options)
            {
                if (IsAt(text, at, option) && Value(text, at + option.Name.Length, option.IsGlued) is { End.Value: > 0 } value)
                {
                    return value;
                }
            }
        }

        return default;
    }

    private static bool IsAt(string text, int at, Option option) =>
        text.AsSpan(at).StartsWith(option.Name, StringComparison.Ordinal)
        && (option.Tool.Length == 0 || text.AsSpan(Math.Max(0, at - LongestCommand)..at).Contains(option.Tool, StringComparison.Ordinal));

    private static Range Value(string text, int from, bool isGlued)
    {
        // Another option that begins alike: --password-file, -PasswordFile.
        if (!isGlued && from < text.Length && (char.IsAsciiLetterOrDigit(text[from]) || text[from] is '-' or '_'))
        {
            return default;
        }

        var word = OptionWord.After(text, from);
        // -p'X' is glued as -pX is.
        var before = text.AsSpan(from..word.Start.Value);
        var isApart = before is not ([] or ['"' or '\'']);
        if (isApart == isGlued)
        {
            return default;
        }

        var (start, end) = (word.Start.Value, word.End.Value);
        var value = text.AsSpan()[word];
        // The next option; a mapping of ports, `docker run --name mysql -p3306:3306`.
        return value.Length < Least || value[0] == '-' || (!value.ContainsAnyExcept(OfPorts) && text[from - 1] == 'p')
            ? default
            : start..end;
    }

    /// <summary>A way to give a password to a command.</summary>
    /// <param name="Name">The option itself.</param>
    /// <param name="Tool">Text that stands before it; empty where the option is clear by itself.</param>
    /// <param name="IsGlued">The value follows with nothing between.</param>
    private readonly record struct Option(string Name, string Tool, bool IsGlued);
}
