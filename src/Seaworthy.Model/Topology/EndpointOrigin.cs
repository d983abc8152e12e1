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

    /// <summary>A property of the program's own configuration, which nothing overrides.</summary>
    Property,

    /// <summary>The configuration of a monitoring tool, other than what it scrapes.</summary>
    Monitoring,

    /// <summary>Where alerts are sent.</summary>
    Alert,
}
