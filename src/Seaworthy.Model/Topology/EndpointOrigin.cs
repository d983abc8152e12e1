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

    /// <summary>The configuration of a monitoring tool, other than what it scrapes.</summary>
    Monitoring,
}
