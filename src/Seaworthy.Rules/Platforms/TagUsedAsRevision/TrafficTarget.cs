using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Platforms;

/// <summary>A command that sends traffic of Cloud Run to revisions by name.</summary>
/// <param name="Service">The service, as written.</param>
/// <param name="Span">The command.</param>
internal sealed record TrafficTarget(string Service, SourceSpan Span)
{
    /// <summary>The name that is a tag of the service, with the command that sets it; null when none is.</summary>
    public Fact<string>? Tag { get; init; }
}
