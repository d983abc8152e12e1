namespace Seaworthy.Deploying.Planning;

/// <summary>A port of the host that leads to one of a service.</summary>
public sealed record PublishedPort(int Published, int Container, string? HostAddress = null, string Protocol = "tcp")
{
    /// <summary>As <c>docker run --publish</c> takes it, to a given port inside.</summary>
    public string To(int inside) =>
        $"{(HostAddress is { } address ? address + ":" : "")}{Published}:{inside}{(Protocol == "tcp" ? "" : "/" + Protocol)}";
}
