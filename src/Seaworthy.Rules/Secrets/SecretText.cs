using Seaworthy.Model.Known;

namespace Seaworthy.Rules.Secrets;

/// <summary>Which values of a variable with a secret's name are in use as they are written.</summary>
internal static class SecretText
{
    private const int LeastOfMinio = 8;

    // A placeholder for a third party's key opens nothing; for the program's own signing key it is the key.
    public static bool IsUsed(string name, string? value) =>
        value is { Length: > 1 } text
        && !IsSwitch(text)
        && !IsTooShortForMinio(name, text)
        && !IsFile(text)
        // For one machine, by its own words: local_password.
        && !text.StartsWith("local", StringComparison.OrdinalIgnoreCase)
        && (SecretNames.IsSigningKey(name) || !SecretNames.IsPlaceholder(text) || SecretNames.IsWeak(text));

    /// <summary>MinIO rejects it and stops: the password opens nothing.</summary>
    /// <remarks>Source: MinIO documentation, "Root Access Settings": at least eight characters.</remarks>
    private static bool IsTooShortForMinio(string name, string text) =>
        name is "MINIO_ROOT_PASSWORD" or "MINIO_SECRET_KEY" && text.Length < LeastOfMinio;

    /// <summary>A name like a secret's that only requests one: <c>MYSQL_RANDOM_ROOT_PASSWORD=yes</c>.</summary>
    private static bool IsSwitch(string text) => text.ToUpperInvariant() is "TRUE" or "FALSE" or "YES" or "NO" or "ON" or "OFF";

    /// <summary>The name of the file that holds it.</summary>
    private static bool IsFile(string text) =>
        (text is ['/', ..] && text.Count(letter => letter == '/') > 1 && !text.AsSpan().ContainsAny('=', '+'))
        || text.EndsWith(".key", StringComparison.Ordinal)
        || text.EndsWith(".pem", StringComparison.Ordinal)
        || text.EndsWith(".p12", StringComparison.Ordinal)
        || text.EndsWith(".jks", StringComparison.Ordinal);

    /// <summary>A file that shows how such a file is written.</summary>
    public static bool IsSample(string name) =>
        name.Contains("example", StringComparison.OrdinalIgnoreCase)
        || name.Contains("sample", StringComparison.OrdinalIgnoreCase)
        || name.Contains("template", StringComparison.OrdinalIgnoreCase);
}
