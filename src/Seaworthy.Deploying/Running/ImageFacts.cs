namespace Seaworthy.Deploying.Running;

/// <summary>What the engine knows of an image.</summary>
/// <param name="Id">Its identity, which no tag moves.</param>
public sealed record ImageFacts(string Id)
{
    public string Architecture { get; init; } = "";

    public bool HasHealthCheck { get; init; }

    /// <summary>The variables that it sets itself; the values are not kept.</summary>
    public IReadOnlyList<string> VariableNames { get; init; } = [];
}
