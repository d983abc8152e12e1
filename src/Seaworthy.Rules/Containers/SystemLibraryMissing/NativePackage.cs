namespace Seaworthy.Rules.Containers;

/// <summary>A package of Python that takes something of the system.</summary>
/// <param name="Name">Its normal name in the index.</param>
/// <param name="Module">What code imports.</param>
/// <param name="Needs">As the error names it: <c>libGL.so.1</c>, <c>pg_config</c>.</param>
internal sealed record NativePackage(string Name, string Module, NativeUse Use, string Needs)
{
    /// <summary>The packages of Debian and Ubuntu that bring it.</summary>
    public required string Debian { get; init; }

    /// <summary>The packages of Alpine that bring it; null where nobody here knows.</summary>
    public required string? Alpine { get; init; }

    /// <summary>Parts of the names of all packages that bring it, directly or through others. One of each list has to be there.</summary>
    public required IReadOnlyList<string[]> Traces { get; init; }

    /// <summary>The images with the tools of <c>buildpack-deps</c>, such as <c>python:3.12</c>, hold it.</summary>
    public bool IsInFullImages { get; init; }

    /// <summary>The package of the index that needs nothing of the system.</summary>
    public string? Instead { get; init; }
}
