using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading;

/// <summary>A repository as one deployment, and what could not be read or joined of it.</summary>
/// <param name="Deployment">The joined model.</param>
/// <param name="Found">What went wrong, in any order: relations that are asked for later add to it.</param>
public sealed record DeploymentReading(Deployment Deployment, IEnumerable<Diagnostic> Found)
{
    /// <summary>What is there, and what it does is not known, in any order; looked for when it is gone through.</summary>
    public IEnumerable<UnjudgedFile> Unjudged { get; init; } = [];

    /// <summary>What went wrong so far, by path.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics =>
        [
            .. Found
                .OrderBy(diagnostic => diagnostic.Path, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal),
        ];
}
