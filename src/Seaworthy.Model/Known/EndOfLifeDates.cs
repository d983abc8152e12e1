using System.Globalization;

namespace Seaworthy.Model.Known;

/// <summary>When release lines of languages, systems and databases stop getting security fixes.</summary>
/// <remarks>Source: endoflife.date, the page of each product; for Debian the end of long-term support, for Ubuntu the end of standard support.</remarks>
public static class EndOfLifeDates
{
    private static readonly IReadOnlyList<EndOfLife> Rows = All;

    private static readonly Dictionary<ReleaseLine, EndOfLife> ByVersion = Rows.ToDictionary(row => new ReleaseLine(
        row.Product,
        row.Version
    ));

    // What an image's repository is called where it differs from the product.
    private static readonly Dictionary<string, string> Products = new Dictionary<string, string>
    {
        ["mcr.microsoft.com/dotnet/sdk"] = "dotnet",
        ["mcr.microsoft.com/dotnet/aspnet"] = "dotnet",
        ["mcr.microsoft.com/dotnet/runtime"] = "dotnet",
        ["mcr.microsoft.com/dotnet/runtime-deps"] = "dotnet",
        ["mcr.microsoft.com/dotnet/core/sdk"] = "dotnet",
        ["mcr.microsoft.com/dotnet/core/aspnet"] = "dotnet",
        ["mcr.microsoft.com/dotnet/core/runtime"] = "dotnet",
        ["mcr.microsoft.com/dotnet/core/runtime-deps"] = "dotnet",
        ["postgis/postgis"] = "postgres",
        ["docker.elastic.co/elasticsearch/elasticsearch"] = "elasticsearch",
    };

    // A part of a tag that names the system below: bookworm, alpine3.18, debian12.
    private static readonly string[] Systems = ["alpine", "debian", "ubuntu"];

    /// <summary>The day this table was made, which stands for today: the same repository gives the same report on every day.</summary>
    public static DateOnly AsOf { get; } = new(2026, 11, 1);

    public static IReadOnlyList<EndOfLife> All =>
        [
            .. Lines(
                "node",
                "10 2021-04-30, 12 2022-04-30, 13 2020-06-01, 14 2023-04-30, 15 2021-06-01, 16 2023-09-11, 17 2022-06-01, 18 2025-04-30"
            ),
            .. Lines(
                "node",
                "19 2023-06-01, 20 2026-04-30, 21 2024-06-01, 22 2027-04-30, 23 2025-06-01, 24 2028-04-30, 25 2026-06-01, 26 2029-04-30"
            ),
            .. Lines(
                "python",
                "2.7 2020-01-01, 3.5 2020-09-30, 3.6 2021-12-23, 3.7 2023-06-27, 3.8 2024-10-07, 3.9 2025-10-31, 3.10 2026-10-31"
            ),
            .. Lines("python", "3.11 2027-10-31, 3.12 2028-10-31, 3.13 2029-10-31, 3.14 2030-10-31"),
            .. Lines("debian", "8 2020-06-30, 9 2022-06-30, 10 2024-06-30, 11 2026-08-31, 12 2028-06-30, 13 2030-06-30"),
            .. Lines(
                "debian",
                "jessie 2020-06-30, stretch 2022-06-30, buster 2024-06-30, bullseye 2026-08-31, bookworm 2028-06-30, trixie 2030-06-30"
            ),
            .. Lines("alpine", "3.6 2019-05-01, 3.7 2019-11-01, 3.8 2020-05-01, 3.9 2020-11-01"),
            .. Lines(
                "alpine",
                "3.10 2021-05-01, 3.11 2021-11-01, 3.12 2022-05-01, 3.13 2022-11-01, 3.14 2023-05-01, 3.15 2023-11-01, 3.16 2024-05-23"
            ),
            .. Lines(
                "alpine",
                "3.17 2024-11-22, 3.18 2025-05-09, 3.19 2025-11-01, 3.20 2026-04-01, 3.21 2026-11-01, 3.22 2027-05-01, 3.23 2027-11-01"
            ),
            .. Lines(
                "ubuntu",
                "14.04 2019-04-30, 16.04 2021-04-30, 18.04 2023-05-31, 20.04 2025-05-31, 22.04 2027-04-30, 24.04 2029-05-31"
            ),
            .. Lines("ubuntu", "23.04 2024-01-25, 23.10 2024-07-11, 24.10 2025-07-10, 25.04 2026-01-15"),
            .. Lines(
                "ubuntu",
                "trusty 2019-04-30, xenial 2021-04-30, bionic 2023-05-31, focal 2025-05-31, jammy 2027-04-30, noble 2029-05-31"
            ),
            .. Lines(
                "golang",
                "1.16 2022-03-15, 1.17 2022-08-02, 1.18 2023-02-01, 1.19 2023-09-06, 1.20 2024-02-06, 1.21 2024-08-13, 1.22 2025-02-11"
            ),
            .. Lines("golang", "1.23 2025-08-12, 1.24 2026-02-11, 1.25 2026-08-31, 1.26 2027-02-28"),
            .. Lines(
                "postgres",
                "9.5 2021-02-11, 9.6 2021-11-11, 10 2022-11-10, 11 2023-11-09, 12 2024-11-21, 13 2025-11-13, 14 2026-11-12"
            ),
            .. Lines("postgres", "15 2027-11-11, 16 2028-11-09, 17 2029-11-08, 18 2030-11-14"),
            .. Lines("mysql", "5.6 2021-02-05, 5.7 2023-10-31, 8.0 2026-04-30, 8.4 2032-04-30"),
            .. Lines(
                "mariadb",
                "10.2 2022-05-23, 10.3 2023-05-25, 10.4 2024-06-18, 10.5 2025-06-24, 10.6 2026-07-06, 10.11 2028-02-16, 11.4 2029-05-29"
            ),
            .. Lines(
                "mongo",
                "3.6 2021-04-30, 4.0 2022-04-30, 4.2 2023-04-30, 4.4 2024-02-29, 5.0 2024-10-31, 6.0 2025-07-31, 7.0 2027-08-31, 8.0 2029-10-31"
            ),
            .. Lines("elasticsearch", "5 2019-03-11, 6 2022-02-10, 7 2026-01-15"),
            .. Lines(
                "php",
                "5.6 2018-12-31, 7.0 2019-01-10, 7.1 2019-12-01, 7.2 2020-11-30, 7.3 2021-12-06, 7.4 2022-11-28, 8.0 2023-11-26"
            ),
            .. Lines("php", "8.1 2025-12-31, 8.2 2026-12-31, 8.3 2027-12-31, 8.4 2028-12-31, 8.5 2029-12-31"),
            .. Lines(
                "dotnet",
                "2.1 2021-08-21, 2.2 2019-12-23, 3.0 2020-03-03, 3.1 2022-12-13, 5.0 2022-05-10, 6.0 2024-11-12, 7.0 2024-05-14, 8.0 2026-11-10, 9.0 2026-11-10, 10.0 2028-11-14"
            ),
            .. Lines(
                "ruby",
                "2.5 2021-04-05, 2.6 2022-04-12, 2.7 2023-03-31, 3.0 2024-04-23, 3.1 2025-03-26, 3.2 2026-03-31, 3.3 2027-03-31, 3.4 2028-03-31"
            ),
        ];

