using System.Globalization;

namespace Seaworthy.Model.Known;

/// <summary>Options that servers of official images no longer know.</summary>
public static class RemovedOptions
{
    private const string MySql80 = "MySQL 8.0 Reference Manual, \"Options and Variables Removed in MySQL 8.0\"";

    private static readonly Dictionary<string, RemovedOption[]> All = new(StringComparer.Ordinal)
    {
        ["mysql"] =
        [
            new(
                "default-authentication-plugin",
                (8, 4),
                "--mysql-native-password=ON up to 8.4, and none from 9.0 on",
                "MySQL 8.4 Release Notes, \"Changes in MySQL 8.4.0\""
            ),
            new(
                "skip-ssl",
                (8, 4),
                "--tls-version=''",
                "MySQL 8.4 Release Notes, \"Changes in MySQL 8.4.0\"; docker-library/mysql, issue 1053"
            ),
            new("query-cache-size", (8, 0), null, MySql80),
            new("query-cache-type", (8, 0), null, MySql80),
            new("query-cache-limit", (8, 0), null, MySql80),
            new("innodb-file-format", (8, 0), null, MySql80),
            new("innodb-large-prefix", (8, 0), null, MySql80),
        ],
        ["mongo"] =
        [
            new("smallfiles", (4, 2), null, "MongoDB 4.2 release notes, \"Removed MMAPv1 Storage Engine\""),
            new("nojournal", (7, 0), null, "MongoDB 6.1 release notes, \"Journaling Always Enabled\""),
            new("httpinterface", (3, 6), null, "MongoDB 3.6 release notes, \"HTTP interface and REST API\""),
        ],
    };

    /// <summary>Those that the release behind a tag refuses; none where the release is not known.</summary>
    public static IEnumerable<RemovedOption> Of(ImageReference image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return
            image is { IsOfficial: true, Digest: null }
            && All.TryGetValue(image.Repository, out var options)
            && Release(image) is { } release
            ? options.Where(option => release.CompareTo(option.Release) >= 0)
            : [];
    }

    /// <summary>The lowest release that the tag may stand for; <c>mysql:8</c> is 8.4 since April 2024.</summary>
    private static (int Major, int Minor)? Release(ImageReference image)
    {
        var parts = image.EffectiveTag.Split('-')[0].Split('.');
        return parts[0] is "latest" or "lts" or "innovation" ? (int.MaxValue, 0)
            : !Number(parts[0], out var major) ? null
            : parts.Length > 1
                ? Number(parts[1], out var minor) ? (major, minor)
                    : null
            : image.Repository == "mysql" && major == 8 ? (8, 4)
            : (major, 0);
    }

    private static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
