using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Environments;

/// <summary>A target with the environment that it is.</summary>
/// <param name="Family">What it is a variant of.</param>
/// <param name="Column">What the environment is called; empty while that is open.</param>
internal sealed record NamedTarget(
    Target Target,
    string Family,
    string Column,
    TargetEnvironment Purpose,
    IReadOnlyList<Fact<string>> Because
);
