using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Variables read by the prefix of a bundler that does not build the component.</summary>
/// <remarks>Sources: Vite, "Env Variables and Modes"; Create React App, "Adding Custom Environment Variables"; Next.js, "Environment Variables".</remarks>
internal static class ForeignPrefixes
{
    private static readonly IReadOnlyList<Bundler> Bundlers =
    [
        new("vite", "Vite", "VITE_"),
        new("react-scripts", "Create React App", "REACT_APP_"),
        new("next", "Next.js", "NEXT_PUBLIC_"),
    ];

    /// <summary>Whether a variable is for the bundle of one of them.</summary>
    public static bool IsOfBundler(string name) => Bundlers.Any(bundler => name.StartsWith(bundler.Prefix, StringComparison.Ordinal));

    public static IReadOnlyList<ForeignPrefix> Link(Deployment deployment, CodeModules modules) =>
        [.. deployment.Components.SelectMany(component => Of(component, modules))];

    private static IEnumerable<ForeignPrefix> Of(Component component, CodeModules modules)
    {
        var own = Bundlers.Where(bundler => component.Frameworks.Contains(bundler.Package)).ToList();
        if (
            own is not [var (package, name, prefix)]
            || component
                .Manifests.SelectMany(manifest => manifest is Model.Declared.Manifests.Manifest known ? known.Dependencies : [])
                .FirstOrDefault(dependency => dependency.Name == package)
                is not { } declared
            || component.Code.Any(IsConfigured)
            || !component.Manifests.OfType<PackageJson>().Any(manifest => Builds(manifest, package))
        )
        {
            yield break;
        }

        // The pages of Next.js are entries by their places.
        Lazy<IReadOnlySet<string>?> reached = new(() => package == "next" ? null : BundleReach.Of(component, modules));
        foreach (var read in component.Code.Where(file => !IsForBuild(file)).SelectMany(file => file.EnvironmentReads))
        {
            if (
                Bundlers.Any(other => other.Prefix != prefix && read.Name.StartsWith(other.Prefix, StringComparison.Ordinal))
                && !read.Aliases.Any(alias => alias.StartsWith(prefix, StringComparison.Ordinal))
                && reached.Value?.Contains(read.Span.File.Path) is not false
            )
            {
                yield return new ForeignPrefix(component, read, name, prefix, declared.Span);
            }
        }
    }

    /// <summary>A package may have Vite for the runner of its tests alone.</summary>
    private static bool Builds(PackageJson manifest, string package) =>
        manifest.Scripts.Count == 0
        || manifest.Scripts.Any(script =>
            script.Commands.SelectMany(command => command.Words).Any(word => word.Literal == package)
            || script.Text.Contains("nx ", StringComparison.Ordinal)
        );

    /// <summary>The bundler's own configuration may let other prefixes in.</summary>
    private static bool IsConfigured(CodeFile file) =>
        IsForBuild(file)
        && (
            file.File.Text.Contains("envPrefix", StringComparison.Ordinal)
            || file.File.Text.Contains("'process.env", StringComparison.Ordinal)
            || file.File.Text.Contains("\"process.env", StringComparison.Ordinal)
            || file.File.Text.Contains("plugin-environment", StringComparison.Ordinal)
        );

    /// <summary>Run by Node, not put into the bundle.</summary>
    private static bool IsForBuild(CodeFile file) =>
        file.File.Name.Contains(".config.", StringComparison.Ordinal)
        || file.File.Directory.Split('/').Any(part => part is "scripts" or "tools" or "bin")
        || file.File.Text.Contains("require(", StringComparison.Ordinal)
        || file.File.Text.Contains("'node:", StringComparison.Ordinal)
        || file.File.Text.Contains("\"node:", StringComparison.Ordinal);

    private sealed record Bundler(string Package, string Name, string Prefix);
}
