using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A step of a workflow that runs tests with a runner which fails when it finds none.</summary>
/// <param name="Subject">Who runs it: <c>ci.yml: test</c>.</param>
/// <param name="Span">The command.</param>
/// <param name="Runner"><c>pytest</c>, <c>jest</c>, <c>vitest</c>, <c>react-scripts test</c>; <c>npm</c> for the script that <c>npm init</c> writes.</param>
/// <param name="Directory">In which it looks for tests; empty for the root.</param>
public sealed record TestRun(string Subject, SourceSpan Span, string Runner, string Directory)
{
    /// <summary>A test that it finds; null when there is none.</summary>
    public string? Test { get; init; }

    /// <summary>The script of package.json that calls the runner.</summary>
    public SourceSpan? Through { get; init; }
}
