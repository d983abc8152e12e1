using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A command of a tool that is installed in its newest release, and whether that release still knows it.</summary>
/// <param name="Subject">Who runs it: <c>api/Dockerfile</c>, <c>ci.yml: test</c>.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Span">The command.</param>
/// <param name="Installed">Where the tool is installed without a fixed release.</param>
public sealed record RefusedCommand(string Subject, string Tool, SourceSpan Span, SourceSpan Installed)
{
    /// <summary>What that release no longer knows; null when it knows the command.</summary>
    public RemovedCommand? Removed { get; init; }

    /// <summary>What stands behind the name of the tool.</summary>
    public IReadOnlyList<ShellWord> Words { get; init; } = [];

    /// <summary>The groups of dependencies that it names, each with whether the manifest declares it; none where several manifests may be meant.</summary>
    public IReadOnlyList<NamedGroup> Groups { get; init; } = [];

    /// <summary>For <c>poetry install</c>: it has <c>--no-root</c>, or everything is copied before it.</summary>
    public bool NeedsNoProject =>
        Span.Text.Contains("--no-root", StringComparison.Ordinal)
        || Span.File.Text[..Span.Start].Contains("COPY . ", StringComparison.Ordinal);
}
