using System.Globalization;

namespace Seaworthy.Model.Known.Packages;

/// <summary>The release of Debian or Ubuntu inside an image.</summary>
/// <remarks>
/// Sources: Docker Hub, the tags of each official image: since June 2023 those without a release in their name are built upon Debian 12 or later, Python's, Go's and Rust's upon
/// Debian 13 since August 2025; Microsoft Learn, ".NET container images": Debian 12 for .NET 8 and 9, Ubuntu 24.04 for .NET 10.
/// </remarks>
public static class SystemReleases
{
    private const string OldUbuntu = "old-releases.ubuntu.com";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["jessie"] = "Debian 8",
        ["stretch"] = "Debian 9",
        ["buster"] = "Debian 10",
        ["bullseye"] = "Debian 11",
        ["bookworm"] = "Debian 12",
        ["trixie"] = "Debian 13",
        ["focal"] = "Ubuntu 20.04",
        ["jammy"] = "Ubuntu 22.04",
        ["noble"] = "Ubuntu 24.04",
        ["disco"] = "Ubuntu 19.04",
        ["eoan"] = "Ubuntu 19.10",
        ["groovy"] = "Ubuntu 20.10",
        ["hirsute"] = "Ubuntu 21.04",
        ["impish"] = "Ubuntu 21.10",
        ["kinetic"] = "Ubuntu 22.10",
        ["lunar"] = "Ubuntu 23.04",
        ["mantic"] = "Ubuntu 23.10",
        ["oracular"] = "Ubuntu 24.10",
    };

    // From which version on the images of a language were never built upon anything before Debian 12.
    private static readonly Dictionary<string, Release> SinceBookworm = new(StringComparer.Ordinal)
    {
        ["node"] = new(20, 3),
        ["golang"] = new(1, 21),
        ["ruby"] = new(3, 3),
        ["php"] = new(8, 3),
        ["rust"] = new(1, 72),
    };

    // From which version on they were never built upon anything before Debian 13.
    private static readonly Dictionary<string, Release> SinceTrixie = new(StringComparer.Ordinal)
    {
        ["golang"] = new(1, 25),
        ["rust"] = new(1, 89),
    };

    // Their packages are where no image of theirs looks for them: the mirrors answer 404, or are gone.
    private static readonly Dictionary<string, string> Archives = new(StringComparer.Ordinal)
    {
        ["Debian 8"] = "archive.debian.org",
        ["Debian 9"] = "archive.debian.org",
        ["Debian 10"] = "archive.debian.org",
        ["CentOS 6"] = "vault.centos.org",
        ["CentOS 7"] = "vault.centos.org",
        ["CentOS 8"] = "vault.centos.org",
        ["CentOS Stream 8"] = "vault.centos.org",
        ["Ubuntu 19.04"] = OldUbuntu,
        ["Ubuntu 19.10"] = OldUbuntu,
        ["Ubuntu 20.10"] = OldUbuntu,
        ["Ubuntu 21.04"] = OldUbuntu,
        ["Ubuntu 21.10"] = OldUbuntu,
        ["Ubuntu 22.10"] = OldUbuntu,
        ["Ubuntu 23.04"] = OldUbuntu,
        ["Ubuntu 23.10"] = OldUbuntu,
        ["Ubuntu 24.10"] = OldUbuntu,
    };

    /// <summary>The archive that alone has a release's packages; null while its mirrors have them.</summary>
    /// <remarks>Sources: Debian wiki, DebianReleases and "archive.debian.org" (buster left the mirrors in July 2025); CentOS blog, "CentOS Linux EOL" (<c>mirrorlist.centos.org</c> ended in July 2024), "CentOS Stream 8 end of builds" (31 May 2024); Ubuntu Community Help, "EOLUpgrades" (releases between the long-term ones).</remarks>
    public static string? Archive(string release) => Archives.GetValueOrDefault(release);

    /// <summary>Those that it may be today, one of them for certain; empty when it is not known.</summary>
    public static IReadOnlyList<string> Of(ImageReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (reference is { IsOfficial: true, Repository: "centos" })
        {
            return CentOS(reference.EffectiveTag);
        }

        if (reference is { Registry: "quay.io", Repository: "centos/centos", EffectiveTag: "stream8" or "8" })
        {
            return ["CentOS Stream 8"];
        }

        if (PublicImages.Find(reference) is not { System: BaseSystem.Debian or BaseSystem.DebianFull or BaseSystem.Ubuntu } image)
        {
            return [];
        }

        // A tag with such a letter is no tag at all.
        if (!System.Text.Ascii.IsValid(reference.EffectiveTag))
        {
            return [];
        }

        var parts = reference.EffectiveTag.Split('-');
        if (parts.Select(part => Names.GetValueOrDefault(part)).FirstOrDefault(name => name is not null) is { } named)
        {
            return [named];
        }

        // A digest is an image of some day in the past.
        var version = parts[0].Split('.');
        return reference.Digest is not null ? [] : Unnamed(image.Name, parts[0], Number(version, 0), Number(version, 1), version.Length);
    }

    private static IReadOnlyList<string> CentOS(string tag) =>
        tag == "latest" ? ["CentOS 8"]
        : tag.Replace("centos", "", StringComparison.Ordinal) is ['6' or '7' or '8', ..] release
        && (release.Length == 1 || release[1] == '.')
            ? [$"CentOS {release[0]}"]
        : [];

    private static IReadOnlyList<string> Unnamed(string image, string version, int major, int minor, int parts) =>
        image switch
        {
            "debian" when major is >= 8 and <= 13 => [$"Debian {major}"],
            "debian" when version is "latest" or "stable" => ["Debian 13"],
            "ubuntu" when version is "20.04" or "22.04" or "24.04" || Archives.ContainsKey($"Ubuntu {version}") => [$"Ubuntu {version}"],
            "python" when version is "latest" or "slim" or "3" || (major == 3 && minor >= 9 && parts == 2) => ["Debian 13"],
            "python" when major == 3 && minor == 8 && parts == 2 => ["Debian 12"],
            "mcr.microsoft.com/dotnet/aspnet" or "mcr.microsoft.com/dotnet/sdk" or "mcr.microsoft.com/dotnet/runtime" => major switch
            {
                8 or 9 => ["Debian 12"],
                10 => ["Ubuntu 24.04"],
                _ => [],
            },
            _ when SinceTrixie.TryGetValue(image, out var since) && major == since.Major && minor >= since.Minor => ["Debian 13"],
            _ when SinceBookworm.TryGetValue(image, out var since)
                    && (
                        version is "latest" or "lts" or "slim" or "current"
                        || major > since.Major
                        || (major == since.Major && (minor >= since.Minor || parts == 1))
                    ) => ["Debian 12", "Debian 13"],
            _ => [],
        };

    private static int Number(string[] version, int index) =>
        index < version.Length && int.TryParse(version[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : -1;

    private sealed record Release(int Major, int Minor);
}
