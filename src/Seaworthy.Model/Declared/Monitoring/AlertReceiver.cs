using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Monitoring;

/// <summary>A receiver of alerts.</summary>
/// <param name="Integrations">Keys such as <c>slack_configs</c>; none: alerts end here unseen.</param>
/// <param name="Addresses">Web addresses it posts to.</param>
public sealed record AlertReceiver(
    Fact<string> Name,
    IReadOnlyList<Fact<string>> Integrations,
    IReadOnlyList<Fact<string>> Addresses,
    SourceSpan Span
);
