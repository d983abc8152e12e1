using System.Globalization;

namespace Seaworthy.Model.Known.Tags;

/// <summary>Systems upon which an official image was built no more from one day on: later releases of the same line have no tag with them.</summary>
/// <remarks>
/// Source: docker-library/ruby, commits 26c507e of 2025-08-12 (bullseye) and ed1be47 of 2023-06-14 (buster), pull request 357 of 2021-08-16 (stretch);
/// the releases of Ruby that were out on those days.
/// </remarks>
internal static class SystemsLeft
{
    private static readonly Dictionary<ImageSystem, string[]> Last = new()
    {
        [new("ruby", "bullseye")] = ["3.2.9", "3.3.9", "3.4.5"],
        [new("ruby", "buster")] = ["3.0.6", "3.1.4", "3.2.2"],
        [new("ruby", "stretch")] = ["2.6.8", "2.7.4", "3.0.2"],
    };

    /// <summary>The tag names a release that came after the last one upon its system.</summary>
    public static bool IsAfter(string image, string tag) =>
        tag.Split('-') is [var number, .. var variant]
        && number.Split('.') is [var major, var minor, var patch]
        && int.TryParse(patch, NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
        && Array.Exists(
            variant,
            system =>
                Last.TryGetValue(new(image, system), out var releases)
                && Array.Exists(releases, last => last.Split('.') is [var x, var y, var z] && x == major && y == minor && Number(z) < asked)
        );

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private sealed record ImageSystem(string Image, string System);
}
