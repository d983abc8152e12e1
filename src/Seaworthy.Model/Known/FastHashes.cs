using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>Hash functions that are made to be fast, and what shows that a password given to one is hashed once more, or goes elsewhere.</summary>
/// <remarks>Sources: OWASP, "Password Storage Cheat Sheet"; NIST SP 800-63B, 5.1.1.2; Have I Been Pwned, "Searching by range" (SHA-1 by its protocol).</remarks>
public static class FastHashes
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["md5"] = "MD5",
        ["md5Hex"] = "MD5",
        ["sha1"] = "SHA-1",
        ["sha-1"] = "SHA-1",
        ["sha1Hex"] = "SHA-1",
        ["sha256"] = "SHA-256",
        ["sha-256"] = "SHA-256",
        ["sha256Hex"] = "SHA-256",
        ["sha512"] = "SHA-512",
        ["sha-512"] = "SHA-512",
        ["sha512Hex"] = "SHA-512",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> PasswordNames = FrozenSet.Create(
        StringComparer.Ordinal,
        (
            "password passwd pwd pass plainpassword rawpassword newpassword oldpassword currentpassword userpassword inputpassword "
            + "enteredpassword givenpassword passwort senha contrasena motdepasse"
        ).Split(' ')
    );

    // A slow hash beside it, or a protocol that asks for the fast one.
    private static readonly string[] OtherUses =
    [
        "bcrypt",
        "argon2",
        "scrypt",
        "pbkdf2",
        "Rfc2898",
        "password_hash(",
        "password_verify(",
        "pwnedpasswords",
        "haveibeenpwned",
        "pgbouncer",
        "userlist",
        "Digest realm",
        // The API of Fever and Subsonic, which readers of feeds and players ask for.
        "fever",
        "subsonic",
    ];

    /// <summary>As people write it; null for a function that is none of these.</summary>
    public static string? NameOf(string function) => Names.GetValueOrDefault(function);

    /// <summary>So weak that a collision or a table of all short passwords is at hand.</summary>
    public static bool IsBroken(string name) => name is "MD5" or "SHA-1";

    public static bool IsPassword(string name) =>
        PasswordNames.Contains(name.TrimStart('$').Replace("_", "", StringComparison.Ordinal).ToLowerInvariant());

    public static bool IsForOtherUse(string source) =>
        Array.Exists(OtherUses, word => source.Contains(word, StringComparison.OrdinalIgnoreCase));
}
