namespace Seaworthy.Model.Known;

/// <summary>An option of a server that its later releases refuse to start with.</summary>
/// <param name="Name">Without the leading dashes.</param>
/// <param name="Release">The first release without it.</param>
/// <param name="Instead">What to write in its place; null for nothing.</param>
public sealed record RemovedOption(string Name, (int Major, int Minor) Release, string? Instead, string Source);
