using Seaworthy.Model.Known.Runtimes;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>What a manifest asks for, held against its lock file, as the tool does that installs from it.</summary>
/// <remarks>
/// Sources: npm, "npm ci" (what the lock has beyond the manifest is no fault, nor is another range that the locked version satisfies); pnpm, "pnpm install", <c>--frozen-lockfile</c> (ranges are
/// compared as text); Yarn 1, <c>yarn install --frozen-lockfile</c>, and Yarn, <c>--immutable</c> (a lock is a list of names with ranges); Bun, "Lockfile"; Composer, "install";
/// Poetry, "install".
/// </remarks>
public static class LockContents
{
    /// <summary>Dependencies missing from the lock file; none when unknown.</summary>
    public static IReadOnlyList<Dependency> Unlocked(Manifest manifest, LockFile locked)
    {
        var text = locked.File.Text;
        var asked = Asked(manifest);
        return locked.Tool switch
        {
            "npm" => [.. asked.Where(dependency => IsUnknownToNpm(dependency, locked, text))],
            "pnpm" or "bun" => locked.RootDependencies is { } root
                ? [.. asked.Where(dependency => !root.Any(one => one.Name == dependency.Name))]
                : [],
            "yarn" => [.. asked.Where(dependency => IsUnknownToYarn(dependency, (PackageJson)manifest, text))],
            "composer" =>
            [
                .. asked.Where(dependency =>
                    IsPackage(dependency) && !text.Contains($"\"{dependency.Name}\"", StringComparison.OrdinalIgnoreCase)
                ),
            ],
            "poetry" or "uv" => Names(text) is { Count: > 0 } names
                ?
                [
                    .. manifest.Dependencies.Where(dependency =>
                        dependency.Kind != DependencyKind.Build && !names.Contains(Dependency.PythonName(dependency.Name))
                    ),
                ]
                : [],
            _ => [],
        };
    }

    /// <summary>What pnpm finds in its lock with another range, and npm in a version that the range does not allow; overrides and hooks rewrite ranges before they look.</summary>
    public static IReadOnlyList<Dependency> Changed(Manifest manifest, LockFile locked)
    {
        if (
            locked.RootDependencies is not { } root
            || manifest.File.Text.Contains("\"overrides\"", StringComparison.Ordinal)
            // pnpm takes them from its workspace as well, and writes them down.
            || locked.File.Text.Contains("\noverrides:", StringComparison.Ordinal)
        )
        {
            return [];
        }

        var asked = Asked(manifest);
        return locked.Tool switch
        {
            "pnpm" =>
            [
                .. asked.Where(dependency =>
                    root.Where(one => one.Name == dependency.Name).ToList() is { Count: > 0 } same
                    && same.TrueForAll(one => one.Range != dependency.Range || one.Location != dependency.Location)
                ),
            ],
            // Of a package in both lists, npm takes the one for development.
            "npm" =>
            [
                .. asked
                    .GroupBy(dependency => dependency.Name)
                    .Select(same => same.OrderBy(dependency => IsRuntime(dependency) ? 1 : 0).First())
                    .Where(dependency => IsOfOtherVersion(dependency, locked.File.Text)),
            ],
            _ => [],
        };
    }

    private static bool IsRuntime(Dependency dependency) => dependency.Kind == DependencyKind.Runtime;

    private static IEnumerable<Dependency> Asked(Manifest manifest) =>
        manifest.Dependencies.Where(dependency => dependency.Kind is DependencyKind.Runtime or DependencyKind.Development);

    /// <summary>Whether the lock file installs a package of npm's registry. Only an entry of its own counts: another package may just name it as a possible dependency.</summary>
    public static bool Installs(LockFile locked, string package)
    {
        var text = locked.File.Text;
        return locked.Tool == "npm"
            ? HasModule(text, package) || text.Contains($"\n    \"{package}\": {{", StringComparison.Ordinal)
            : text.Contains($"{package}@", StringComparison.Ordinal) || text.Contains($"/{package}/", StringComparison.Ordinal);
    }

    /// <summary>An entry of npm's lock files since their second format.</summary>
    private static bool HasModule(string text, string package) => text.Contains($"node_modules/{package}\"", StringComparison.Ordinal);

