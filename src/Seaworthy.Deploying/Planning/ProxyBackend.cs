using System.Globalization;

namespace Seaworthy.Deploying.Planning;

/// <summary>A port of a service, behind which its containers stand.</summary>
public sealed record ProxyBackend(string Service, int Port, bool IsHttp)
{
    /// <summary>For so long a browser that was here by TLS comes back by nothing else; null to say nothing of it.</summary>
    public long? HstsSeconds { get; init; }

    public string Name => NameOf(Service, Port);

    public static string NameOf(string service, int port) => $"{service}_{port.ToString(CultureInfo.InvariantCulture)}";
}