    /// <summary>The row of a release: <c>18.19.1</c> and <c>18</c> are one line of Node, <c>3.8.10</c> is of Python's 3.8.</summary>
    public static EndOfLife? Find(string product, string version)
    {
        for (var line = version.TrimStart('v'); line.Length > 0; line = line.LastIndexOf('.') is > 0 and var dot ? line[..dot] : "")
        {
            if (ByVersion.TryGetValue(new(product, line), out var found))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The releases of a product that are supported, the one that is supported longest first; a system is called as the ended release of it is, by number or by name.</summary>
    public static IReadOnlyList<EndOfLife> Supported(EndOfLife ended)
    {
        ArgumentNullException.ThrowIfNull(ended);
        return
        [
            .. Rows.Where(row => row.Product == ended.Product && row.Date >= AsOf && IsNumber(row.Version) == IsNumber(ended.Version))
                .OrderByDescending(row => row.Date),
        ];
    }

    /// <summary>What an image's name tells: the row of its product, and of the system that its tag names.</summary>
    public static IReadOnlyList<EndOfLife> Of(ImageReference image)
    {
        ArgumentNullException.ThrowIfNull(image);
        List<EndOfLife?> found = [OfProduct(image), .. image.EffectiveTag.Split('-').Select(OfSystem)];
        return [.. found.OfType<EndOfLife>().Distinct()];
    }

    /// <summary>The row of the image's own product.</summary>
    public static EndOfLife? OfProduct(ImageReference image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var name = image.IsOnHub ? image.Repository : $"{image.Registry}/{image.Repository}";
        return Find(Products.GetValueOrDefault(name) ?? (image.IsOfficial ? image.Name : ""), image.EffectiveTag.Split('-')[0]);
    }

    /// <summary>A release of a system that other images are built upon.</summary>
    public static bool IsOfSystem(EndOfLife row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Systems.Contains(row.Product);
    }

    /// <summary>The row of the system that a part of a tag names.</summary>
    public static EndOfLife? OfSystem(string part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var named = Systems.FirstOrDefault(system => part.StartsWith(system, StringComparison.Ordinal) && part.Length > system.Length);
        return named is not null ? Find(named, part[named.Length..])
            // "bookworm"; "v8.4.0" is a release of the image's own.
            : part.Length > 0 && part.All(char.IsAsciiLetter) ? Find("debian", part) ?? Find("ubuntu", part)
            : null;
    }

    private static bool IsNumber(string version) => char.IsAsciiDigit(version[0]);

    private static IEnumerable<EndOfLife> Lines(string product, string lines) =>
        lines
            .Split(", ")
            .Select(line => line.Split(' '))
            .Select(line => new EndOfLife(product, line[0], DateOnly.Parse(line[1], CultureInfo.InvariantCulture)));

    private sealed record ReleaseLine(string Product, string Version);
}
