using Seaworthy.Model.Declared.Interpolation;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A duration such as <c>1m30s</c>.</summary>
/// <param name="Value">Null when a variable decides, or the text is no duration.</param>
/// <remarks>Source: the Compose specification, "Specifying durations".</remarks>
public sealed record ComposeDuration(Template Text, TimeSpan? Value);
