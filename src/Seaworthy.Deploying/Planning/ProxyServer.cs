namespace Seaworthy.Deploying.Planning;

/// <summary>A container behind the proxy.</summary>
/// <param name="Backend">The name of the backend.</param>
/// <param name="Container">Its name, which is the server's as well.</param>
public sealed record ProxyServer(string Backend, string Container, int Port);
