using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code;

/// <summary>A local that leaves the file under a name; <c>default</c> for the module itself.</summary>
internal sealed record CodeExport(string Name, TokenRange Value, SourceSpan Span);
