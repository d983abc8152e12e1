using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Code of an image launches a browser by Playwright, which brings none with its package.</summary>
/// <param name="Import">Where the code takes it in.</param>
/// <param name="Installed">The command of the image that brings a browser; null when none does.</param>
public sealed record BrowserDemand(Image Image, Fact<string> Import, SourceSpan? Installed)
{
    /// <summary>Where the base image brings the browsers: for which release, and which one is installed; null where that is not known.</summary>
    public BrowserRelease? Release { get; init; }

    /// <summary>Why a browser may still be there; null when the build shows everything.</summary>
    public string? UnknownBecause { get; init; }
}
