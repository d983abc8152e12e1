using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A Go program calls a server by TLS, with the certificates of the system.</summary>
/// <param name="Call">The call, or the import of a client that makes it.</param>
/// <param name="Peer">Whom it calls.</param>
internal sealed record CertificateNeed(Image Image, SourceSpan Call, string Peer)
{
    /// <summary>Neither its base image nor an instruction brings them.</summary>
    public bool IsMissing { get; init; }

    /// <summary>Why they may still be there.</summary>
    public string? UnknownBecause { get; init; }
}
