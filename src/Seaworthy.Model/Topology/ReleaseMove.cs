using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>An image of a release without security fixes, its replacement, and the changes that the repository needs with it.</summary>
/// <param name="Use">Where it is named.</param>
/// <param name="Ended">The release of its product, or of the system below where that alone has ended.</param>
/// <param name="To">The nearest release with some time left, of those that the repository takes; null when none is known.</param>
public sealed record ReleaseMove(ImageUse Use, EndOfLife Ended, EndOfLife? To)
{
    /// <summary>The whole name of an image of that release that is known to be published; null when none is.</summary>
    public string? Image { get; init; }

    /// <summary>It is the system below that ended.</summary>
    public bool IsOfSystem { get; init; }

    /// <summary>It is built for Windows, of which the tags of that release that name no system hold nothing.</summary>
    public bool IsOfWindows { get; init; }

    /// <summary>The other stages of the Dockerfile that are built upon an old release of the same product, and the same server in other files of the project, with the same data.</summary>
    public IReadOnlyList<SourceSpan> Beside { get; init; } = [];

    /// <summary>A file from which the Dockerfile may be made.</summary>
    public string? Template { get; init; }

    /// <summary>The bases of other stages that take programs or libraries of its system.</summary>
    public IReadOnlyList<SourceSpan> Receivers { get; init; } = [];

    /// <summary>What its stages write down that was chosen for the old release: versions of packages and extensions, the system's name, tools.</summary>
    public IReadOnlyList<Fact<string>> Chosen { get; init; } = [];

    /// <summary>What files of the program ask of its runtime, and that release is not.</summary>
    public IReadOnlyList<RuntimeRequirement> Pins { get; init; } = [];

    /// <summary>Packages of the program that do not run on that release.</summary>
    public IReadOnlyList<LimitedPackage> Packages { get; init; } = [];

    /// <summary>A list of exact versions of packages, which were made for the old release.</summary>
    public SourceFile? ExactVersions { get; init; }

    /// <summary>Packages of the system that its stages install, and the one of that release does not have.</summary>
    public IReadOnlyList<SystemPackage> AbsentPackages { get; init; } = [];

    /// <summary>Extensions of PHP that its stages compile, and that release has no source of, or holds already.</summary>
    public IReadOnlyList<Fact<string>> LostExtensions { get; init; } = [];

    /// <summary>Extensions that only the old release compiles without packages of the system.</summary>
    public IReadOnlyList<PhpExtensionBuild> BareExtensions { get; init; } = [];

    /// <summary>Where the repository counts on port 80, on which images of that release do not listen any more.</summary>
    public IReadOnlyList<SourceSpan> OldPorts { get; init; } = [];

    /// <summary>What holds the data of the server.</summary>
    public Mount? Data { get; init; }

    /// <summary>Every place that has to change with it.</summary>
    public IEnumerable<SourceSpan> Places =>
        Beside
            .Concat(Receivers)
            .Concat(Chosen.Select(word => word.Span))
            .Concat(Pins.Select(pin => pin.Span))
            .Concat(Packages.Select(limited => limited.Package.Span))
            .Concat(AbsentPackages.Select(absent => absent.Package.Span))
            .Concat(LostExtensions.Select(lost => lost.Span))
            .Concat(BareExtensions.Select(bare => bare.Extension.Span))
            .Concat(OldPorts)
            .Concat(Data is { } data ? [data.Span] : []);
}
