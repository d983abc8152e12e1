using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary><c>NAME=value</c>; exported ones reach the programs that run after it.</summary>
public sealed record ShellAssignment(string Name, ShellWord? Value, bool IsExported, SourceSpan Span);
