using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>What an image or a workload is run with that may be for debugging: variables, or a line of the source that starts.</summary>
internal sealed record DebugSettings(string Subject, SourceSpan Place, IReadOnlyList<SuppliedVariable> Variables)
{
    /// <summary>One line of source, with everything that starts it.</summary>
    public IReadOnlyList<DevelopmentMode> Modes { get; init; } = [];
}
