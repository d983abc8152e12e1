using System.Buffers;
using System.Collections.Frozen;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>Passwords in addresses of servers: <c>scheme://user:password@host</c>, where the host is no neighbour on the author's machine or in the same target.</summary>
/// <remarks>Source: RFC 3986, section 3.2.1.</remarks>
internal static class AddressScan
{
    private const int MaximumUser = 200;

    private static readonly SearchValues<char> Stops = SearchValues.Create(" \t\r\n\"'`<>/\\,;|()");

    private static readonly FrozenSet<string> Schemes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "postgres postgresql mysql mysql2 mariadb mongodb mongodb+srv redis rediss amqp amqps mssql sqlserver clickhouse cockroachdb ftp ftps sftp smtp smtps http https nats ldap ldaps".Split(
            ' '
        )
    );

    // Providers of databases and queues: who has the address and the password is in.
    private static readonly string[] Managed =
    [
        ".neon.tech",
        ".supabase.co",
        ".supabase.com",
        ".rds.amazonaws.com",
        ".mongodb.net",
        ".upstash.io",
        ".redis-cloud.com",
        ".redislabs.com",
        ".aivencloud.com",
        ".rlwy.net",
        ".psdb.cloud",
        ".cloudamqp.com",
        ".database.windows.net",
        ".cockroachlabs.cloud",
        ".db.ondigitalocean.com",
        ".render.com",
    ];

    /// <summary>Those of a provider alone, for texts that show many other addresses.</summary>
    public static IEnumerable<WrittenSecret> FindManaged(SourceFile file) =>
        Find(file, host => Array.Exists(Managed, name => host.Contains(name, StringComparison.OrdinalIgnoreCase)));

    public static IEnumerable<WrittenSecret> Find(SourceFile file) => Find(file, _ => true);

    private static IEnumerable<WrittenSecret> Find(SourceFile file, Func<string, bool> isMeant)
    {
        var text = file.Text;
        for (var at = text.IndexOf("://", StringComparison.Ordinal); at >= 0; at = text.IndexOf("://", at + 3, StringComparison.Ordinal))
        {
            var start = at + 3;
            var rest = text.AsSpan(start, Math.Min(text.Length - start, MaximumUser));
            var stop = rest.IndexOfAny(Stops);
            var authority = stop < 0 ? rest : rest[..stop];
            var sign = authority.LastIndexOf('@');
            var colon = sign < 0 ? -1 : authority[..sign].IndexOf(':');
            if (colon < 0 || sign - colon < 2 || !Schemes.Contains(Scheme(text, at)))
            {
                continue;
            }

            var behind = authority[(colon + 1)..sign];
            // "smtp://mail.shop.net:25?from=news@shop.net": a port, and a sign in what is asked for.
            if (behind.IndexOf('?') is var question and > 0 && !behind[..question].ContainsAnyExceptInRange('0', '9'))
            {
                continue;
            }

            var password = behind.ToString();
            var host = authority[(sign + 1)..].ToString();
            if (isMeant(host) && IsElsewhere(host) && !TakesErrors(host) && !IsComputed(authority) && !IsInInternationalLetters(authority))
            {
                yield return SecretValue.Of(
                    "password in an address",
                    SecretCertainty.Address,
                    password,
                    new SourceSpan(file, start + colon + 1, password.Length)
                ) with
                {
                    IsPlaceholder =
                        SecretNames.IsPlaceholder(password)
                        || SecretNames.IsWeak(password)
                        || password.Contains("password", StringComparison.OrdinalIgnoreCase)
                        || IsWordForSecret(password)
                        || PublicHost.IsInvented(host)
                        || PublicHost.IsClosed(host)
                        || host.Contains("host.", StringComparison.OrdinalIgnoreCase)
                        || TokenScan.IsCalledExample(text, at)
                        || IsShownInComment(text, at),
                };
            }
        }
    }

    /// <summary><c> * e.g. https://james:bond@secret.service.example</c>: what a comment tells about an argument.</summary>
    private static bool IsShownInComment(string text, int at)
    {
        var line = text.AsSpan(text.LastIndexOf('\n', at) + 1);
        line = line[..Math.Max(line.IndexOf("://", StringComparison.Ordinal), 0)].TrimStart();
        return line is ['*' or '#', ..] or ['/', '/', ..]
            && (
                line.Contains("e.g.", StringComparison.OrdinalIgnoreCase)
                || line.Contains("for instance", StringComparison.OrdinalIgnoreCase)
            );
    }

    /// <summary><c>TOKEN</c>, <c>userpass</c>; and in capitals whatever says what belongs there: <c>NEWPASS</c>.</summary>
    private static bool IsWordForSecret(string password) =>
        password.ToUpperInvariant()
            is "TOKEN"
                or "PWD"
                or "KEY"
                or "SECRET"
                or "CREDENTIALS"
                or "APIKEY"
                or "USERPASS"
                or "DBPASS"
                or "MYTOKEN"
        || password.All(char.IsAsciiLetterUpper)
            && (password.Contains("PASS", StringComparison.Ordinal) || password.EndsWith("PWD", StringComparison.Ordinal));

    private static string Scheme(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < 16 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] == '+'))
        {
            start--;
        }

        return text[start..end];
    }

    // One word is a neighbour's name; a machine of one's own is no secret.
    private static bool IsElsewhere(string host)
    {
        var name = host.Split(':')[0];
        return name.Contains('.', StringComparison.Ordinal)
            && !name.Contains("..", StringComparison.Ordinal)
            && !name.StartsWith("127.", StringComparison.Ordinal)
            && !name.StartsWith("0.", StringComparison.Ordinal)
            && !name.EndsWith(".local", StringComparison.Ordinal)
            && !name.EndsWith(".internal", StringComparison.Ordinal)
            // Names that are kept free for such uses. Source: RFC 6761, 6.2 and 6.4.
            && !name.EndsWith(".invalid", StringComparison.Ordinal)
            && !name.EndsWith(".test", StringComparison.Ordinal)
            && !name.EndsWith(".localhost", StringComparison.Ordinal);
    }

    /// <summary>The key of a client is published with the client: it only sends errors in. Source: Sentry, "Data Source Name (DSN)".</summary>
    private static bool TakesErrors(string host) =>
        host.Split(':')[0] is var name
        && (
            name.EndsWith("sentry.io", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("getsentry.com", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>An address is ASCII, and everything else is in percents: with other letters it shows what an IRI is.</summary>
    private static bool IsInInternationalLetters(ReadOnlySpan<char> authority) => authority.ContainsAnyExceptInRange('\0', '\u007f');

    private static bool IsComputed(ReadOnlySpan<char> authority) => authority.ContainsAny('$', '{', '%') || authority.Contains('*');
}
