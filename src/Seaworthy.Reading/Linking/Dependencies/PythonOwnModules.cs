using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Where the modules of Python are that an import names by their place: with dots in front, or below a package of the repository.</summary>
/// <remarks>Source: Python documentation, "The import system".</remarks>
internal sealed class PythonOwnModules(Deployment deployment)
{
    // A package that says itself where its modules are.
    private static readonly string[] Elsewhere = ["__path__", "sys.modules", "import_module"];

    private readonly Lazy<IReadOnlyList<string>> projects = new(() =>
        [
            .. deployment
                .Artifacts.Where(artifact => artifact is PyProject or SetupScript)
                .Select(artifact => artifact.File.Directory)
                .Where(directory => directory.Length > 0),
        ]
    );

    private RepositoryTree Tree => deployment.Tree;

    /// <summary>The places where the module may be; none for modules of others.</summary>
    public IReadOnlyList<string> Places(CodeFile file, string module)
    {
        var dots = module.TakeWhile(letter => letter == '.').Count();
        var path = module[dots..].Replace('.', '/');
        if (path.Length == 0)
        {
            return [];
        }

        if (dots > 0)
        {
            return
                RepositoryPath.Ancestors(file.File.Directory).ElementAtOrDefault(dots - 1) is { } above
                && RepositoryPath.Join(above, path) is { } relative
                ? [relative]
                : [];
        }

        var root = path.Split('/')[0];
        if (root == path || PythonStandardLibrary.Has(root) || PythonDistributions.Of(root).Count > 0)
        {
            return [];
        }

        string[] homes =
        [
            .. RepositoryPath
                .Ancestors(file.File.Directory)
                .SelectMany(directory => new[] { directory, RepositoryPath.Join(directory, "src") ?? directory })
                .Distinct(StringComparer.Ordinal)
                .Where(directory => Tree.HasDirectory(RepositoryPath.Join(directory, root) ?? "")),
        ];
        if (homes.Length > 0 && IsOfAnotherProject(file, path, homes))
        {
            return [];
        }

        // A directory that holds packages only is a package as well, if one of its name is the repository's own at all.
        return homes.Any(directory => IsPackage(RepositoryPath.Join(directory, root) ?? ""))
            ? [.. homes.Select(directory => RepositoryPath.Join(directory, path)).OfType<string>()]
            : [];
    }

    /// <summary>None of the homes has it, and another project of the repository does: a package of that name is installed from there.</summary>
    private bool IsOfAnotherProject(CodeFile file, string path, IReadOnlyList<string> homes) =>
        projects.Value.Count > 0
        && !homes.Any(directory => RepositoryPath.Join(directory, path) is { } place && Has(place))
        && projects.Value.Any(project =>
            RepositoryPath.Inside(project, file.File.Path) is null
            && new[] { path, "src/" + path }.Any(below => RepositoryPath.Join(project, below) is { } place && Has(place))
        );

    /// <summary>The module, or a package of that name; what lies below a package that finds its modules itself counts as there.</summary>
    public bool Has(string path) =>
        Tree.HasDirectory(path)
        || Tree.FilesIn(RepositoryPath.Parent(path)).Any(file => file.Path.StartsWith(path + ".", StringComparison.Ordinal))
        || FindsItself(path);

    public string? OtherCase(string path) => Tree.FindOtherCase(path + ".py") ?? Tree.FindOtherCase(path);

    private bool IsPackage(string path) =>
        path.Length > 0 && Tree.FilesIn(path).Any(file => file.Path.EndsWith(".py", StringComparison.Ordinal));

    private bool FindsItself(string path) =>
        RepositoryPath
            .Ancestors(RepositoryPath.Parent(path))
            .Select(directory => deployment.At<CodeFile>(RepositoryPath.Join(directory, "__init__.py") ?? ""))
            .OfType<CodeFile>()
            .Any(file => Array.Exists(Elsewhere, word => file.File.Text.Contains(word, StringComparison.Ordinal)));
}
