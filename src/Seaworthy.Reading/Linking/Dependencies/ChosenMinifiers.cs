using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Vite includes esbuild, and since release 3 no Terser: a project that chooses Terser must install it.</summary>
/// <remarks>Source: Vite documentation, "build.minify"; migration guides from v2 and to v3.</remarks>
internal static class ChosenMinifiers
{
    private const string Package = "terser";

    private static readonly VersionLine BeforeThree = new(0, VersionLine.Parse("3")?.First ?? 0);

    // Found without being named; others are loaded by who names them.
    private static readonly string[] Configurations =
    [
        "vite.config.js",
        "vite.config.mjs",
        "vite.config.ts",
        "vite.config.cjs",
        "vite.config.mts",
        "vite.config.cts",
    ];

    public static IReadOnlyList<ChosenMinifier> Link(Deployment deployment) =>
        [
            .. from code in deployment.Of<CodeFile>()
            where Configurations.Contains(code.File.Name) && !IsForModulesOnly(code.File.Text)
            from setting in code.Settings
            where setting is { Name: "vite.build.minify", Value: CodeValue.Literal { Text: Package } }
            let manifest = deployment.At<PackageJson>(RepositoryPath.Join(code.File.Directory, "package.json") ?? "")
            where manifest is not null
            let bundler = manifest.Dependencies.FirstOrDefault(dependency => dependency.Name == "vite")
            where bundler?.Range is { } range && IsSinceThree(range)
            select Of(deployment, new ChosenMinifier(Package, setting.Span, manifest.File, bundler.Span)),
        ];

    private static ChosenMinifier Of(Deployment deployment, ChosenMinifier chosen)
    {
        var around = RepositoryPath.Ancestors(chosen.Manifest.Directory).ToList();
        var locks = deployment.Of<LockFile>().Where(file => around.Contains(file.File.Directory)).ToList();
        return chosen with
        {
            AskedFor = around
                .Select(directory => deployment.At<PackageJson>(RepositoryPath.Join(directory, "package.json") ?? ""))
                .OfType<PackageJson>()
                .SelectMany(package => package.Dependencies)
                .FirstOrDefault(dependency => dependency.Name == chosen.Package)
                ?.Span,
            Lock = locks.Count > 0 ? locks[0].File : null,
            IsBrought = locks.Exists(file => LockContents.Installs(file, chosen.Package)),
        };
    }

    /// <summary>Of a library in ES modules Vite takes no whitespace away, so that Terser is not asked.</summary>
    private static bool IsForModulesOnly(string text) =>
        WholeWords.Find(text, "lib:", char.IsLetterOrDigit).Any()
        && text.Contains("formats:", StringComparison.Ordinal)
        && !text.Contains("'cjs'", StringComparison.Ordinal)
        && !text.Contains("'umd'", StringComparison.Ordinal)
        && !text.Contains("'iife'", StringComparison.Ordinal);

    private static bool IsSinceThree(string range) => VersionRange.Parse(range, "node")?.Accepts(BeforeThree) == false;
}
