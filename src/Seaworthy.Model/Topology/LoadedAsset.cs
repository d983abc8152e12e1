using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A file that an application of Flutter loads from its bundle as it starts.</summary>
/// <param name="Path">From the directory of the manifest.</param>
/// <param name="ListedAt">The entry that bundles it; null when none does.</param>
public sealed record LoadedAsset(string Path, Pubspec Manifest, SourceSpan Span, SourceSpan? ListedAt);
