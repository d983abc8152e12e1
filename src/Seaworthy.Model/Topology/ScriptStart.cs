using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A file of the repository that a container, or the build of an image, starts by itself, as the system starts programs, or hands to a shell.</summary>
/// <param name="Subject">Who starts it: <c>api/Dockerfile</c>, <c>worker in compose.yaml</c>.</param>
/// <param name="Span">The word that names it.</param>
/// <param name="Path">Where it is in the container.</param>
/// <param name="File">The file of the repository.</param>
public sealed record ScriptStart(string Subject, SourceSpan Span, string Path, RepositoryFile File)
{
    /// <summary>A RUN instruction starts it while the image is built.</summary>
    public bool IsInBuild { get; init; }

    /// <summary>What the file says, when it is a shell script.</summary>
    public ShellScript? Script { get; init; }

    /// <summary>The image that starts it; null when that is pulled.</summary>
    public Image? Image { get; init; }

    /// <summary>The public image that starts it, when nothing is built upon it.</summary>
    public PublicImage? Public { get; init; }

    /// <summary>The instruction or mount that puts it there.</summary>
    public SourceSpan? PutThereBy { get; init; }

    /// <summary>It is mounted, so nothing that the build of the image does to it counts.</summary>
    public bool IsMounted { get; init; }

    /// <summary>The shell that is given the file (<c>sh start.sh</c>), which needs no permission; null when the file is started by itself.</summary>
    public string? Interpreter { get; init; }

    /// <summary>The program to which the entry point of the base image hands what is not executable; null when there is none.</summary>
    public string? Runner { get; init; }

    /// <summary>The system itself starts it, with no shell and no other program between: an entry point in exec form.</summary>
    public bool IsFirstProcess { get; init; }

    /// <summary>What makes it executable on the way: a <c>chmod</c>, <c>COPY --chmod</c>.</summary>
    public SourceSpan? MadeExecutableBy { get; init; }

    /// <summary>What gives it the line endings of Unix on the way: <c>dos2unix</c>, <c>sed -i 's/\r$//'</c>, an attribute of git.</summary>
    public SourceSpan? LineEndingsFixedBy { get; init; }

    /// <summary>Why something else may change the file on the way; null when nothing does.</summary>
    public string? MayBeChangedBecause { get; init; }

    /// <summary>The server in which the script ends, and which does not end by itself; null when it ends in something else, runs once, or is for development.</summary>
    public ShellCommand? Server { get; init; }

    /// <summary>The shell of the script stays above that server, and nothing hands the signal on that asks the container to stop.</summary>
    public bool IsServerBelowShell { get; init; }
}
