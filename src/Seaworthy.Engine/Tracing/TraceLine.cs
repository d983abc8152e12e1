using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Tracing;

/// <summary>One place of an answer to "where does this come from, and where does it go?".</summary>
/// <param name="Owner">Whose it is: a workload, a component, the env files.</param>
/// <param name="Statement">What the place says of the thing; empty when its line tells everything.</param>
public sealed record TraceLine(string Owner, TraceStep Step, SourceSpan Span, string Statement = "");
