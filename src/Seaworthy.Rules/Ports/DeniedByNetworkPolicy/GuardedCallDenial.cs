namespace Seaworthy.Rules.Ports;

/// <summary>Where the network policies of a repository stop a call.</summary>
internal enum GuardedCallDenial
{
    /// <summary>They let it through.</summary>
    None,

    /// <summary>The caller may not even ask for the address behind a name.</summary>
    Names,

    /// <summary>The caller may not make it.</summary>
    Egress,

    /// <summary>The callee may not take it.</summary>
    Ingress,
}
