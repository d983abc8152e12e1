namespace Seaworthy.Rules.Containers;

/// <summary>When a package takes what it needs of the system.</summary>
internal enum NativeUse
{
    /// <summary>As a program imports it.</summary>
    Import,

    /// <summary>When a program calls it: it starts another program.</summary>
    Call,

    /// <summary>As it is installed: the index has no wheel for Linux, and pip compiles its source.</summary>
    Build,
}
