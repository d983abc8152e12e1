using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A workload that runs a worker.</summary>
/// <param name="Queues">The queues that it takes tasks from.</param>
/// <param name="Span">Its command.</param>
public sealed record TaskWorker(Workload Workload, IReadOnlyList<string> Queues, SourceSpan Span);
