using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A build argument that a caller passes; without a value it takes the caller's variable of that name.</summary>
public sealed record BuildArgument(string Name, Resolved? Value, SourceSpan Span);
