using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

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
    private readonly Dictionary<string, bool> broughtByCommand = new(StringComparer.Ordinal);
    private readonly Dictionary<Manifest, IReadOnlyList<Manifest>> needed = new(ReferenceEqualityComparer.Instance);
    private readonly PythonLocks locks;
    private readonly Lazy<HashSet<string>> ownNames;

    public PythonImports(Deployment deployment, ProgramFiles programs)
    {
        this.deployment = deployment;
        this.programs = programs;
        manifests = new PythonManifests(deployment);
        unnamed = new UnnamedModules(deployment);
        locks = new PythonLocks(deployment);
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
            .Where(file => declaring.IsEmpty || manifests.AreFor(component, file.File.Path))
            .Select(file => new { File = file, Judged = new JudgedImports(file, IsLocal) })
            .SelectMany(source =>
                source
                    .File.Imports.Select(import => new { Import = import, IsSetting = false })
                    .Concat(DjangoImports.Of(source.File).Select(import => new { Import = import, IsSetting = true }))
                    .Where(found => source.Judged.Hold(found.Import))
                    .Select(found => new
                    {
                        source.File,
                        found.Import,
                        found.IsSetting,
                    })
            )
            .ToLookup(pair => pair.Import.Module.Split('.')[0], StringComparer.Ordinal);
        if (imports.Count == 0 || manifests.IsOpen(component, declaring))
        {
            return null;
        }

        bool IsBrought(string module) => declaring.Bring(module) || IsBroughtByCommand(module);
        var loaded = programs.Of(component);
        // What another manifest asks for, for a documentation or another platform, is not there where this one is installed.
        var brought = declaring.Nearest?.Dependencies.FirstOrDefault(IsUnread) is { } unread
            ? $"{unread.Name}, which is not from the package index, may install it"
            : null;
        var local = declaring.Nearest is { } nearest ? Needed(nearest) : [];
        return new PackageImports(component, Ecosystem.Python, declaring.Nearest)
        {
            Declared = imports.Count(group => IsBrought(group.Key)),
            IgnoredManifest = declaring.IsEmpty ? Ignored(component) : null,
            Undeclared =
            [
                .. imports
                    .Where(group => !IsBrought(group.Key) && !locks.Have(component, group.Key))
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
                            PythonDistributions.IsCommonlyBrought(group.Key) ? "many packages depend on it"
                                : local.FirstOrDefault(package => Asks(package, group.Key)) is { } asking
                                    ? $"its dependency {asking.File.Path} requires it"
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
                && !FilePurposes.Has(file.File.Path, FilePurpose.NoProgram)
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

    /// <summary>A package by its address: what it depends on is in another repository.</summary>
    private static bool IsUnread(Dependency dependency) => dependency.Source is DependencySource.Git or DependencySource.Url;

    private bool IsBroughtByCommand(string module)
    {
        if (!broughtByCommand.TryGetValue(module, out var isBrought))
        {
            broughtByCommand.Add(module, isBrought = InstalledDistributions.Bring(installedByCommand, module));
        }

        return isBrought;
    }

    // Components without a manifest of their own have one above them in common.
    private IReadOnlyList<Manifest> Needed(Manifest manifest)
    {
        if (!needed.TryGetValue(manifest, out var found))
        {
            needed.Add(manifest, found = LocalPackages.Needed(deployment, manifest));
        }

        return found;
    }

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
