namespace Seaworthy.Model.Known.Actions;

/// <summary>Runner images that are gone from GitHub's own machines.</summary>
/// <remarks>Source: announcements of the repository actions/runner-images, as of November 2026.</remarks>
public static class RetiredRunners
{
    public static IReadOnlyList<RetiredRunner> All { get; } =
    [
        new("ubuntu-16.04", new DateOnly(2021, 9, 20)),
        new("ubuntu-18.04", new DateOnly(2023, 4, 3)),
        new("ubuntu-20.04", new DateOnly(2025, 4, 15)),
        new("windows-2016", new DateOnly(2022, 3, 15)),
        new("windows-2019", new DateOnly(2025, 6, 30)),
        new("macos-10.15", new DateOnly(2022, 12, 1)),
        new("macos-11", new DateOnly(2024, 6, 28)),
        new("macos-12-large", new DateOnly(2024, 12, 3)),
        new("macos-12", new DateOnly(2024, 12, 3)),
        new("macos-13-large", new DateOnly(2025, 12, 4)),
        new("macos-13-xlarge", new DateOnly(2025, 12, 4)),
        new("macos-13", new DateOnly(2025, 12, 4)),
    ];

    public static RetiredRunner? Find(string label) =>
        All.FirstOrDefault(runner => string.Equals(runner.Label, label, StringComparison.OrdinalIgnoreCase));
}
