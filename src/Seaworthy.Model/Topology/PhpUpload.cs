using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>An image of PHP whose program says how large a file it takes.</summary>
/// <param name="Accepted">Bytes of a file.</param>
/// <param name="AcceptedAt">The places that say so, the largest first.</param>
/// <param name="Span">The base image, whose PHP has its own limit.</param>
public sealed record PhpUpload(Image Image, long Accepted, IReadOnlyList<SourceSpan> AcceptedAt, SourceSpan Span)
{
    /// <summary>What PHP takes by itself, whatever stands in front of it.</summary>
    /// <remarks>Source: PHP manual, "List of php.ini directives": upload_max_filesize is 2M; so it is in php.ini-production.</remarks>
    public const long Default = 2 * 1024 * 1024;

    /// <summary>The image or its start sets the limit.</summary>
    public bool IsSet { get; init; }

    /// <summary>The file that may set it; null when none may.</summary>
    public string? UnknownBecause { get; init; }
}
