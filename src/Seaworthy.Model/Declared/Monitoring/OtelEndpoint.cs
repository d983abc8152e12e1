using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Monitoring;

/// <summary>A receiver or exporter with an address.</summary>
/// <param name="Protocol"><c>grpc</c> or <c>http</c> below a receiver such as <c>otlp</c>.</param>
public sealed record OtelEndpoint(Fact<string> Name, string? Protocol, Fact<string>? Endpoint);
