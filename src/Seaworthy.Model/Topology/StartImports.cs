using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>What the program of a container imports as it starts, or a tool as it builds the image, held against what the image holds by then and installs.</summary>
/// <param name="Subject">Who starts it: <c>api/Dockerfile</c>, <c>worker in compose.yaml</c>.</param>
/// <param name="Span">The command.</param>
public sealed record StartImports(string Subject, SourceSpan Span, Image Image)
{
    /// <summary>JavaScript, which Node.js loads: of its packages nothing is said here.</summary>
    public bool IsScript { get; init; }

    /// <summary>The tool that a RUN instruction starts: <c>vite</c>; null for the program of a container.</summary>
    public string? Tool { get; init; }

    /// <summary>The file of settings that the tool loads.</summary>
    public string? Entry { get; init; }

    /// <summary>Packages that it imports and the repository declares, less those that the image installs.</summary>
    public IReadOnlyList<UninstalledPackage> Uninstalled { get; init; } = [];

    /// <summary>Modules of the repository that it imports, less those that the image holds.</summary>
    public IReadOnlyList<LeftOutFile> LeftOut { get; init; } = [];

    /// <summary>Files of the repository that it opens, less those that the image holds.</summary>
    public IReadOnlyList<LeftOutFile> Opened { get; init; } = [];

    /// <summary>Imports that Python refuses, as the package is not there that their dots mean.</summary>
    public IReadOnlyList<RelativeImport> Outside { get; init; } = [];

    /// <summary>Why modules may be found in other places; null without a sign of that.</summary>
    public string? MovedBecause { get; init; }

    /// <summary>The commands that install packages; none where the program is all that is known.</summary>
    public IReadOnlyList<SourceSpan> Installs { get; init; } = [];

    /// <summary>The manifests that they install, the first one first.</summary>
    public IReadOnlyList<SourceFile> Manifests { get; init; } = [];

    /// <summary>Only the packages that the manifests name are installed: pip requires the hash of every package, or has <c>--no-deps</c>.</summary>
    public bool InstallsNothingElse { get; init; }

    /// <summary>Why more may be installed; null when nothing suggests it.</summary>
    public string? UnknownBecause { get; init; }
}
