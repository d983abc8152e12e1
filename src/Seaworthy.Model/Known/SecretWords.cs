using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>
/// Names whose values a report hides. Rules ask <see cref="SecretNames"/>, which must be sure; a report can do without a value that looks random and is called a key.
/// </summary>
public static class SecretWords
{
    private const int LongestName = 80;

    // PGPASSWORD, SMTPPASS, keystorePassword.
    private static readonly string[] RunTogether = ["PASSWORD", "PASSWD", "PASSPHRASE", "PASSCODE", "PASS"];

    private static readonly FrozenSet<string> OtherWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["BYPASS", "COMPASS", "ENCOMPASS", "SURPASS", "TRESPASS"]
    );

    // Which of several, or for which environment: DB_PASSWORD_1, API_TOKEN_PROD, ROOT_PASSWORD_V2.
    private static readonly FrozenSet<string> Versions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "PROD PRODUCTION STAGING STAGE DEV TEST LIVE OLD NEW VALUE BASE64 B64 V MAIN DEFAULT DB PLAIN PLAINTEXT CLEARTEXT RAW".Split(' ')
    );

    private static readonly FrozenSet<string> Hints = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        (
            "PASS PASSWORD PASSWD PW PWD PASSCODE PASSPHRASE PASSWORT SENHA CONTRASENA SECRET SECRETS TOKEN TOKENS KEY KEYS CRED CREDS CREDENTIAL CREDENTIALS PAT PIN OTP SEED SALT PEPPER "
            + "SIG SIGNATURE SESSION COOKIE AUTH JWT APIKEY"
        ).Split(' ')
    );

    private static readonly string[] HintEnds = ["KEY", "PASS", "TOKEN", "SECRET", "PASSWORD", "PWD"];

    // What stands before the word in the name of a list: "max_tokens" and "stop_tokens" count and end texts.
    private static readonly string[] Lists =
    [
        "PASSWORDS",
        "PASSWDS",
        "PASSPHRASES",
        "APITOKENS",
        "ACCESSTOKENS",
        "AUTHTOKENS",
        "BEARERTOKENS",
        "REFRESHTOKENS",
        "ADMINTOKENS",
        "SECRETTOKENS",
        "APIKEYS",
        "SECRETKEYS",
        "PRIVATEKEYS",
        "ENCRYPTIONKEYS",
        "SIGNINGKEYS",
        "MASTERKEYS",
    ];

    // Variables that hold a password itself, or a user and his password.
    private static readonly string[] SignIns = ["REDIS_AUTH", "BASIC_AUTH", "NEO4J_AUTH"];

    /// <summary>Whether all that is given to such a name is hidden.</summary>
    public static bool Promise(ReadOnlySpan<char> name)
    {
        if (SecretNames.IsSecret(name))
        {
            return true;
        }

        var core = WithoutVersion(name.Trim("_-.\"'\\ "));
        return core.Length != name.Length && SecretNames.IsSecret(core) || IsRunTogether(core) || IsList(core) || IsSignIn(core);
    }

    /// <summary>Whether it is a password that such a name promises: a number may be one as well, but for that of a port.</summary>
    public static bool PromisePassword(ReadOnlySpan<char> name) =>
        (name.Contains("pass", StringComparison.OrdinalIgnoreCase) || name.Contains("pwd", StringComparison.OrdinalIgnoreCase))
        && !name.Contains("port", StringComparison.OrdinalIgnoreCase)
        && Promise(name);

    /// <summary>Whether what is given to such a name is hidden when it looks drawn by chance.</summary>
    public static bool Hint(ReadOnlySpan<char> name)
    {
        var whole = name.Trim("_-.\"'\\ ");
        if (whole.IsEmpty || whole.Length > LongestName)
        {
            return false;
        }

        var hints = Hints.GetAlternateLookup<ReadOnlySpan<char>>();
        var start = 0;
        for (var at = 1; at <= whole.Length; at++)
        {
            if (at == whole.Length || IsJoint(whole, at))
            {
                if (hints.Contains(whole[start..at].Trim("_-.0123456789")))
                {
                    return true;
                }

                start = at;
            }
        }

        foreach (var end in HintEnds)
        {
            if (whole.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a value is hidden for its name, or for both.</summary>
    public static bool Hide(ReadOnlySpan<char> name, ReadOnlySpan<char> value) =>
        Promise(name) || (RandomLooks.IsStrong(value) && Hint(name));

    private static bool IsList(ReadOnlySpan<char> name)
    {
        if (name is not [.., 's' or 'S'] || name.Length > LongestName)
        {
            return false;
        }

        Span<char> letters = stackalloc char[LongestName];
        var length = 0;
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                letters[length++] = char.ToUpperInvariant(letter);
            }
        }

        foreach (var word in Lists)
        {
            if (letters[..length].EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSignIn(ReadOnlySpan<char> name)
    {
        foreach (var word in SignIns)
        {
            if (name.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRunTogether(ReadOnlySpan<char> name)
    {
        var last = name[(name.LastIndexOfAny("_-.") + 1)..];
        if (
            last.Length < name.Length
            && (last.Equals("PWD", StringComparison.OrdinalIgnoreCase) || last.Equals("PW", StringComparison.OrdinalIgnoreCase))
        )
        {
            return true;
        }

        foreach (var word in RunTogether)
        {
            if (last.Length > word.Length && last.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return !OtherWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(last);
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> WithoutVersion(ReadOnlySpan<char> name)
    {
        var core = name.TrimEnd("0123456789_-.");
        var last = core.LastIndexOfAny("_-.");
        return last > 0 && Versions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(core[(last + 1)..])
            ? core[..last].TrimEnd("0123456789_-.")
            : core;
    }

    private static bool IsJoint(ReadOnlySpan<char> name, int at) =>
        !char.IsAsciiLetterOrDigit(name[at])
        || !char.IsAsciiLetterOrDigit(name[at - 1])
        || (char.IsAsciiLetterUpper(name[at]) && char.IsAsciiLetterLower(name[at - 1]));
}
