namespace Seaworthy.Deploying.Planning;

/// <summary>What a target is with its values filled in, and why it cannot be deployed.</summary>
/// <param name="Problems">Each a sentence; empty when it can be deployed.</param>
public sealed record RenderedProject(ProjectDefinition Project, IReadOnlyList<string> Problems)
{
    /// <summary>What is worth knowing, and stops nothing.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Variables that nothing sets and without which Compose starts nothing.</summary>
    public IReadOnlyCollection<string> Missing { get; init; } = [];

    /// <summary>Variables that nothing sets, and for which Compose puts nothing.</summary>
    public IReadOnlyCollection<string> Blank { get; init; } = [];

    /// <summary>Variables that the project asks for, set or not.</summary>
    public IReadOnlyCollection<string> Used { get; init; } = [];
}
