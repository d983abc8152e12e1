using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A network that a service joins.</summary>
public sealed record ComposeNetworkAttachment(Fact<string> Network, SourceSpan Span)
{
    /// <summary>Further host names of the service in this network.</summary>
    public IReadOnlyList<Template> Aliases { get; init; } = [];

    public Template? Ipv4Address { get; init; }

    public Template? Ipv6Address { get; init; }
}
