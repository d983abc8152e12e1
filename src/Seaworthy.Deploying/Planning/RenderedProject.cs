namespace Seaworthy.Deploying.Planning;

/// <summary>What a target is with its values filled in, and why it cannot be deployed.</summary>
/// <param name="Problems">Each a sentence; empty when it can be deployed.</param>
public sealed record RenderedProject(ProjectDefinition Project, IReadOnlyList<string> Problems)
{
    /// <summary>What is worth knowing, and stops nothing.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
