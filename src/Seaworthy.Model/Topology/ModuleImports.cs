using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Model.Topology;

/// <summary>What the program of a component imports from its own repository, held against what a clone has.</summary>
/// <param name="Entry">The first file of it.</param>
public sealed record ModuleImports(Component Component, Language Language, CodeFile Entry)
{
    /// <summary>How many of the modules are there.</summary>
    public int Found { get; init; }

    public IReadOnlyList<AbsentModule> Absent { get; init; } = [];

    /// <summary>Most of what the source imports is not there: it was copied from elsewhere, or runs elsewhere.</summary>
    public bool IsForeign => Absent.Sum(module => module.Places.Count) > Found;
}
