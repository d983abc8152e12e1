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
    private readonly Deployment deployment;
    private readonly ProgramFiles programs;
    private readonly List<Manifest> manifests;
    private readonly ILookup<string, Manifest> manifestsIn;
    private readonly ILookup<string, Manifest> requirementsBelow;
    private readonly HashSet<string> installedByCommand;
    private readonly List<LockFile> locks;

    public PythonImports(Deployment deployment, ProgramFiles programs)
    {
        this.deployment = deployment;
        this.programs = programs;
        manifests =
        [
            .. deployment
                .Of<Manifest>()
                .Where(manifest => manifest.Ecosystem == Ecosystem.Python && manifest is not PyProject { DeclaresProject: false }),
        ];
        manifestsIn = manifests.ToLookup(manifest => manifest.File.Directory, StringComparer.Ordinal);
        requirementsBelow = manifests
            .Where(manifest => manifest is Requirements && manifest.File.Directory.Length > 0)
            .ToLookup(manifest => RepositoryPath.Parent(manifest.File.Directory), StringComparer.Ordinal);
        locks = [.. deployment.Of<LockFile>().Where(file => file.Ecosystem == Ecosystem.Python)];
        installedByCommand = [.. Installed(deployment)];
    }

    public PackageImports? Of(Component component)
    {
        var files = component
            .Code.Where(file =>
                file.Language == Language.Python
                && !SetAside.Holds(file.File.Path)
                && !file.File.Name.StartsWith("locust", StringComparison.Ordinal)
            )
            .ToList();
        if (files.Count == 0)
        {
            return null;
        }

        var declaring = Declaring(component);
        var imports = files
            .SelectMany(file => file.Imports.Where(import => IsJudged(file, import)).Select(import => new { File = file, Import = import }))
            .ToLookup(pair => pair.Import.Module.Split('.')[0], StringComparer.Ordinal);
        if (imports.Count == 0 || IsOpen(component, declaring))
        {
            return null;
        }

        var declared = declaring
            .SelectMany(manifest => manifest.Dependencies)
            .SelectMany(Names)
            .Concat(installedByCommand)
            .ToHashSet(StringComparer.Ordinal);
        var loaded = programs.Of(component);
        var brought = declaring.SelectMany(manifest => manifest.Dependencies).FirstOrDefault(IsUnread) is { } unread
            ? $"{unread.Name}, which is no package of the index, brings it along"
            : null;
        return new PackageImports(component, Ecosystem.Python, declaring)
        {
            Declared = imports.Count(group => IsDeclared(group.Key, declared)),
            IgnoredManifest = declaring.Count == 0 ? Ignored(component) : null,
            Undeclared =
            [
                .. imports
                    .Where(group => !IsDeclared(group.Key, declared) && !IsLocked(component, group.Key))
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group =>
                        PackageImportLinker.Undeclared(
                            PythonDistributions.Of(group.Key)[0],
                            group.Key,
                            group.Select(pair => new ImportPlace(
                                pair.Import.Span,
                                loaded.Contains(pair.File.File.Path) && PackageImportLinker.IsAtTop(pair.Import.Span)
                            )),
                            PythonDistributions.IsCommonlyBrought(group.Key) ? "many packages bring it along" : brought
                        )
                    ),
            ],
        };
    }

    /// <summary>
    /// The nearest manifest first: those of the component, then those of directories above it. Requirements one directory below (requirements/prod.txt) count as there.
    /// </summary>
    private List<Manifest> Declaring(Component component) =>
        [
            .. RepositoryPath
                .Ancestors(component.Root)
                .SelectMany(directory =>
                    manifestsIn[directory]
                        .Concat(requirementsBelow[directory])
                        .Concat(directory == component.Root ? manifests.Where(manifest => component.Contains(manifest.File.Path)) : [])
                        .OrderBy(manifest => manifest.File.Directory.Length)
                        .ThenBy(manifest => manifest is not Requirements || manifest.File.Name != "requirements.txt")
                        .ThenBy(manifest => manifest.File.Path, StringComparer.Ordinal)
                )
                .DistinctBy(manifest => manifest.File.Path),
        ];

    /// <summary>Packages come from somewhere that is not read: a conda environment, a computed list, a file outside the tree.</summary>
    private bool IsOpen(Component component, List<Manifest> declaring) =>
        declaring.Exists(manifest => manifest is PyProject { HasDynamicDependencies: true } or SetupScript { HasDynamicDependencies: true })
        || RepositoryPath
            .Ancestors(component.Root)
            .Any(directory =>
                deployment
                    .Tree.FilesIn(directory)
                    .Any(file =>
                        RepositoryPath.NameOf(file.Path)
                            is "environment.yml"
                                or "environment.yaml"
                                or "conda.yaml"
                                or "BUILD"
                                or "BUILD.bazel"
                                or "flake.nix"
                                or "pixi.toml"
                                or "requirements.in"
                    )
            );

    /// <summary>A package by its address: what it depends on stands in another repository.</summary>
    private static bool IsUnread(Dependency dependency) => dependency.Source is DependencySource.Git or DependencySource.Url;

    private bool IsJudged(CodeFile file, CodeImport import)
    {
        var root = import.Module.Split('.')[0];
        return !import.IsOptional
            && root.Length > 0
            && !PythonStandardLibrary.Has(root)
            && PythonDistributions.Of(root).Count > 0
            && !IsLocal(file, root);
    }

    private bool IsLocal(CodeFile file, string root) =>
        RepositoryPath
            .Ancestors(file.File.Directory)
            .Any(directory =>
                deployment.Tree.HasFile(RepositoryPath.Join(directory, root + ".py") ?? "")
                || deployment.Tree.HasDirectory(RepositoryPath.Join(directory, root) ?? "")
                || deployment.Tree.HasDirectory(RepositoryPath.Join(directory, "src/" + root) ?? "")
            );

    private static IEnumerable<string> Names(Dependency dependency) =>
        dependency
            .Features.Select(extra => $"{Dependency.PythonName(dependency.Name)}[{extra}]")
            .Prepend(Dependency.PythonName(dependency.Name));

    private static bool IsDeclared(string module, HashSet<string> declared) =>
        PythonDistributions.Of(module).Any(declared.Contains)
        || declared.Any(name =>
            PythonDistributions.Brings(name, module)
            || IsAlike(name, Dependency.PythonName(module))
            || IsExtra(name, PythonDistributions.Of(module))
        );

    // django-redis gives "django_redis" but also needs redis; apache-airflow-providers-docker needs docker: who has the word in the name may bring it.
    private static bool IsAlike(string declared, string module) =>
        module.Length >= 3 && declared.Split('[', '-', ']').Any(part => part == module || part == "py" + module);

    /// <summary><c>fastapi[all]</c> brings most of what an application needs.</summary>
    private static bool IsExtra(string declared, IReadOnlyList<string> distributions) =>
        declared is "fastapi[all]" or "fastapi[standard]" or "fastapi[standard-no-fastapi-cloud-cli]"
        && distributions[0]
            is "jinja2"
                or "python-multipart"
                or "httpx"
                or "email-validator"
                or "uvicorn"
                or "itsdangerous"
                or "pyyaml"
                or "orjson"
                or "ujson"
                or "pydantic-settings"
                or "typer"
                or "rich";

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
