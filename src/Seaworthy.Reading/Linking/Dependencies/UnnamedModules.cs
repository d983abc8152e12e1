using System.Collections.Frozen;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Modules of Python packages that nothing in the repository names: whatever they import, no program was seen to come there.</summary>
internal sealed class UnnamedModules
{
    // Frameworks take these in by their name or their place.
    private static readonly FrozenSet<string> ByName = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "__init__",
            "__main__",
            "admin",
            "api",
            "app",
            "apps",
            "asgi",
            "checks",
            "cli",
            "consumers",
            "forms",
            "handlers",
            "main",
            "middleware",
            "models",
            "receivers",
            "routing",
            "schema",
            "serializers",
            "server",
            "settings",
            "signals",
            "tasks",
            "translation",
            "urls",
            "views",
            "worker",
            "wsgi",
        ]
    );

    private static readonly FrozenSet<string> ByPlace = FrozenSet.Create(
        StringComparer.Ordinal,
        ["commands", "dags", "jobs", "migrations", "pages", "plugins", "settings", "spiders", "tasks", "templatetags", "versions"]
    );

    // A package that looks for its modules itself.
    private static readonly string[] Gathering = ["import_module", "__import__", "pkgutil", "glob", "listdir"];

    private readonly Deployment deployment;
    private readonly Lazy<HashSet<string>> imported;

    public UnnamedModules(Deployment deployment)
    {
        this.deployment = deployment;
        imported = new(() =>
            [
                .. deployment
                    .Of<CodeFile>()
                    .Where(file => file.Language == Language.Python)
                    .SelectMany(file => file.Imports)
                    .SelectMany(import => import.Module.Split('.').Append(import.Name ?? "")),
            ]
        );
    }

    public bool Hold(CodeFile file)
    {
        var module = Path.GetFileNameWithoutExtension(file.File.Name);
        return deployment.Tree.HasFile(RepositoryPath.Join(file.File.Directory, "__init__.py") ?? "")
            && !ByName.Contains(module)
            && !file.File.Directory.Split('/').Any(ByPlace.Contains)
            && !file.File.Text.Contains("__main__", StringComparison.Ordinal)
            && !imported.Value.Contains(module)
            && !IsGathered(file.File.Directory)
            && !IsWritten(file, module);
    }

    private bool IsGathered(string directory) =>
        RepositoryPath
            .Ancestors(directory)
            .Select(above => deployment.At<CodeFile>(RepositoryPath.Join(above, "__init__.py") ?? ""))
            .OfType<CodeFile>()
            .Any(package => Array.Exists(Gathering, word => package.File.Text.Contains(word, StringComparison.Ordinal)));

    /// <summary>Some file has it in a path or in quotes: <c>shop.mail:send</c>, <c>python shop/mail.py</c>, <c>"mail"</c>.</summary>
    private bool IsWritten(CodeFile file, string module) =>
        deployment.Artifacts.Any(other =>
            other.File.Path != file.File.Path
            && WholeWords
                .Find(other.File.Text, module, WholeWords.IsOfIdentifier)
                .Any(at => at > 0 && other.File.Text[at - 1] is '.' or '/' or '"' or '\'')
        );
}
