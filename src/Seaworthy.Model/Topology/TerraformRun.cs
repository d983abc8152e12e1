using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A job plans or applies a configuration of Terraform.</summary>
/// <param name="Subject">As a report names it: <c>deploy.yml: apply</c>.</param>
/// <param name="Verb">The command: <c>terraform plan</c>.</param>
/// <param name="Missing">Variables without a default that the workflow gives no value, each where it is declared.</param>
public sealed record TerraformRun(string Subject, string Verb, string Directory, SourceSpan Span, IReadOnlyList<Fact<string>> Missing)
{
    /// <summary>What may still set them; null when nothing does.</summary>
    public string? UnknownBecause { get; init; }
}
