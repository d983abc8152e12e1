using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A port of a Service.</summary>
/// <param name="TargetPort">A number, or the name of a port of the pods; absent means the same number.</param>
public sealed record ServicePort(Fact<int>? Port, Fact<string>? TargetPort, SourceSpan Span)
{
    public Fact<string>? Name { get; init; }

    public Fact<int>? NodePort { get; init; }

    public string Protocol { get; init; } = "TCP";
}
