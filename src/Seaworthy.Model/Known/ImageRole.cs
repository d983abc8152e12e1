namespace Seaworthy.Model.Known;

/// <summary>What a public image is for.</summary>
public enum ImageRole
{
    /// <summary>An operating system's files, to build upon.</summary>
    System,

    /// <summary>A language with its tools, to build upon.</summary>
    Runtime,
    DataStore,
    Cache,
    Broker,
    Search,
    ObjectStore,
    Proxy,
    WebServer,
    Identity,
    Secrets,
    Monitoring,
    Administration,
    MailTrap,
    Application,
    Tool,
}
