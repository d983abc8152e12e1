namespace Seaworthy.Reading.Readers.Proxies;

/// <summary>The readers of reverse proxies.</summary>
internal static class ProxiesReaders
{
    public static IReadOnlyList<Reader> All { get; } =
    [new HaproxyReader(), new NginxReader(), new CaddyReader(), new TraefikReader(), new DevelopmentProxyReader()];
}
