using System.Collections.Frozen;
using System.Globalization;

namespace Seaworthy.Model.Known.Packages;

/// <summary>Packages that installation lines go on naming, and that a release of Debian or Ubuntu does not have.</summary>
/// <remarks>Sources: packages.debian.org and packages.ubuntu.com, the page of each package; Debian release notes, "Noteworthy obsolete packages".</remarks>
public static class AbsentPackages
{
    private static readonly FrozenDictionary<string, Row> Rows = new Dictionary<string, Row>
    {
        ["libgl1-mesa-glx"] = new(["Debian 13", "Ubuntu 24.04"], "libgl1"),
        ["libegl1-mesa"] = new(["Debian 13"], "libegl1"),
        ["libgdk-pixbuf2.0-0"] = new(["Debian 13"], "libgdk-pixbuf-2.0-0"),
        ["libgconf-2-4"] = new(["Debian 13"], null),
        ["libasound2"] = new(["Ubuntu 24.04"], "libasound2t64"),
        ["libssl1.1"] = new(["Debian 12", "Debian 13", "Ubuntu 22.04", "Ubuntu 24.04"], "libssl3"),
        ["libfdk-aac1"] = new(["Ubuntu 22.04", "Ubuntu 24.04"], "libfdk-aac2"),
        ["libffi7"] = new(["Debian 12", "Debian 13", "Ubuntu 22.04", "Ubuntu 24.04"], "libffi8"),
        ["libtiff5"] = new(["Debian 12", "Debian 13"], "libtiff6"),
        ["libwebp6"] = new(["Debian 12", "Debian 13"], "libwebp7"),
        ["netcat"] = new(["Debian 12", "Debian 13", "Ubuntu 24.04"], "netcat-openbsd"),
        ["python"] = new(["Debian 12", "Debian 13", "Ubuntu 22.04", "Ubuntu 24.04"], "python3"),
        ["python-pip"] = new(["Debian 11", "Debian 12", "Debian 13", "Ubuntu 20.04", "Ubuntu 22.04", "Ubuntu 24.04"], "python3-pip"),
        ["python-dev"] = new(["Debian 12", "Debian 13", "Ubuntu 24.04"], "python3-dev"),
        ["python2"] = new(["Debian 12", "Debian 13", "Ubuntu 24.04"], "python3"),
        ["python2-dev"] = new(["Debian 12", "Debian 13", "Ubuntu 24.04"], "python3-dev"),
        ["python2.7"] = new(["Debian 12", "Debian 13", "Ubuntu 24.04"], "python3"),
        ["python2.7-dev"] = new(["Debian 12", "Debian 13", "Ubuntu 24.04"], "python3-dev"),
        ["software-properties-common"] = new(["Debian 13"], null),
        ["wkhtmltopdf"] = new(["Debian 13"], null),
        ["chromium-browser"] = new(["Debian 11", "Debian 12", "Debian 13"], "chromium"),
        ["mysql-client"] = new(["Debian 11", "Debian 12", "Debian 13"], "default-mysql-client"),
        ["mysql-server"] = new(["Debian 11", "Debian 12", "Debian 13"], "default-mysql-server"),
        ["mongodb"] = new(["Debian 11", "Debian 12", "Debian 13", "Ubuntu 22.04", "Ubuntu 24.04"], null),
        ["mongodb-clients"] = new(["Debian 11", "Debian 12", "Debian 13", "Ubuntu 22.04", "Ubuntu 24.04"], null),
        ["redis-cli"] = new(["Debian 11", "Debian 12", "Debian 13", "Ubuntu 20.04", "Ubuntu 22.04", "Ubuntu 24.04"], "redis-tools"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // The one release of OpenJDK, or several, and the one of PostgreSQL that Debian and Ubuntu have.
    private static readonly FrozenDictionary<string, int[]> Java = new Dictionary<string, int[]>
    {
        ["Debian 11"] = [11, 17],
        ["Debian 12"] = [17],
        ["Debian 13"] = [21, 25],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // The one minor release of Python 3.
    private static readonly FrozenDictionary<string, int> Python = new Dictionary<string, int>
    {
        ["Debian 11"] = 9,
        ["Debian 12"] = 11,
        ["Debian 13"] = 13,
        ["Ubuntu 24.04"] = 12,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> PostgreSql = new Dictionary<string, int>
    {
        ["Debian 11"] = 13,
        ["Debian 12"] = 15,
        ["Debian 13"] = 17,
        ["Ubuntu 22.04"] = 14,
        ["Ubuntu 24.04"] = 16,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // The one of PHP.
    private static readonly FrozenDictionary<string, string> Php = new Dictionary<string, string>
    {
        ["Debian 11"] = "7.4",
        ["Debian 12"] = "8.2",
        ["Debian 13"] = "8.4",
        ["Ubuntu 20.04"] = "7.4",
        ["Ubuntu 22.04"] = "8.1",
        ["Ubuntu 24.04"] = "8.3",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] PhpPrefixes = ["php", "libapache2-mod-php"];

    private static readonly string[] SupportedDebian = ["Debian 12", "Debian 13"];

    /// <summary>No release of Debian that is supported has it.</summary>
    public static bool IsGoneFromDebian(string package) => Array.TrueForAll(SupportedDebian, release => Lacks(release, package));

    /// <summary>The release certainly does not have it.</summary>
    public static bool Lacks(string release, string package) =>
        Rows.TryGetValue(package, out var row) ? row.Lacking.Contains(release)
        : Version(package, "openjdk-") is { } java ? Java.TryGetValue(release, out var there) && !there.Contains(java)
        : (Version(package, "libpython3.") ?? Version(package, "python3.")) is { } python
            ? Python.TryGetValue(release, out var minor) && minor != python
        : PhpVersion(package) is { } php ? Php.TryGetValue(release, out var held) && held != php
        : Version(package, "postgresql-client-") is { } client && PostgreSql.TryGetValue(release, out var only) && client != only;

    /// <summary>What takes its place there; null when nothing of the release does, or that depends.</summary>
    public static string? Instead(string release, string package) =>
        Rows.TryGetValue(package, out var row) ? row.Instead
        : Version(package, "openjdk-") is { } java && Java.TryGetValue(release, out var there)
            ? package.Replace($"openjdk-{java}", $"openjdk-{there[0]}", StringComparison.Ordinal)
        : Version(package, "postgresql-client-") is not null ? "postgresql-client"
        : null;

    // "php5", "php7.4-fpm", "libapache2-mod-php8.2"
    private static string? PhpVersion(string package) =>
        Array.Find(PhpPrefixes, start => package.StartsWith(start, StringComparison.Ordinal)) is { } prefix
        && package[prefix.Length..].Split('-')[0] is { Length: > 0 } version
        && version.All(letter => char.IsAsciiDigit(letter) || letter == '.')
            ? version
            : null;

    // "openjdk-17-jre-headless", "postgresql-client-15"
    private static int? Version(string package, string prefix) =>
        package.StartsWith(prefix, StringComparison.Ordinal)
        && int.TryParse(package[prefix.Length..].Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;

    private sealed record Row(string[] Lacking, string? Instead);
}
