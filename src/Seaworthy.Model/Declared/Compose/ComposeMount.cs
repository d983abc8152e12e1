using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A mount of a service: an entry of <c>volumes</c>.</summary>
/// <param name="Raw">As written, for the short form.</param>
/// <remarks>Source: the Compose specification, "volumes".</remarks>
public sealed record ComposeMount(string Raw, ComposeMountType Type, SourceSpan Span)
{
    /// <summary>The short form whole, for reading it again once its variables are known.</summary>
    public Template? Text { get; init; }

    /// <summary>A path on the host (bind), a volume's name (volume), or an image. Absent: an anonymous volume or a tmpfs.</summary>
    public Template? Source { get; init; }

    /// <summary>The path in the container. Absent when one variable stands for the whole mount.</summary>
    public Template? Target { get; init; }

    public bool IsReadOnly { get; init; }

    /// <summary>The comma-separated options of the short form.</summary>
    public IReadOnlyList<Fact<string>> Options { get; init; } = [];

    /// <summary>For a bind: an absent host path is made as a directory. True in the short form and by default.</summary>
    public bool CreatesHostPath { get; init; } = true;

    public Template? Subpath { get; init; }

    public bool IsLong { get; init; }

    /// <summary>A volume without a name.</summary>
    public bool IsAnonymous => Type == ComposeMountType.Volume && Source is null;
}
