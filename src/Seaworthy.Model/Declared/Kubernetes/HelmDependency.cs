using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A chart that another one needs.</summary>
/// <param name="Repository">An address, or <c>file://</c> and a path.</param>
/// <param name="Condition">The path of the value that switches it on.</param>
public sealed record HelmDependency(
    Fact<string> Name,
    Fact<string>? Version,
    Fact<string>? Repository,
    Fact<string>? Condition,
    Fact<string>? Alias
);
