using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Code;

/// <summary>A place where the program takes a property of its configuration: <c>@Value("${jwt.secret:x}")</c>, <c>environment.getProperty("a.b")</c>.</summary>
/// <param name="Value">With the property's name as a placeholder, and what is beside it as its default.</param>
/// <param name="IsStrict">The program does not start when neither a property nor a variable nor a default is there.</param>
public sealed record PropertyRead(Template Value, bool IsStrict, SourceSpan Span);
