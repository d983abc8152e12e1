using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Suppressing;

/// <summary>Findings that count, findings that somebody accepts, and what is to be said about those who accept them.</summary>
internal sealed record Acceptance(IReadOnlyList<Finding> Counted, IReadOnlyList<Finding> Suppressed, IReadOnlyList<Diagnostic> Diagnostics);
