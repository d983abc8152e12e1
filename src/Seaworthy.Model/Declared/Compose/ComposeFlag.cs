using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A yes or no that may be interpolated.</summary>
/// <param name="Value">Null when a variable decides.</param>
public sealed record ComposeFlag(bool? Value, Template Text, SourceSpan Span);
