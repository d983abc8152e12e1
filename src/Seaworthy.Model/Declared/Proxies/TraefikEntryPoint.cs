using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>A port on which Traefik listens.</summary>
public sealed record TraefikEntryPoint(Fact<string> Name, Fact<string>? Address);
