using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A file that a compose command loads.</summary>
/// <param name="Path">From the repository's root.</param>
/// <param name="Written">The word after <c>-f</c>, variables replaced; null for a file that is found by its usual name.</param>
/// <param name="File">What it says; null when it is absent, or no compose file.</param>
public sealed record ComposeCallFile(string Path, Fact<string>? Written, ComposeFile? File);
