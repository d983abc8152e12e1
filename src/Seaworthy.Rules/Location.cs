using Seaworthy.Model.Source;

namespace Seaworthy.Rules;

/// <summary>A place that a verdict names, and what it shows there.</summary>
public sealed record Location(SourceSpan Span, LocationRole Role, string? Note = null);
