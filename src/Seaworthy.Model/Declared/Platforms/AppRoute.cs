using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A rule of the ingress of an app spec: requests whose path begins so go to a component.</summary>
/// <param name="Component">The name of the component.</param>
public sealed record AppRoute(string Component, Fact<string> Prefix)
{
    /// <summary><c>preserve_path_prefix: true</c>, or a <c>rewrite</c>: the component gets another path than the rest behind the prefix.</summary>
    public bool KeepsPath { get; init; }
}
