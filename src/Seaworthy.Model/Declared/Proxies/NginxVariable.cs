using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>A variable of nginx in an argument: <c>$backend</c> in <c>proxy_pass http://$backend</c>.</summary>
/// <param name="Name">Without the dollar sign.</param>
/// <param name="Directive">The directive that reads it.</param>
public sealed record NginxVariable(string Name, string Directive, SourceSpan Span)
{
    /// <summary>Where other locations alone set it, which do not run for a request that this one answers; empty otherwise.</summary>
    public IReadOnlyList<SourceSpan> SetElsewhere { get; init; } = [];
}
