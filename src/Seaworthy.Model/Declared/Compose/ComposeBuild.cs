using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>How a service's image is built.</summary>
/// <param name="Span">The <c>build</c> key and its body.</param>
/// <remarks>Source: the Compose specification, "Compose Build Specification".</remarks>
public sealed record ComposeBuild(SourceSpan Span)
{
    /// <summary>A directory, relative to the project's, or a URL. Absent: the project directory.</summary>
    public Template? Context { get; init; }

    /// <summary>Relative to the context. Absent: <c>Dockerfile</c>.</summary>
    public Template? Dockerfile { get; init; }

    /// <summary>A Dockerfile written here, with where each of its characters stands.</summary>
    public MappedText? DockerfileInline { get; init; }

    /// <summary>The stage to build.</summary>
    public Template? Target { get; init; }

    /// <summary>Build arguments; one without a value takes the caller's variable of that name.</summary>
    public IReadOnlyList<ComposeVariable> Args { get; init; } = [];

    /// <summary>Named contexts: a directory, <c>docker-image://</c>, <c>service:</c> or a URL each.</summary>
    public IReadOnlyList<ComposeVariable> AdditionalContexts { get; init; } = [];

    public IReadOnlyList<ComposeVariable> Labels { get; init; } = [];

    public IReadOnlyList<ComposeVariable> Ssh { get; init; } = [];

    public IReadOnlyList<ComposeVariable> ExtraHosts { get; init; } = [];

    public IReadOnlyList<ComposeGrant> Secrets { get; init; } = [];

    public IReadOnlyList<Template> Platforms { get; init; } = [];

    public IReadOnlyList<Template> CacheFrom { get; init; } = [];

    public IReadOnlyList<Template> CacheTo { get; init; } = [];

    public IReadOnlyList<Template> Tags { get; init; } = [];

    public Template? Network { get; init; }

    public ComposeFlag? NoCache { get; init; }

    public ComposeFlag? Pull { get; init; }

    /// <summary>Written as a text: the context alone.</summary>
    public bool IsShort { get; init; }
}
