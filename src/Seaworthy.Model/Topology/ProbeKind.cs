namespace Seaworthy.Model.Topology;

/// <summary>How a probe asks.</summary>
public enum ProbeKind
{
    Http,
    Tcp,
    Command,
    Grpc,
}
