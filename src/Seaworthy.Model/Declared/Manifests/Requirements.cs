using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>A pip requirements or constraints file.</summary>
/// <remarks>Source: pip documentation, "Requirements File Format"; PEP 508.</remarks>
public sealed record Requirements(SourceFile File) : Manifest(File, Ecosystem.Python)
{
    /// <summary><c>-r</c> and <c>-c</c> lines.</summary>
    public IReadOnlyList<RequirementsInclude> Includes { get; init; } = [];

    /// <summary><c>--index-url</c>, <c>--extra-index-url</c> and <c>--find-links</c>.</summary>
    public IReadOnlyList<Fact<string>> Indexes { get; init; } = [];

    /// <summary><c>--require-hashes</c>, or a hash on any line, which turns it on for all.</summary>
    public bool RequiresHashes { get; init; }
}
