using Seaworthy.Model.Declared.Manifests;

namespace Seaworthy.Reading.Readers.Manifests;

/// <summary>A key of a manifest that lists dependencies, and what they are for.</summary>
internal sealed record DependencySection(string Key, DependencyKind Kind);
