using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A variable that is replaced where it has no value yet.</summary>
public sealed record LostVariable(string Name, SourceSpan Use, SourceSpan Assignment);
