using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>An extension of PHP that a Dockerfile compiles.</summary>
/// <param name="Subject">The Dockerfile.</param>
/// <param name="Extension">Its name, where it is asked for.</param>
/// <param name="Headers">Packages with the headers it is compiled with: one of them is enough.</param>
/// <param name="HasHeaders">One of them is installed before; null when that cannot be told.</param>
/// <param name="IsAlpine">The packages are those of Alpine.</param>
public sealed record PhpExtensionBuild(
    string Subject,
    Fact<string> Extension,
    IReadOnlyList<string> Headers,
    bool? HasHeaders,
    bool IsAlpine
);
