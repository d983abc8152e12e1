using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Monitoring;

/// <summary>An address as monitoring tools write it: <c>host:port</c>.</summary>
/// <param name="Host">Null when a variable or template decides.</param>
/// <param name="Port">Null when absent: the scheme's own port.</param>
public sealed record MonitoringTarget(Fact<string> Address, string? Host, int? Port);
