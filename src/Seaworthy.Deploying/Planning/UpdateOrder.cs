namespace Seaworthy.Deploying.Planning;

/// <summary>How the new container of a service takes over.</summary>
public enum UpdateOrder
{
    /// <summary>It starts beside the old one, behind the proxy.</summary>
    StartFirst,

    /// <summary>The old one ends before it starts.</summary>
    StopFirst,
}
