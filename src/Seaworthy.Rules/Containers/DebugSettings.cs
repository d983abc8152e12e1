using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>The variables that an image or a workload is run with.</summary>
internal sealed record DebugSettings(string Subject, SourceSpan Place, IReadOnlyList<SuppliedVariable> Variables);
