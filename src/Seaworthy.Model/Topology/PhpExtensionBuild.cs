using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>An extension of PHP that a Dockerfile compiles.</summary>
/// <param name="Subject">The Dockerfile.</param>
/// <param name="Extension">The name of the extension, at the place that installs it.</param>
/// <param name="Headers">Packages with the headers for its compilation: one of them is enough.</param>
/// <param name="HasHeaders">One of them is installed before; null when unknown.</param>
/// <param name="IsAlpine">The packages are those of Alpine.</param>
public sealed record PhpExtensionBuild(
    string Subject,
    Fact<string> Extension,
    IReadOnlyList<string> Headers,
    bool? HasHeaders,
    bool IsAlpine
);
