using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Dockerfiles;

/// <summary>A <c>RUN --mount</c>: something lent to one build step that does not end in the image.</summary>
/// <param name="Type"><c>bind</c> (the default), <c>cache</c>, <c>tmpfs</c>, <c>secret</c> or <c>ssh</c>.</param>
/// <remarks>Source: Dockerfile reference, "RUN --mount".</remarks>
public sealed record BuildMount(string Type, SourceSpan Span)
{
    public Template? Source { get; init; }

    public Template? Target { get; init; }

    /// <summary>A stage, an image, or a named context in place of the build context.</summary>
    public Template? From { get; init; }

    public Template? Id { get; init; }

    /// <summary>For a secret: the variable it is given in.</summary>
    public Template? Env { get; init; }

    /// <summary>The step fails when the secret or agent is not given.</summary>
    public bool IsRequired { get; init; }
}
