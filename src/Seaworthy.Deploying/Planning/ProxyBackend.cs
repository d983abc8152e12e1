using System.Globalization;

namespace Seaworthy.Deploying.Planning;

/// <summary>A port of a service, behind which its containers stand.</summary>
public sealed record ProxyBackend(string Service, int Port, bool IsHttp)
{
    public string Name => NameOf(Service, Port);

    public static string NameOf(string service, int port) => $"{service}_{port.ToString(CultureInfo.InvariantCulture)}";
}
