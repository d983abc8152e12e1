using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A file, or a script of a file, on which perhaps no deployment depends: what is wrong with it is true, and need not break anything.</summary>
/// <param name="Why">As a sentence: nothing uses it, or it is shown or tried.</param>
public sealed record SparePart(SourceSpan Span, string Why);
