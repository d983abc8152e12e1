namespace Seaworthy.Rules.Ports;

/// <summary>Where the network policies of a repository stop a call.</summary>
internal enum GuardedCallDenial
{
    /// <summary>None blocks it.</summary>
    None,

    /// <summary>The caller may not use DNS.</summary>
    Names,

    /// <summary>The caller may not make it.</summary>
    Egress,

    /// <summary>The callee may not take it.</summary>
    Ingress,
}
