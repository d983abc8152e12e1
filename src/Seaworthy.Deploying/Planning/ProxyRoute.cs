namespace Seaworthy.Deploying.Planning;

/// <summary>Where requests for some names go.</summary>
/// <param name="Backend">Its name.</param>
/// <param name="Hosts">Empty for every name.</param>
public sealed record ProxyRoute(string Backend, IReadOnlyList<string> Hosts);
