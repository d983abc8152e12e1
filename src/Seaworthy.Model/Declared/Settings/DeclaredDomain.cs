using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Settings;

/// <summary>Host names that an environment gives to a service, in place of its label <c>seaworthy.domain</c>.</summary>
/// <param name="Hosts">Host names, separated by commas or spaces.</param>
/// <param name="Service">Null for the service that has the label, or else that publishes port 443.</param>
public sealed record DeclaredDomain(Fact<string> Hosts, string? Service);
