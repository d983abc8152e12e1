using System.Collections.Frozen;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>
/// Modules of JavaScript that no import names, in directories whose files run only when another imports them: what such a file reads or imports never comes to pass.
/// </summary>
internal sealed class UnimportedModules
{
    // Elsewhere a framework takes files in by their place, or somebody starts them by hand.
    private static readonly FrozenSet<string> Libraries = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["lib", "libs", "util", "utils", "helpers", "components", "views", "hooks", "contexts", "common", "shared", "services"]
    );

    private static readonly string[] Styles = [".css", ".scss", ".sass", ".less", ".styl", ".json", ".svg", ".png"];

    private readonly HashSet<string> named;
    private readonly HashSet<string> reached;
    private readonly List<SourceFile> manifests;

    public UnimportedModules(Deployment deployment)
    {
        var imports = deployment
            .Of<CodeFile>()
            .Where(file => !file.IsTest && IsJavaScript(file))
            .SelectMany(file => file.Imports.Select(import => new { file.File.Directory, import.Module }))
            // "./table.module.css" beside table.js is another file.
            .Where(import => !Array.Exists(Styles, ending => import.Module.EndsWith(ending, StringComparison.Ordinal)))
            .ToLookup(import => import.Module is ['.', ..]);
        // An alias or a package name; its configuration decides where it leads.
        named = imports[false].Select(import => Stem(RepositoryPath.NameOf(import.Module))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        reached = imports[true]
            .Select(import => RepositoryPath.Join(import.Directory, import.Module))
            .OfType<string>()
            .Select(Bare)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        manifests = [.. deployment.Of<PackageJson>().Select(manifest => manifest.File)];
    }

    public bool Hold(CodeFile file)
    {
        var stem = Stem(file.File.Name);
        return IsJavaScript(file)
            && !file.IsTest
            && stem != "index"
            && file.File.Directory.Split('/').Any(Libraries.Contains)
            && !named.Contains(stem)
            && !reached.Contains(Bare(file.File.Path))
            && !manifests.Exists(manifest => manifest.Text.Contains("/" + stem, StringComparison.Ordinal));
    }

    /// <summary>It is a program of its own: no import names it, as none names the program that is started beside it.</summary>
    public bool AreApart(CodeFile file, CodeFile started) =>
        file.File.Directory == started.File.Directory && IsNamedByNone(file) && IsNamedByNone(started);

    private bool IsNamedByNone(CodeFile file) =>
        IsJavaScript(file) && !named.Contains(Stem(file.File.Name)) && !reached.Contains(Bare(file.File.Path));

    private static bool IsJavaScript(CodeFile file) => file.Language is Language.JavaScript or Language.TypeScript;

    /// <summary>The path without the endings of its name.</summary>
    private static string Bare(string path) => $"{RepositoryPath.Parent(path)}/{Stem(RepositoryPath.NameOf(path))}";

    private static string Stem(string name) => name.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? name[..dot] : name;
}
