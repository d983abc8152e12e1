using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Platforms;

/// <summary>The version of a provider that a directory of Terraform gets, and what the directory writes that this version refuses.</summary>
/// <param name="Directory">Of the configuration.</param>
/// <param name="Provider"><c>aws</c>.</param>
/// <param name="Version">As a person says it: <c>6.2.0</c>, <c>~> 5.0</c>; empty for the newest.</param>
/// <param name="Decided">Where the version is written; null where nothing asks for one.</param>
/// <param name="Uses">In the order of the files.</param>
internal sealed record ProviderRelease(
    string Directory,
    string Provider,
    string Version,
    SourceSpan? Decided,
    IReadOnlyList<RemovedUse> Uses
)
{
    /// <summary>Some block of the provider, for a directory that writes nothing it refuses.</summary>
    public required SourceSpan Block { get; init; }

    /// <summary>A module that is not in the repository, which may ask for an older version; null where the version is decided without it.</summary>
    public SourceSpan? Foreign { get; init; }

    /// <summary>Older versions are accepted too, and a lock file that is not in the repository may hold one.</summary>
    public bool IsOpen { get; init; }
}
