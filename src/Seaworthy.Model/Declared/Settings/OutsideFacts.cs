using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Settings;

/// <summary>What somebody who knows tells of the world outside the tree: hosts that exist, variables that a platform gives, files that a machine holds.</summary>
public sealed record OutsideFacts
{
    /// <summary>No facts are stated.</summary>
    public static OutsideFacts None { get; } = new();

    public IReadOnlyList<OutsideHost> Hosts { get; init; } = [];

    public IReadOnlyList<OutsideVariable> Variables { get; init; } = [];

    public IReadOnlyList<OutsideFile> Files { get; init; } = [];

    public IReadOnlyList<OutsideObject> Objects { get; init; } = [];

    /// <summary>The kinds of capability that are there, as a configuration spells them: <c>store-backup</c>.</summary>
    public IReadOnlyList<Fact<string>> Capabilities { get; init; } = [];

    /// <summary>Environments that are deployed to.</summary>
    public IReadOnlyList<DeclaredEnvironment> Environments { get; init; } = [];

    public int Count => Hosts.Count + Variables.Count + Files.Count + Objects.Count + Capabilities.Count;
}
