using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Code;

/// <summary>A name with a value that holds from there on: top-level constants, settings-class fields, object members under dotted names (<c>config.server.port</c>).</summary>
public sealed record CodeConstant(string Name, CodeValue Value, bool IsExported, SourceSpan Span);
