namespace Seaworthy.Model.Topology;

/// <summary>Whether <c>docker-php-ext-install</c> finds the source of an extension.</summary>
public enum PhpExtensionState
{
    /// <summary>It may: the release has it, or nothing is known of it.</summary>
    Available,

    /// <summary>The release has it compiled in.</summary>
    BuiltIn,

    /// <summary>The release has it no more.</summary>
    Removed,

    /// <summary>PHP never had it: it comes from PECL.</summary>
    OfPecl,
}
