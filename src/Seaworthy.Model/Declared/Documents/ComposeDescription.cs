using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Documents;

/// <summary>A sentence that says what a compose file is for: <c>docker-compose.yml # Development environment</c>.</summary>
/// <param name="Path">As written; empty if the sentence mentions Docker Compose and names no file.</param>
/// <param name="IsForDevelopment">It says development; else it says production or deployment.</param>
public sealed record ComposeDescription(string Path, bool IsForDevelopment, SourceSpan Span);
