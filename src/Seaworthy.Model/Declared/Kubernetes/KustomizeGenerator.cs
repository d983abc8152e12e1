using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>Makes a ConfigMap or Secret from literals and files.</summary>
/// <param name="Makes">Which of the two.</param>
public sealed record KustomizeGenerator(KeyHolder Makes, Fact<string> Name, SourceSpan Span)
{
    public Fact<string>? Namespace { get; init; }

    /// <summary><c>create</c> when absent, <c>merge</c> or <c>replace</c>.</summary>
    public Fact<string>? Behavior { get; init; }

    /// <summary><c>key=value</c>.</summary>
    public IReadOnlyList<KubernetesPair> Literals { get; init; } = [];

    /// <summary>Key (the file's name when none is given) and path.</summary>
    public IReadOnlyList<KubernetesPair> Files { get; init; } = [];

    /// <summary>Dotenv files whose every line becomes a key.</summary>
    public IReadOnlyList<Fact<string>> EnvFiles { get; init; } = [];
}
