namespace Seaworthy.Model.Known.Runtimes;

/// <summary>A package whose older releases do not run on newer releases of their runtime.</summary>
/// <param name="Runtime">As <see cref="ImageRuntime.Runtime"/> has it.</param>
/// <param name="Package">As manifests name it.</param>
/// <param name="Before">The first release of the package that runs on more; null while none does.</param>
/// <param name="Last">The last line of the runtime that the releases before run on.</param>
/// <param name="Source">Who says so.</param>
public sealed record RuntimeLimit(string Runtime, string Package, string? Before, string Last, string Source)
{
    /// <summary>Every release that the range allows is one of them.</summary>
    public bool Holds(VersionRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        return Before is null || (VersionLine.Parse(Before) is { } first && !range.Accepts(first with { End = long.MaxValue }));
    }

    public bool Allows(VersionLine runtime) => VersionLine.Parse(Last) is { } last && runtime.First < last.End;
}
