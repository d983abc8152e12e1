using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Effects.Packages;

/// <summary>Where the bundler of a package leaves what it builds, and so which of the usual directories it does not make.</summary>
/// <param name="Directories">The first parts of their paths.</param>
internal sealed record BundlerOutput(IReadOnlySet<string> Directories, SourceSpan? Because) : PackageOutput(Because)
{
    // Names under which bundlers leave their output, or pages find their files. Others may be anything.
    private static readonly HashSet<string> Usual = new(StringComparer.Ordinal)
    {
        "dist",
        "build",
        "out",
        "output",
        ".output",
        ".next",
        "public",
    };

    /// <summary>Where another tool of the same script may leave something.</summary>
    public IReadOnlySet<string> Others { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What is known of the inside of these directories.</summary>
    public IReadOnlyList<string> Inside { get; init; } = [];

    /// <summary>What is looked for where the bundler does not put it, with where it does.</summary>
    public (string Path, string Why)? Moved { get; init; }

    public override bool Makes(string path) => Directories.Contains(path) || Inside.Contains(path);

    public override bool Lacks(string path) =>
        IsMoved(path)
        || path.Split('/')[0] is var first && Usual.Contains(first) && !Directories.Contains(first) && !Others.Contains(first);

    public override string? Explain(string path) => IsMoved(path) ? Moved?.Why : null;

    public override bool LacksOutput(string path) => Lacks(path) && path.Split('/')[0] != "public";

    // Node.js tries endings behind a name as well.
    private bool IsMoved(string path) => Moved is var (moved, _) && path.StartsWith(moved, StringComparison.Ordinal);
}
