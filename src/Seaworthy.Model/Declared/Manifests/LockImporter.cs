namespace Seaworthy.Model.Declared.Manifests;

/// <summary>A package of a workspace in its lock file.</summary>
/// <param name="Path">Its directory, relative to the lock file; <c>.</c> for the root.</param>
/// <param name="Dependencies">As its manifest had them when the lock was written.</param>
/// <param name="Linked">The names of those that are other packages of the workspace.</param>
/// <remarks>Source: pnpm lockfile specification, "importers".</remarks>
public sealed record LockImporter(string Path, IReadOnlyList<Dependency> Dependencies, IReadOnlySet<string> Linked);
