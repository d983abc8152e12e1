using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>Whether what a manifest of Python asks for is at least some release.</summary>
/// <param name="IsReached">It is that release or a later one.</param>
/// <param name="IsOpen">The manifest leaves the release open, so that the newest one is installed.</param>
/// <remarks>Source: PEP 440, "Version specifiers".</remarks>
internal sealed record AskedRelease(bool IsReached, bool IsOpen)
{
    /// <summary>What asks for a distribution; what names a release comes first.</summary>
    public static Dependency? Package(Component component, string package) =>
        component
            .Manifests.OfType<Manifest>()
            .Where(manifest => manifest.Ecosystem == Ecosystem.Python)
            .SelectMany(manifest => manifest.Dependencies)
            .Where(dependency => Dependency.PythonName(dependency.Name) == package)
            .OrderBy(dependency => dependency.Range is null ? 1 : 0)
            .FirstOrDefault();

    public static AskedRelease Of(Deployment deployment, Dependency package, string release)
    {
        var asked = VersionLine.Parse(release) ?? VersionLine.All;
        var lowest = Lowest(package.Range);
        var isBelow = package.Range is { } range && range.Contains('<', StringComparison.Ordinal);
        var isPinned = package.Range is ['=', ..] or ['~', '=', ..];
        var isLocked = deployment.In<LockFile>(package.Span.File.Directory).Any(file => file.Ecosystem == Ecosystem.Python);
        var isAbove = lowest is { } version && version.First >= asked.First;
        var isOpen = !isAbove && !isBelow && !isPinned && !isLocked && !(package.Range is ['^', ..]);
        return new AskedRelease(isAbove || isOpen, isOpen);
    }

    /// <summary>The lowest release that a range takes; null where it names none.</summary>
    private static VersionLine? Lowest(string? range) =>
        range
            ?.Split(',', StringSplitOptions.TrimEntries)
            .Where(part => part is not (['<', ..] or ['!', ..]))
            .Select(part => VersionLine.Parse(part.TrimStart('=', '>', '~', '^', ' ')))
            .FirstOrDefault(version => version is not null);
}
