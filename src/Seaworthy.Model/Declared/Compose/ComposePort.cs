using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A published port: on the host at <see cref="Published"/>, in the container at <see cref="Target"/>.</summary>
/// <param name="Raw">As written, for the short form.</param>
/// <remarks>Source: the Compose specification, "ports".</remarks>
public sealed record ComposePort(string Raw, SourceSpan Span)
{
    /// <summary>The short form whole, for reading it again once its variables are known.</summary>
    public Template? Text { get; init; }

    public Template? HostIp { get; init; }

    /// <summary>Absent: the host picks a free port.</summary>
    public Template? Published { get; init; }

    /// <summary>Absent when one variable stands for the whole mapping.</summary>
    public Template? Target { get; init; }

    /// <summary>The host's ports, when they are literal.</summary>
    public PortRange? PublishedPorts { get; init; }

    /// <summary><c>tcp</c> unless written otherwise; may hold a variable.</summary>
    public Template? Protocol { get; init; }

    /// <summary><c>host</c> or <c>ingress</c>.</summary>
    public Fact<string>? Mode { get; init; }

    public Fact<string>? Name { get; init; }

    public bool IsUdp => Protocol?.Literal is "udp";
}
