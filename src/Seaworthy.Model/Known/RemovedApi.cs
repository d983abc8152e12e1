namespace Seaworthy.Model.Known;

/// <summary>A version of a Kubernetes API that servers no longer serve.</summary>
/// <param name="Kinds">The kinds it is about; empty for all of the group.</param>
/// <param name="RemovedIn">The first release without it.</param>
/// <param name="Replacement">The version to write instead.</param>
public sealed record RemovedApi(string Version, IReadOnlyList<string> Kinds, string RemovedIn, string Replacement);
