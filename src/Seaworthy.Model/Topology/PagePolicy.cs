using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A Content-Security-Policy that a proxy sends with the pages of a framework that starts them by scripts inside of the page.</summary>
/// <param name="Framework">As people call it: <c>Next.js</c>.</param>
/// <param name="Directive">What the policy says of scripts: <c>script-src 'self'</c>.</param>
/// <param name="Span">The header.</param>
public sealed record PagePolicy(Workload Proxy, Workload Page, string Framework, string Directive, SourceSpan Span)
{
    private static readonly string[] Allowing = ["'unsafe-inline'", "'nonce-", "'sha256-", "'sha384-", "'sha512-", "$"];

    /// <summary>Browsers refuse the scripts.</summary>
    /// <remarks>Source: W3C, "Content Security Policy Level 3", "Does element match source list for type and source?".</remarks>
    public bool Blocks => !Array.Exists(Allowing, word => Directive.Contains(word, StringComparison.OrdinalIgnoreCase));
}
