using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Discovery;

/// <summary>Every path of a repository, and what could not be found out about them.</summary>
public sealed record RepositoryListing(RepositoryTree Tree, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whose paths they are; null outside git.</summary>
    public RepositoryIdentity? Identity { get; init; }
}
