using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>Which names promise a secret, and which values only stand for one.</summary>
public static class SecretNames
{
    private static readonly FrozenSet<string> LastWords = FrozenSet.Create(
        StringComparer.Ordinal,
        ["PASSWORD", "PASSWD", "PASS", "SECRET", "TOKEN", "APIKEY", "SECRETKEY", "PASSPHRASE", "CREDENTIALS"]
    );

    // How the last word of any secret name ends.
    private static readonly string[] Ends = ["KEY", "BASE", .. LastWords];

    private static readonly FrozenSet<string> KeyWords = FrozenSet.Create(
        StringComparer.Ordinal,
        ["API", "SECRET", "PRIVATE", "ENCRYPTION", "SIGNING", "MASTER", "JWT", "SESSION", "ROLE", "ACCESS", "AUTH", "ADMIN", "HMAC"]
    );

    private static readonly FrozenSet<string> PublicWords = FrozenSet.Create(
        StringComparer.Ordinal,
        ["PUBLIC", "PUBLISHABLE", "ANON", "VITE", "SITE", "CSRF", "EXAMPLE", "PAGE", "NEXT", "DESIGN", "HASHED"]
    );

    private static readonly FrozenSet<string> Signing = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "JWT",
            "SESSION",
            "COOKIE",
            "ENCRYPTION",
            "SIGNING",
            "TOKEN",
            "REFRESH",
            "AUTH",
            "NEXTAUTH",
            "HMAC",
            "MASTER",
            "CRYPTO",
            "DJANGO",
            "FLASK",
            "APP",
        ]
    );

    // Words that a person writes where a value is to come.
    private static readonly IReadOnlyList<string> Placeholders =
    [
        "change",
        "your",
        "example",
        "placeholder",
        "xxx",
        "replace",
        "dummy",
        "todo",
        "insert",
        "fake",
        "sample",
        "test",
        "mock",
        "stub",
        "...",
        "redacted",
        "***",
        "•••",
        "generate",
        "insecure",
        "demo",
        "default",
        "fixme",
        "not-a-",
        "base64-encoded",
        "base64-of",
        "base64_of",
        "secret-here",
        "secret_here",
        "must_be",
        "must-be",
        "characters_long",
        "characters-long",
        "secret-key",
        "secret_key",
        "access-key",
        "access_key",
        "abcdef",
        "123456",
        "abc123",
        "deadbeef",
        "lorem",
        "supersecret",
        "super-secret",
        "super_secret",
        "mysecret",
        "mypass",
        "my-secret",
        "my_secret",
        "ci-only",
        "localhost",
        "local-dev",
        "development",
        "dev-",
        "dev_",
        "-dev",
        "_dev",
        "notreal",
        "notareal",
        "none",
        "null",
        "undefined",
        "encrypted:",
        "ENC[",
        // Grafana's own default, in every grafana.ini.
        "SW2YcwTIb9zpOOhoPsMm",
    ];

    // Where Greek begins; Latin letters of all languages stand before it.
    private const char FirstBesideLatin = '\u0370';

    // What documentation writes in capitals where the thing itself would stand: https://x-access-token:TOKEN@host, USER:API_KEY.
    private static readonly FrozenSet<string> Generic = FrozenSet.Create(
        StringComparer.Ordinal,
        "TOKEN PASSWORD PASSWD PASS PWD SECRET KEY USER USERNAME LOGIN ACCESS API AUTH APIKEY CREDENTIALS GITHUB GITLAB GH PAT CI ENCODED OVERRIDE OVERRIDDEN OVERWRITE REMOVED SCRUBBED STRIPPED HIDDEN MASKED".Split(
            ' '
        )
    );

    // What everybody gives a database on his own machine.
    private static readonly FrozenSet<string> Weak = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "postgres password passwd pass root admin secret guest user mysql mongo mongodb redis rabbitmq minio minioadmin minio123 admin123 password123 pass123 root123 postgres123 postgrespw rootpassword dev local app appuser apppass toor qwerty letmein grafana prometheus p@ssw0rd p@ssword passw0rd pa$$w0rd pa$$word".Split(
            ' '
        )
    );

    // What a provider lets anybody in with: NASA's DEMO_KEY, a free plan, FTP's anonymous.
    private static readonly FrozenSet<string> ForAll = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["FREE", "DEMO", "DEMO_KEY", "DEMO-KEY", "PUBLIC", "ANONYMOUS", "ANON"]
    );

    /// <summary>Whether somebody who gives a variable this name means its value to be kept from others.</summary>
    public static bool IsSecret(ReadOnlySpan<char> name)
    {
        if (!EndsAsSecret(name))
        {
            return false;
        }

        var words = Words(name);
        return words.Length > 0
            && !words.Any(PublicWords.Contains)
            && !IsForBrowser(words)
            && words is not [.., "WEBSITE" or "XSRF" or "BEACON", "TOKEN"]
            // The name of a Secret of Kubernetes.
            && words is not [.., "PULL" or "EXISTING", "SECRET"]
            // What is done with a password: the number of the mail that goes out for it.
            && words is not ["RESET" or "FORGOT" or "FORGOTTEN" or "CHANGE", .., "PASSWORD"]
            && (
                LastWords.Contains(words[^1]) && (words.Length > 1 || words[0] is not "PASS")
                || words is [.., var before, "KEY"] && KeyWords.Contains(before)
                || words is [.., "SECRET", "KEY", "BASE"]
            );
    }

    // Called for every name and every line of a report: the ending decides nearly all of them without splitting.
    private static bool EndsAsSecret(ReadOnlySpan<char> name)
    {
        var end = name.TrimEnd("_-.\"' ");
        foreach (var word in Ends)
        {
            if (end.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Build tools put the values of such names into what every browser loads: <c>REACT_APP_…</c>, <c>NX_REACT_APP_…</c>, <c>VUE_APP_…</c>.</summary>
    private static bool IsForBrowser(string[] words)
    {
        for (var at = 0; at + 2 < words.Length; at++)
        {
            if (words[at] is "REACT" or "VUE" && words[at + 1] == "APP")
            {
                return true;
            }
        }

        return words is ["GATSBY" or "STORYBOOK", ..];
    }

    /// <summary>A key that signs or encrypts: anyone who knows it can impersonate every user.</summary>
    public static bool IsSigningKey(string name)
    {
        var words = Words(name);
        return IsSecret(name)
            && words is [.., "SECRET" or "KEY" or "BASE" or "SECRETKEY"]
            && (words is ["SECRET"] or ["SECRET", "KEY"] or ["SECRET", "KEY", "BASE"] || words.Any(Signing.Contains));
    }

    /// <summary>A key that its provider gives to everybody, and that keeps nobody out.</summary>
    public static bool IsForAll(string value) => ForAll.Contains(value);

    public static bool IsPlaceholder(string value) =>
        value.Length < 4
        || References.Any(scheme => value.StartsWith(scheme, StringComparison.Ordinal))
        || value is ['_', '_', .., '_', '_']
        || IsCall(value)
        || value is ['<', ..] or ['$', ..] or ['%', ..] or ['{', ..] or ['[', ..]
        || value.Contains("${", StringComparison.Ordinal)
        // A name of code: `Transport::try_new`.
        || (value.Contains("::", StringComparison.Ordinal) && char.IsAsciiLetter(value[0]))
        || value.Contains("{{", StringComparison.Ordinal)
        || value.Contains("$(", StringComparison.Ordinal)
        || value.Distinct().Count() < 4
        || PublishedSecrets.Contains(value)
        || IsGeneric(value)
        || value.Any(IsOfAnotherScript)
        || Placeholders.Any(word => value.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The loader of the file works the value out: <c>exec('pass show shop/jwt')</c>, <c>op(op://shop/jwt/key)</c>.</summary>
    /// <remarks>Source: varlock documentation, "@env-spec", "Function calls".</remarks>
    private static bool IsCall(string value) =>
        value is [.., ')']
        && value.IndexOf('(', StringComparison.Ordinal) is > 1 and var open
        && char.IsAsciiLetter(value[0])
        && value.AsSpan(0, open).ContainsAnyInRange('a', 'z')
        && value.Take(open).All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.');

    // Programs that look a value up by such an address: authentik, 1Password, Proton Pass, vals, Vault's injector, Secrets Manager.
    private static readonly string[] References = ["env://", "file://", "op://", "pass://", "ref+", "vault:", "awssm://", "arn:aws:"];

    /// <summary>Programs and people who draw a secret by chance draw Latin letters; others make words: <c>сгенерируй-ключ</c>, <c>请修改</c>.</summary>
    private static bool IsOfAnotherScript(char letter) => letter >= FirstBesideLatin && char.IsLetter(letter);

    private static bool IsGeneric(string value) => value.Split('_', '-', ' ').All(Generic.Contains);

    /// <summary>A placeholder that nobody could mean as a value: it says that another is to come.</summary>
    public static bool AsksForAnother(string value) =>
        value is ['<', ..]
        || value.StartsWith("CHANGE", StringComparison.OrdinalIgnoreCase)
        || value.Contains("REPLACE", StringComparison.OrdinalIgnoreCase)
        || value.Contains("YOUR_", StringComparison.OrdinalIgnoreCase)
        || value.Contains("YOUR-", StringComparison.OrdinalIgnoreCase);

    /// <summary>Letters and digits alone, in capitals: what a name and a value have in common when the one stands for the other.</summary>
    public static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    public static bool IsWeak(string value) => Weak.Contains(value) || Weak.Contains(value.TrimEnd("0123456789!@_-".ToCharArray()));

    /// <summary><c>jwtSecret</c>, <c>jwt-secret</c> and <c>JWT_SECRET</c> are the same words.</summary>
    private static string[] Words(ReadOnlySpan<char> name)
    {
        List<string> words = [];
        var start = 0;
        for (var at = 1; at <= name.Length; at++)
        {
            if (
                at == name.Length
                || !char.IsAsciiLetterOrDigit(name[at])
                || !char.IsAsciiLetterOrDigit(name[at - 1])
                || (char.IsAsciiLetterUpper(name[at]) && char.IsAsciiLetterLower(name[at - 1]))
            )
            {
                var word = name[start..at].Trim("_-.\"' ");
                if (word.Length > 0)
                {
                    words.Add(word.ToString().ToUpperInvariant());
                }

                start = at;
            }
        }

        return [.. words];
    }
}
