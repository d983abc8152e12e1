using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Runtimes;

namespace Seaworthy.Model.Topology;

/// <summary>A package of a release that only older releases of the runtime run.</summary>
public sealed record LimitedPackage(Dependency Package, RuntimeLimit Limit)
{
    /// <summary>The first of its releases that runs on the one that is asked for; null where none does.</summary>
    public string? First { get; init; }
}
