using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Containers;

/// <summary>An image takes the packages of Python from another stage, and starts with a program of one of them.</summary>
/// <param name="Subject">Who starts it: <c>api/Dockerfile</c>, <c>worker in compose.yaml</c>.</param>
/// <param name="Packages">The instruction that copies the packages.</param>
internal sealed record LeftConsoleScript(string Subject, string Program, SourceSpan Span, SourceSpan Packages)
{
    /// <summary>The program comes along, or is installed besides.</summary>
    public bool IsThere { get; init; }
}
