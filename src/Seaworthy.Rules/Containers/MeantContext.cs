namespace Seaworthy.Rules.Containers;

/// <summary>The directory that was probably meant as the context of a build.</summary>
/// <param name="Path">From the root, which is the empty path.</param>
/// <param name="Name">In words.</param>
internal sealed record MeantContext(string Path, string Name);
