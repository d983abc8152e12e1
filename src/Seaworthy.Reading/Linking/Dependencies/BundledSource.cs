using Seaworthy.Model.Declared.Manifests;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Source that a bundler alone reads: Vite takes what is imported, and no compiler looks at the rest.</summary>
internal static class BundledSource
{
    private static readonly string[] TypeCheckers = ["tsc", "vue-tsc", "svelte-check", "next", "nest", "ng", "react-scripts", "webpack"];

    /// <summary>No script of the package has another tool read its source.</summary>
    public static bool IsAll(PackageJson package)
    {
        var words = package
            .Scripts.SelectMany(script => script.Commands)
            .SelectMany(command => command.Words)
            .Select(word => word.Literal)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return words.Contains("vite") && !words.Overlaps(TypeCheckers);
    }
}
