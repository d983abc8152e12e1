namespace Seaworthy.Model.Topology;

/// <summary>What names an address.</summary>
public enum EndpointOrigin
{
    EnvironmentVariable,
    Code,
    Proxy,
    Scrape,
    Probe,
    Script,
}