    /// <summary>The version that is locked is known, and the range as well, and they do not meet; versions before a release have rules of their own.</summary>
    private static bool IsOfOtherVersion(Dependency dependency, string text)
    {
        var entry = $"\"node_modules/{dependency.Name}\": {{";
        const string Key = "\"version\": \"";
        const int Near = 120;
        if (
            dependency is not { Source: DependencySource.Registry, RealName: null, Range: { Length: > 0 } written }
            || VersionRange.Parse(written, "node") is not { } range
            || text.IndexOf(entry, StringComparison.Ordinal) is not (>= 0 and var at)
            || text.IndexOf(Key, at, Math.Min(entry.Length + Near, text.Length - at), StringComparison.Ordinal) is not (>= 0 and var value)
        )
        {
            return false;
        }

        var start = value + Key.Length;
        var version = text[start..text.IndexOf('"', start)];
        return VersionLine.Parse(version) is { } line && !version.Contains('-', StringComparison.Ordinal) && !range.Accepts(line);
    }

    /// <summary>What pnpm finds in its lock beyond the manifest.</summary>
    public static IReadOnlyList<Dependency> Left(Manifest manifest, LockFile locked) =>
        locked is { Tool: "pnpm", RootDependencies: { } root }
            ? [.. root.Where(one => !IsOfDevEngines(one) && !manifest.Dependencies.Any(dependency => dependency.Name == one.Name))]
            : [];

    /// <summary>What <c>devEngines.runtime</c> asks for is among the dependencies of the lock.</summary>
    /// <remarks>Source: pnpm, "package.json", "devEngines.runtime".</remarks>
    private static bool IsOfDevEngines(Dependency locked) =>
        locked.Name is "node" or "deno" or "bun" && locked.Range?.StartsWith("runtime:", StringComparison.Ordinal) is not false;

    // A package of the tree above satisfies the root as well as one that was asked for.
    private static bool IsUnknownToNpm(Dependency dependency, LockFile locked, string text) =>
        locked.RootDependencies is { } root && !root.Any(one => one.Name == dependency.Name) && !HasModule(text, dependency.Name);

    /// <summary>Yarn 1 looks at nothing in a workspace, and resolutions stand for other names.</summary>
    private static bool IsUnknownToYarn(Dependency dependency, PackageJson manifest, string text)
    {
        if (
            manifest.Workspaces.Count > 0
            || dependency is not { Source: DependencySource.Registry, RealName: null, Range: { Length: > 0 } range }
            || manifest.File.Text.Contains("\"resolutions\"", StringComparison.Ordinal)
        )
        {
            return false;
        }

        var isFirst =
            text.StartsWith("# THIS IS AN AUTOGENERATED FILE", StringComparison.Ordinal)
            && text.Contains("yarn lockfile v1", StringComparison.Ordinal);
        string[] keys = isFirst ? [$"{dependency.Name}@{range}"] : [$"{dependency.Name}@npm:{range}", $"{dependency.Name}@{range}"];
        return !Array.Exists(keys, key => HasKey(text, key));
    }

    private static bool HasKey(string text, string key)
    {
        for (var at = text.IndexOf(key, StringComparison.Ordinal); at >= 0; at = text.IndexOf(key, at + 1, StringComparison.Ordinal))
        {
            var end = at + key.Length;
            if ((at == 0 || text[at - 1] is '\n' or '"' or ' ' or '\r') && end < text.Length && text[end] is ':' or ',' or '"')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A package of a registry, not PHP itself or a part of it.</summary>
    private static bool IsPackage(Dependency dependency) => dependency.Name.Contains('/', StringComparison.Ordinal);

    /// <summary>The packages of poetry.lock and uv.lock, whose tables begin with their names.</summary>
    private static HashSet<string> Names(string text)
    {
        const string Key = "name = \"";
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.StartsWith(Key, StringComparison.Ordinal) && line[Key.Length..].IndexOf('"') is > 0 and var end)
            {
                names.Add(Dependency.PythonName(line.Slice(Key.Length, end).ToString()));
            }
        }

        return names;
    }
}
