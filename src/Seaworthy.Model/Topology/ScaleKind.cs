namespace Seaworthy.Model.Topology;

/// <summary>How much there is to run, the least first.</summary>
public enum ScaleKind
{
    /// <summary>Nothing here is deployed: documents, scripts, exercises.</summary>
    Nothing,

    /// <summary>Others build it into their software.</summary>
    Library,

    /// <summary>Files for a browser, and no process of its own.</summary>
    StaticSite,

    /// <summary>Something that runs on a server, and nothing that brings it there.</summary>
    Prototype,
    SingleService,

    /// <summary>Services that keep data in a store of their own.</summary>
    ServiceWithData,

    /// <summary>Many services that depend on each other.</summary>
    Fleet,
}
