using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A program that is not root makes a file in a directory of its image.</summary>
/// <param name="Subject">Who runs it: <c>beat in compose.yaml</c>.</param>
/// <param name="Image">Where the directory is.</param>
/// <param name="File">The file, as an absolute path.</param>
/// <param name="Span">What names the file, or the command that makes it.</param>
internal sealed record OwnState(string Subject, Image Image, string File, SourceSpan Span)
{
    public Workload? Workload { get; init; }

    /// <summary>What makes the file, as the subject of a sentence: <c>celery beat</c>.</summary>
    public required string Maker { get; init; }

    /// <summary>Who it runs as.</summary>
    public required Fact<string> User { get; init; }

    /// <summary>What gives the directory to another user; null when it belongs to root.</summary>
    public SourceSpan? GivenBy { get; init; }

    /// <summary>Why it may write elsewhere, or as root; null without a sign of that.</summary>
    public string? UndecidedBecause { get; init; }

    public string Directory => ImagePath.Parent(File);
}
