using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A file with which the context starts that Spring Cloud makes before the application's own, in releases that do so.</summary>
/// <param name="Only">The properties that stand there and nowhere else.</param>
public sealed record BootstrapFile(SourceFile File, IReadOnlyList<ApplicationProperty> Only)
{
    /// <summary>The application makes that context: a starter, or a setting.</summary>
    public bool IsRead { get; init; }

    /// <summary>Why it may do so; null when the repository shows that it does not.</summary>
    public string? UnknownBecause { get; init; }
}
