using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>An environment variable of a container.</summary>
/// <param name="Span">Name and value.</param>
/// <remarks>Kubernetes API reference, EnvVar.</remarks>
public sealed record ContainerVariable(Fact<string> Name, SourceSpan Span)
{
    /// <summary>With <c>$(NAME)</c> as variables; null when it comes from elsewhere or is missing (then it is empty).</summary>
    public Template? Value { get; init; }

    /// <summary>Its value comes from a chart that is not here, or from the person who installs this one.</summary>
    public bool IsOpen => OpenText.Is(Value?.Raw);

    /// <summary>The key of a ConfigMap or Secret that holds the value.</summary>
    public KeyReference? From { get; init; }

    /// <summary>A field of the pod (<c>status.podIP</c>) or a resource of the container (<c>limits.cpu</c>).</summary>
    public Fact<string>? FieldPath { get; init; }
}
