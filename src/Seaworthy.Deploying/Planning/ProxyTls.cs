namespace Seaworthy.Deploying.Planning;

/// <summary>TLS ends at a port of the proxy.</summary>
/// <param name="Hosts">Those that have a certificate there; clients that name another one are shown that of the first.</param>
public sealed record ProxyTls(IReadOnlyList<string> Hosts);
