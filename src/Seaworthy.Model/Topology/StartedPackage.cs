using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A program of a Python package with which a container starts, or that such a program loads, held against what the image installs.</summary>
/// <param name="Subject">Who starts it: <c>api/Dockerfile</c>, <c>worker in compose.yaml</c>.</param>
/// <param name="Span">The word that names it.</param>
/// <param name="Name">As it is written: <c>gunicorn</c>, <c>uvicorn.workers.UvicornWorker</c>.</param>
/// <param name="Package">The distribution that brings it, by its normal name.</param>
public sealed record StartedPackage(string Subject, SourceSpan Span, string Name, string Package)
{
    /// <summary>The program that loads it; null when it is called itself.</summary>
    public string? LoadedBy { get; init; }

    /// <summary>The commands of the image that install packages, at least one.</summary>
    public required IReadOnlyList<SourceSpan> Installs { get; init; }

    /// <summary>The files that say what they install; none where they name all of it.</summary>
    public IReadOnlyList<SourceFile> Manifests { get; init; } = [];

    /// <summary>Why more than is known may be installed; null when it is all known by name.</summary>
    public string? UnknownBecause { get; init; }

    public bool IsInstalled { get; init; }

    /// <summary>Of all that is installed it is known that it brings no such package along.</summary>
    public bool IsCertain { get; init; }
}
