namespace Seaworthy.Rules.Containers;

/// <summary>The C library of a system, whose loader a program that is not linked statically names in itself.</summary>
internal enum CLibrary
{
    /// <summary>Of Debian, Ubuntu, and Red Hat's family.</summary>
    Glibc,

    /// <summary>Of Alpine.</summary>
    Musl,
}
