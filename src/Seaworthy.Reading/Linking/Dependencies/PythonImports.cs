using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Configuration;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>What Python source imports from distributions, held against requirements files, <c>pyproject.toml</c> and the like.</summary>
internal sealed class PythonImports
{
    // Where packages of one's own and of others lie that no installation brings.
    private static readonly string[] Vendors = ["lib", "libs", "vendor", "vendored", "third_party", "site-packages"];
    private static readonly string[] Roots = ["src", .. Vendors];

    private readonly Deployment deployment;
    private readonly ProgramFiles programs;
    private readonly PythonManifests manifests;
    private readonly UnnamedModules unnamed;
    private readonly HashSet<string> installedByCommand;
    private readonly List<LockFile> locks;
    private readonly Lazy<HashSet<string>> ownNames;

    public PythonImports(Deployment deployment, ProgramFiles programs)
    {
        this.deployment = deployment;
        this.programs = programs;
        manifests = new PythonManifests(deployment);
        unnamed = new UnnamedModules(deployment);
        locks = [.. deployment.Of<LockFile>().Where(file => file.Ecosystem == Ecosystem.Python)];
        installedByCommand = [.. Installed(deployment)];
        ownNames = new(() =>
            [
                .. deployment
                    .Tree.Files.SelectMany(file => file.Path.Split('/'))
                    .Select(part => part.EndsWith(".py", StringComparison.Ordinal) ? part[..^3] : part),
            ]
        );
    }

