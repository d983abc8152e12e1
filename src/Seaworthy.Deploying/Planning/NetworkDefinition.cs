namespace Seaworthy.Deploying.Planning;

/// <summary>A network of the project.</summary>
/// <param name="Name">As the engine knows it.</param>
public sealed record NetworkDefinition(string Name, bool IsInternal = false, string? Driver = null);
