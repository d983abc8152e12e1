using Seaworthy.Model.Source;

namespace Seaworthy.Rules;

/// <summary>A place that a verdict names, with its note.</summary>
public sealed record Location(SourceSpan Span, LocationRole Role, string? Note = null);
