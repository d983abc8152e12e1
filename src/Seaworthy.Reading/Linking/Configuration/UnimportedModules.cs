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

    private readonly HashSet<string> named;
    private readonly List<SourceFile> manifests;

    public UnimportedModules(Deployment deployment)
    {
        named = deployment
            .Of<CodeFile>()
            .Where(file => !file.IsTest && IsJavaScript(file))
            .SelectMany(file => file.Imports)
            .Select(import => Stem(import.Module[(import.Module.LastIndexOf('/') + 1)..]))
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
            && !manifests.Exists(manifest => manifest.Text.Contains("/" + stem, StringComparison.Ordinal));
    }

    private static bool IsJavaScript(CodeFile file) => file.Language is Language.JavaScript or Language.TypeScript;

    private static string Stem(string name) => name.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? name[..dot] : name;
}
