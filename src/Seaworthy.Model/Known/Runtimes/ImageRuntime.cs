namespace Seaworthy.Model.Known.Runtimes;

/// <summary>The runtime that an image brings, as far as its tag says the version.</summary>
/// <param name="Runtime"><c>go</c>, <c>node</c>, <c>python</c>, <c>ruby</c>, <c>php</c>, <c>rust</c>, <c>java</c>, <c>dotnet-sdk</c> (with compiler) or <c>dotnet</c> (without).</param>
/// <param name="Version">As the tag has it: <c>3.11</c>.</param>
public sealed record ImageRuntime(string Runtime, string Version, VersionLine Line)
{
    private static readonly Dictionary<string, string> Runtimes = new(StringComparer.Ordinal)
    {
        ["golang"] = "go",
        ["node"] = "node",
        ["python"] = "python",
        ["ruby"] = "ruby",
        ["php"] = "php",
        ["rust"] = "rust",
        ["mcr.microsoft.com/dotnet/sdk"] = "dotnet-sdk",
        ["mcr.microsoft.com/dotnet/core/sdk"] = "dotnet-sdk",
        ["mcr.microsoft.com/dotnet/core/aspnet"] = "dotnet",
        ["mcr.microsoft.com/dotnet/core/runtime"] = "dotnet",
        ["mcr.microsoft.com/dotnet/aspnet"] = "dotnet",
        ["mcr.microsoft.com/dotnet/runtime"] = "dotnet",
        ["eclipse-temurin"] = "java",
        ["openjdk"] = "java",
        ["amazoncorretto"] = "java",
        ["maven"] = "java",
        ["gradle"] = "java",
    };

    // Tags without a number of the runtime, which are made anew for each of its releases.
    private static readonly string[] Moving = ["latest", "current", "alpine", "slim", "current-alpine", "current-slim"];

    /// <summary>What such a tag brings at least: <c>node:alpine</c> has been Node.js 25 or later since October 2025. Null for other tags and images.</summary>
    /// <remarks>Sources: Docker Hub: node, python; Node.js releases, 25.0.0; Python 3.14.0.</remarks>
    public static ImageRuntime? Newest(ImageReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return !reference.IsOfficial || reference.Digest is not null || !Moving.Contains(reference.EffectiveTag)
            ? null
            : reference.Name switch
            {
                "node" => AtLeast("node", "25"),
                "python" => AtLeast("python", "3.14"),
                _ => null,
            };
    }

    private static ImageRuntime? AtLeast(string runtime, string version) =>
        VersionLine.Parse(version) is { } line ? new ImageRuntime(runtime, $"{version} or later", line with { End = long.MaxValue }) : null;

    /// <summary>Null when the image is none of them, or its tag (<c>lts</c>, <c>alpine</c>) tells no version.</summary>
    public static ImageRuntime? Of(ImageReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (PublicImages.Find(reference) is not { } image || Runtimes.GetValueOrDefault(image.Name) is not { } runtime)
        {
            return null;
        }

        var version = image.Name is "maven" or "gradle" ? JavaOfTool(reference.EffectiveTag) : reference.EffectiveTag.Split('-', '_')[0];
        return version is ['0' or '1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9', ..] && VersionLine.Parse(version) is { } line
            ? new ImageRuntime(runtime, version, line)
            : null;
    }

    /// <summary><c>3.9-eclipse-temurin-17-alpine</c>, <c>8.5-jdk17</c>, <c>3-jdk-11</c>: the tool's own version comes first.</summary>
    private static string? JavaOfTool(string tag)
    {
        var parts = tag.Split('-');
        if (parts.Contains("and"))
        {
            return null;
        }

        for (var at = 0; at < parts.Length; at++)
        {
            if (parts[at].StartsWith("jdk", StringComparison.Ordinal) && parts[at].Length > 3)
            {
                return parts[at][3..];
            }

            if (at > 0 && parts[at - 1] is "jdk" or "temurin" or "openjdk" or "amazoncorretto" or "libericaopenjdk" or "zulu" or "semeru")
            {
                return parts[at];
            }
        }

        return null;
    }
}
