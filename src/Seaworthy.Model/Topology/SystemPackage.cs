using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A package that a Dockerfile installs from the repositories of the system in its base image.</summary>
/// <param name="Subject">The Dockerfile.</param>
/// <param name="Package">As the installation line names it.</param>
/// <param name="Releases">What the system may be: one of these for certain.</param>
/// <param name="Base">The base image, and where it is named.</param>
public sealed record SystemPackage(string Subject, Fact<string> Package, IReadOnlyList<string> Releases, Fact<string> Base)
{
    /// <summary>None of the releases has it.</summary>
    public bool IsAbsent { get; init; }

    /// <summary>The version that the line asks for, where it is one of another system's: Debian has no <c>…ubuntu…</c>.</summary>
    public string? ForeignVersion { get; init; }

    /// <summary>Nothing in its stage has fetched the index of packages before, and the base image comes without one.</summary>
    public bool IsUnlisted { get; init; }

    /// <summary>The archive that alone has the packages of the release; null while its mirrors have them.</summary>
    public string? Archive { get; init; }

    /// <summary>No supported release of its system has it.</summary>
    public bool IsGone { get; init; }

    /// <summary>What takes its place.</summary>
    public string? Instead { get; init; }

    public bool IsForDevelopment { get; init; }
}
