namespace Seaworthy.Deploying.Planning;

/// <summary>How an image is built.</summary>
/// <param name="Context">The directory of its files, absolute.</param>
public sealed record BuildDefinition(string Context)
{
    /// <summary>Absolute; null for the one in the context.</summary>
    public string? Dockerfile { get; init; }

    public string? Stage { get; init; }

    public IReadOnlyList<Variable> Arguments { get; init; } = [];
}
