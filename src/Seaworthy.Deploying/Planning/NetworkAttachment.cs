namespace Seaworthy.Deploying.Planning;

/// <summary>A network that a service joins, and the names by which others find it there.</summary>
/// <param name="Network">As the engine knows it.</param>
public sealed record NetworkAttachment(string Network, IReadOnlyList<string> Names);
