using System.Collections.Frozen;
using Seaworthy.Model.Known.Runtimes;

namespace Seaworthy.Model.Known;

/// <summary>Extensions that <c>docker-php-ext-install</c> compiled once, and that later releases of PHP have no source of, or hold already.</summary>
/// <remarks>
/// Sources: PHP manual, "Migrating from PHP …", "Removed extensions" (7.2 mcrypt, 7.4 interbase, recode and wddx, 8.0 xmlrpc, 8.4 imap, oci8, pdo_oci and pspell);
/// docker-library/php, issues 1049 (json from 8.0 on) and 1631 (opcache from 8.5 on).
/// </remarks>
public static class LostPhpExtensions
{
    private static readonly FrozenDictionary<string, string> Since = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["mcrypt"] = "7.2",
        ["interbase"] = "7.4",
        ["recode"] = "7.4",
        ["wddx"] = "7.4",
        ["xmlrpc"] = "8.0",
        ["json"] = "8.0",
        ["imap"] = "8.4",
        ["oci8"] = "8.4",
        ["pdo_oci"] = "8.4",
        ["pspell"] = "8.4",
        ["opcache"] = "8.5",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Compiling it stops the build of an image of the release.</summary>
    public static bool Stops(string extension, string release) =>
        Since.TryGetValue(extension, out var first)
        && VersionLine.Parse(first) is { } line
        && VersionLine.Parse(release) is { } asked
        && asked.First >= line.First;

    /// <summary>The release has it without being asked.</summary>
    public static bool IsHeld(string extension) => extension is "opcache" or "json";
}
