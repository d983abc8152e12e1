using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A file names a path that must exist when it is used: the most frequent wire of all.</summary>
/// <param name="Role">What the path is to the statement that names it.</param>
/// <param name="Path">As written, variables resolved.</param>
/// <param name="Span">Where it is named.</param>
/// <param name="Subject">Who needs it: a service, a Dockerfile, a workflow's job.</param>
public sealed record PathUse(PathRole Role, string Path, SourceSpan Span, string Subject, PathAnswer Answer)
{
    /// <summary>What the path is relative to, as a person would say it: <c>the build context ./api (compose.yaml:12)</c>.</summary>
    public string From { get; init; } = "the repository root";

    /// <summary>Where that base is declared.</summary>
    public SourceSpan? FromSpan { get; init; }

    /// <summary>For a Dockerfile: the build context, from the repository's root; null for anything else.</summary>
    public string? Context { get; init; }

    /// <summary>For a Dockerfile: nobody names it, and the builder looks for the one of the usual name.</summary>
    public bool IsUsualName { get; init; }

    /// <summary>What the path is taken from is only the usual one: nothing in the repository uses the file that names it.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>The tool that looks for it by itself: <c>npm ci</c>; empty when the path is written.</summary>
    public string Tool { get; init; } = "";

    /// <summary>The command that makes the file where nobody made it yet; null when people write it.</summary>
    public string? MadeBy { get; init; }

    /// <summary>The statement stands under a condition, or its failure is swallowed: a missing path need not break anything.</summary>
    public bool IsConditional { get; init; }

    /// <summary>For a mount: where it appears inside.</summary>
    public string? Target { get; init; }

    /// <summary>For a mount: the container may write there.</summary>
    public bool IsWritable { get; init; }

    /// <summary>For a mount: the instruction by which the image has files of its own there, which the mount hides; null where it has none.</summary>
    public SourceSpan? HiddenAt { get; init; }

    /// <summary>By its name a file, not a directory.</summary>
    public bool IsFile { get; init; }

    /// <summary>Where documentation says to put it there, or a script asks whether somebody did.</summary>
    public SourceSpan? ToldAt { get; init; }

    /// <summary>A line elsewhere that seems to make it; whether that runs before is not known. Null where there is none.</summary>
    public SourceSpan? MadeAt { get; init; }

    /// <summary>Why nothing is lost without it; null when something looks for it.</summary>
    public string? UnneededBecause { get; init; }

    /// <summary>It is there, but the tool that reads it does not go there: why, as the end of a sentence. Null when it does.</summary>
    public string? OutOfBoundsBecause { get; init; }

    /// <summary>Holds keys, certificates or passwords by its name: a repository rightly lacks it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The base is written there, and not only the usual one: <c>context: ./api</c>.</summary>
    public bool HasWrittenContext => FromSpan?.Text.Contains("context", StringComparison.Ordinal) is true;

    /// <summary>The file that names it goes to another directory somewhere.</summary>
    public bool IsOfMovingFile => Span.File.Text.Contains("cd ", StringComparison.Ordinal);

    /// <summary>The server that looks for it waits for changes of its sources: <c>--reload</c>.</summary>
    public bool IsOfReload => Span.Line.Contains("--reload", StringComparison.Ordinal);
}
