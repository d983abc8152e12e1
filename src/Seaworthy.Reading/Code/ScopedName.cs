using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code;

/// <summary>A name, and the scope that it belongs to; none for one of the whole file.</summary>
internal sealed record ScopedName(CodeScope? Scope, string Name);
