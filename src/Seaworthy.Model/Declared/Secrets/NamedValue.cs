using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Secrets;

/// <summary>A value that a file gives to a name which promises a secret.</summary>
/// <param name="Value">As the format reads it: without quotation marks, escapes and folded lines.</param>
/// <param name="Span">As it is written, without the quotation marks around it.</param>
public sealed record NamedValue(string Name, string Value, SourceSpan Span);
