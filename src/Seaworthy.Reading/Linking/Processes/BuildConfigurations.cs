using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Dependencies;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Packages that the build of a page loads because files of settings beside its manifest name them.</summary>
/// <remarks>Sources: Next.js documentation, "PostCSS" and "next.config.js"; Vite documentation, "CSS, PostCSS" and "Configuring Vite"; PostCSS Load Config.</remarks>
internal static class BuildConfigurations
{
    private static readonly string[] Endings = [".js", ".mjs", ".cjs", ".ts", ".mts"];

    // What the tool reads by itself when it builds.
    private static readonly Dictionary<string, string[]> Stems = new(StringComparer.Ordinal)
    {
        ["next"] = ["next.config", "postcss.config"],
        ["vite"] = ["vite.config", "postcss.config"],
        ["astro"] = ["astro.config", "postcss.config"],
        ["nuxt"] = ["nuxt.config"],
        ["vue-cli-service"] = ["vue.config", "postcss.config"],
    };

    /// <summary>The packages for development that the settings of a tool name, and where.</summary>
    public static IEnumerable<ConfiguredPackage> Of(Deployment deployment, ImageFiles files, StartToolCall call)
    {
        if (
            !Stems.TryGetValue(call.Program, out var stems)
            || call is not { IsFetched: false, Through: [.., var last] }
            || !last.Text.Contains("build", StringComparison.Ordinal)
            || deployment.At<PackageJson>(files, call.Directory, "package.json") is not { } package
        )
        {
            return [];
        }

        var optional = package.Dependencies.Where(dependency => dependency.Kind == DependencyKind.Development).Select(one => one.Name);
        return from stem in stems
            from ending in Endings
            let code = deployment.At<CodeFile>(files, call.Directory, stem + ending)
            where code is not null
            from name in optional
            let place = stem == "postcss.config" ? Plugin(code, name) : Imported(code, name)
            where place is not null
            select new ConfiguredPackage(name, place);
    }

    private static SourceSpan? Imported(CodeFile code, string package) =>
        code
            .Imports.Where(import => !import.IsOptional && IsOf(import.Module, package) && !TypeOnlyImports.Is(code, import))
            .Select(import => (SourceSpan?)import.Span)
            .FirstOrDefault();

    private static bool IsOf(string module, string package) =>
        module == package || module.StartsWith(package + "/", StringComparison.Ordinal);

    /// <summary>A key or element of <c>plugins</c>: <c>tailwindcss: {}</c>, <c>"@tailwindcss/postcss"</c>.</summary>
    private static SourceSpan? Plugin(CodeFile code, string package)
    {
        var plugins = code.File.Text.IndexOf("plugins", StringComparison.Ordinal);
        var at = WholeWords.Find(code.File.Text, package, IsPart).Where(at => at > plugins).Select(at => (int?)at).FirstOrDefault();
        return plugins >= 0 && at is { } found && !IsComment(code, found) ? new SourceSpan(code.File, found, package.Length) : null;
    }

    private static bool IsPart(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '/' or '@';

    private static bool IsComment(CodeFile code, int at) =>
        new SourceSpan(code.File, at, 1).Line.TrimStart() is ['/', '/', ..] or ['*', ..] or ['/', '*', ..];
}
