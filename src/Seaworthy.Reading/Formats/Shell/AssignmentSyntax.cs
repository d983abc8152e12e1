using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary><c>NAME=value</c> in front of a command.</summary>
internal sealed record AssignmentSyntax(string Name, WordSyntax? Value, SourceSpan Span);