    public PackageImports? Of(Component component)
    {
        var files = Judged(component);
        if (files.Count == 0)
        {
            return null;
        }

        var declaring = manifests.Declaring(component);
        var imports = files
            .Where(file => declaring.Count == 0 || declaring.Exists(manifest => PythonManifests.IsFor(manifest, file.File.Path)))
            .SelectMany(file =>
                file.Imports.Select(import => new { Import = import, IsSetting = false })
                    .Concat(DjangoImports.Of(file).Select(import => new { Import = import, IsSetting = true }))
                    .Where(found => IsJudged(file, found.Import))
                    .Select(found => new
                    {
                        File = file,
                        found.Import,
                        found.IsSetting,
                    })
            )
            .ToLookup(pair => pair.Import.Module.Split('.')[0], StringComparer.Ordinal);
        if (imports.Count == 0 || manifests.IsOpen(component, declaring))
        {
            return null;
        }

        var declared = declaring
            .SelectMany(manifest => manifest.Dependencies)
            .SelectMany(InstalledDistributions.Names)
            .Concat(installedByCommand)
            .ToHashSet(StringComparer.Ordinal);
        var loaded = programs.Of(component);
        // What another manifest asks for, for a documentation or another platform, is not there where this one is installed.
        var brought = declaring.Take(1).SelectMany(manifest => manifest.Dependencies).FirstOrDefault(IsUnread) is { } unread
            ? $"{unread.Name}, which is no package of the index, brings it along"
            : null;
        var local = declaring.Take(1).SelectMany(manifest => LocalPackages.Needed(deployment, manifest)).ToList();
        return new PackageImports(component, Ecosystem.Python, declaring)
        {
            Declared = imports.Count(group => InstalledDistributions.Bring(declared, group.Key)),
            IgnoredManifest = declaring.Count == 0 ? Ignored(component) : null,
            Undeclared =
            [
                .. imports
                    .Where(group => !InstalledDistributions.Bring(declared, group.Key) && !IsLocked(component, group.Key))
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group =>
                        PackageImportLinker.Undeclared(
                            PythonDistributions.Of(group.Key)[0],
                            group.Key,
                            group.Select(pair => new ImportPlace(
                                pair.Import.Span,
                                pair.IsSetting || (loaded.Contains(pair.File.File.Path) && PackageImportLinker.IsAtTop(pair.Import.Span))
                            )
                            {
                                IsUnreached = !pair.IsSetting && !loaded.Contains(pair.File.File.Path) && unnamed.Hold(pair.File),
                            }),
                            PythonDistributions.IsCommonlyBrought(group.Key) ? "many packages bring it along"
                                : local.Find(package => Asks(package, group.Key)) is { } asking
                                    ? $"{asking.File.Path}, which it depends on, asks for it"
                                : brought
                        )
                    ),
            ],
        };
    }

    /// <summary>What the component's own people wrote for running it.</summary>
    private static IReadOnlyList<CodeFile> Judged(Component component)
    {
        List<CodeFile> files =
        [
            .. component.Code.Where(file =>
                file.Language == Language.Python
                && !SetAside.Holds(file.File.Path)
                && !PackageImportLinker.IsHidden(file.File.Path)
                && !file.File.Name.StartsWith("locust", StringComparison.Ordinal)
            ),
        ];
        var vendored = VendorDirectories(files).ToHashSet(StringComparer.Ordinal);
        return vendored.Count == 0 ? files : files.FindAll(file => !RepositoryPath.Ancestors(file.File.Directory).Any(vendored.Contains));
    }

    private static bool Asks(Manifest package, string module) =>
        InstalledDistributions.Bring(
            package
                .Dependencies.Where(dependency => dependency.Kind == DependencyKind.Runtime)
                .SelectMany(InstalledDistributions.Names)
                .ToHashSet(StringComparer.Ordinal),
            module
        );

    /// <summary>A package by its address: what it depends on stands in another repository.</summary>
    private static bool IsUnread(Dependency dependency) => dependency.Source is DependencySource.Git or DependencySource.Url;

    private bool IsJudged(CodeFile file, CodeImport import)
    {
        var root = import.Module.Split('.')[0];
        return !import.IsOptional
            && root.Length > 0
            && !IsTriedElsewhere(file, root)
            && !IsOfAirflow(file, root)
            && !SaysInstall(file, root)
            && !PythonStandardLibrary.Has(root)
            && PythonDistributions.Of(root).Count > 0
            && !IsLocal(file, root);
    }

    /// <summary>The file tries the import first, and comes here only when that went well.</summary>
    private static bool IsTriedElsewhere(CodeFile file, string root) =>
        file.Imports.Any(other => other.IsOptional && other.Module.Split('.')[0] == root);

    /// <summary>A file of Airflow runs where that is installed, whatever the manifest of another program asks for.</summary>
    private static bool IsOfAirflow(CodeFile file, string root) =>
        PythonDistributions.Brings("apache-airflow", root)
        && file.Imports.Any(import => !import.IsOptional && import.Module.Split('.')[0] == "airflow");

    /// <summary>A script that stands for itself says what to install: <c>pip install pandas highs</c>.</summary>
    private static bool SaysInstall(CodeFile file, string root) =>
        file.File.Text.IndexOf("pip install ", StringComparison.Ordinal) is >= 0 and var at
        && file.File.Lines.TextOf(file.File.Lines.LineAt(at)) is var line
        && PythonDistributions.Of(root).Any(name => line.Contains(name, StringComparison.OrdinalIgnoreCase));

    // Most names are found nowhere in the tree, which spares looking for each in every directory above.
    private bool IsLocal(CodeFile file, string root) =>
        ownNames.Value.Contains(root)
        && RepositoryPath
            .Ancestors(file.File.Directory)
            .Any(directory =>
                deployment.Tree.HasFile(RepositoryPath.Join(directory, root + ".py") ?? "")
                || deployment.Tree.HasDirectory(RepositoryPath.Join(directory, root) ?? "")
                || Roots.Any(below => deployment.Tree.HasDirectory(RepositoryPath.Join(directory, $"{below}/{root}") ?? ""))
            );

    /// <summary>Directories of packages that others wrote, copied into the repository: <c>lib</c> because of <c>lib/sqlalchemy/…</c>.</summary>
    private static IEnumerable<string> VendorDirectories(IEnumerable<CodeFile> files) =>
        from file in files
        let parts = file.File.Path.Split('/')
        from at in Enumerable.Range(0, Math.Max(parts.Length - 2, 0))
        where Vendors.Contains(parts[at]) && PythonDistributions.Of(parts[at + 1]).Count > 0
        select string.Join('/', parts.Take(at + 1));

    private bool IsLocked(Component component, string module) =>
        locks
            .Where(file => component.Contains(file.File.Path) || RepositoryPath.Ancestors(component.Root).Contains(file.File.Directory))
            .Any(file =>
                PythonDistributions.Of(module).Any(name => file.File.Text.Contains($"\"{name}\"", StringComparison.OrdinalIgnoreCase))
            );

    private Fact<string>? Ignored(Component component)
    {
        var path = RepositoryPath.Join(component.Root, "requirements.txt") ?? "";
        return deployment.Tree.WhyIgnored(path) is { } rule ? new Fact<string>(path, rule.Span) : null;
    }

    /// <summary>What images and scripts install by name: <c>pip install gunicorn</c>, <c>apt-get install python3-yaml</c>.</summary>
    private static IEnumerable<string> Installed(Deployment deployment) =>
        CommandPlaces
            .Of(deployment)
            .SelectMany(KnownCommand.Of)
            .OfType<PackageInstallCommand>()
            .SelectMany(install => install.Packages)
            .Select(word => word.Literal)
            .OfType<string>()
            .Select(name => name.Split('[', '=', '<', '>', '~', '!', ' ')[0])
            .Select(Dependency.PythonName)
            .SelectMany(name => name.StartsWith("python3-", StringComparison.Ordinal) ? [name, name["python3-".Length..]] : new[] { name });
}
