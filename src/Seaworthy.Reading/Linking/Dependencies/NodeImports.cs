using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Configuration;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>What JavaScript and TypeScript source imports from packages, held against every <c>package.json</c> on the way up.</summary>
internal sealed class NodeImports
{
    // Words in the names of the packages that build such a view.
    private static readonly Dictionary<string, string[]> Builders = new(StringComparer.Ordinal)
    {
        [".vue"] = ["vue", "nuxt", "vitepress", "quasar"],
        [".svelte"] = ["svelte"],
        [".astro"] = ["astro"],
    };

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-._@/");

    private static readonly HashSet<string> AsideDirectories = new(StringComparer.OrdinalIgnoreCase)
    {
        "public",
        "static",
        "assets",
        "dist",
        "build",
        "out",
        "e2e",
        "cypress",
        "k6",
        "load",
        "load-test",
        "load-testing",
        "performance",
        "supabase",
        "bin",
        "cli",
        "generated",
        "templates",
        "template",
        "snippets",
        "demo",
        "demos",
    };

    private static readonly HashSet<string> ServedDirectories = new(StringComparer.OrdinalIgnoreCase)
    {
        "webapp",
        "wwwroot",
        "static",
        "assets",
        "public",
        "sharedscripts",
        "resources",
    };

    private const int WrapperLength = 160;
    private const string TypesEnd = ".d.ts";

    private readonly Deployment deployment;
    private readonly ProgramFiles programs;
    private readonly ILookup<string, PackageJson> packages;
    private readonly HashSet<string> ownNames;
    private readonly List<TsConfig> configurations;
    private readonly List<LockFile> locks;
    private readonly ScriptModules scripts;
    private readonly List<string> installedByCommand;
    private readonly UnimportedModules unimported;

    // types/webref.d.ts: a name for types, which no package has to give.
    private readonly Lazy<HashSet<string>> declaredByTypes;

    public NodeImports(Deployment deployment, ProgramFiles programs)
    {
        this.deployment = deployment;
        this.programs = programs;
        unimported = new UnimportedModules(deployment);
        packages = deployment.Of<PackageJson>().ToLookup(package => package.File.Directory, StringComparer.Ordinal);
        ownNames =
        [
            .. deployment.Of<PackageJson>().Select(package => package.Name?.Value).OfType<string>(),
            // Phoenix bundles the scripts of its packages from where mix puts them (NODE_PATH is deps/).
            .. deployment.Of<MixProject>().SelectMany(project => project.Dependencies).Select(dependency => dependency.Name),
        ];
        configurations = [.. deployment.Of<TsConfig>()];
        scripts = new ScriptModules(deployment);
        locks = [.. deployment.Of<LockFile>().Where(file => file.Ecosystem == Ecosystem.Npm)];
        declaredByTypes = new(() =>
            [
                .. deployment
                    .Tree.Files.Select(file => RepositoryPath.NameOf(file.Path))
                    .Where(name => name.EndsWith(TypesEnd, StringComparison.Ordinal))
                    .Select(name => name[..^TypesEnd.Length]),
            ]
        );
        installedByCommand =
        [
            .. CommandPlaces
                .Of(deployment)
                .SelectMany(KnownCommand.Of)
                .OfType<PackageScriptCommand>()
                .SelectMany(command => command.Packages)
                .Select(word => word.Literal)
                .OfType<string>()
                .Select(name => name.LastIndexOf('@') is var at and > 0 ? name[..at] : name),
        ];
    }

    /// <summary>A directory with a lock file of its own is another project, though its package.json is not here.</summary>
    private bool IsOfProjectBelow(Component component, CodeFile file) =>
        locks.Exists(known =>
            known.File.Directory.Length > component.Root.Length
            && file.File.Path.StartsWith(known.File.Directory + "/", StringComparison.Ordinal)
        );

    public PackageImports? Of(Component component)
    {
        var manifests = RepositoryPath.Ancestors(component.Root).SelectMany(directory => packages[directory]).ToList();
        if (
            manifests.Count == 0
            || manifests[0].File.Directory != component.Root
            || manifests[0].Dependencies.Count == 0
            || IsServerless(component)
            || HasImportMap(component)
            || IsServed(component)
            || IsForWatches(manifests)
        )
        {
            return null;
        }

        var compiled = Compiled(component);
        var imports = component
            .Code.Where(file => compiled is null || file.Language != Language.TypeScript || compiled.Contains(file.File.Path))
            .Where(file => file.Language is Language.JavaScript or Language.TypeScript && IsProgram(component, file) && IsInPlace(file))
            // A compiler of types reads the others too.
            .Where(file => file.Language == Language.TypeScript || !unimported.Hold(file))
            .Where(file => IsBuiltHere(file, manifests) && !IsOfProjectBelow(component, file))
            .SelectMany(file =>
                file.Imports.Where(import => !import.IsOptional && !IsOfWrapper(import.Span))
                    .Select(import => new { File = file, Import = import })
            )
            .Select(pair => new
            {
                pair.File,
                pair.Import,
                Package = PackageOf(pair.Import.Module),
            })
            .Where(found => found.Package is not null)
            .ToLookup(found => found.Package ?? "", StringComparer.Ordinal);
        if (imports.Count == 0)
        {
            return null;
        }

        var declared = Declared([.. manifests, .. PackedBeside(component, manifests)]);
        var open = imports.Where(group => !IsDeclared(group.Key, declared)).ToList();
        var found = open.Count == 0 ? [] : FindLocks(component, manifests[0]);
        var loaded = programs.Of(component);
        var isBundledAlone = BundledSource.IsAll(manifests[0]);
        return new PackageImports(component, Ecosystem.Npm, manifests[0])
        {
            Declared = imports.Count(group => IsDeclared(group.Key, declared)),
            IsLocked = found.Count > 0,
            Undeclared =
            [
                .. open.Where(group => !found.Exists(file => IsLocked(file, group.Key)))
                    .Select(group => new { group.Key, Places = group.Where(pair => Loads(pair.File, pair.Import)).ToList() })
                    .Where(group => group.Places.Count > 0)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group =>
                        PackageImportLinker.Undeclared(
                            group.Key,
                            group.Places[0].Import.Module,
                            group.Places.Select(pair =>
                                Place(pair.File, pair.Import, loaded.Contains(pair.File.File.Path), isBundledAlone)
                            ),
                            BroughtByUser(manifests[0], group.Key) ?? (found.Count > 0 ? null : WhyThere(component, group.Key, declared))
                        )
                    ),
            ],
        };
    }

    private ImportPlace Place(CodeFile file, CodeImport import, bool isLoaded, bool isBundledAlone) =>
        new(import.Span, isLoaded && RunsAtLoad(import.Span)) { IsUnreached = isBundledAlone && !isLoaded && unimported.Hold(file) };

    /// <summary>electron-builder packs a second package.json, which has what is built for the machine: <c>release/app</c>, <c>app</c>.</summary>
    /// <remarks>Source: electron-builder documentation, "Two package.json Structure".</remarks>
    private IEnumerable<PackageJson> PackedBeside(Component component, IReadOnlyList<PackageJson> manifests) =>
        manifests.Any(manifest => manifest.Dependencies.Any(dependency => dependency.Name is "electron" or "electron-builder"))
            ? new[] { "release/app", "app" }.SelectMany(below => packages[RepositoryPath.Join(component.Root, below) ?? ""])
            : [];

    /// <summary>Another package of the repository that takes this one in declares what it imports: npm puts both into one directory.</summary>
    private string? BroughtByUser(PackageJson library, string package) =>
        library.Name is { } name
        && deployment
            .Of<PackageJson>()
            .FirstOrDefault(user =>
                user.Dependencies.Any(dependency => dependency.Name == name.Value)
                && user.Dependencies.Any(dependency => dependency.Name == package)
            )
            is { } user
            ? $"{user.File.Path} depends on both, so {package} is installed"
            : null;

    /// <summary>Packages that manifests declare, that commands install, and their dependencies.</summary>
    private HashSet<string> Declared(IEnumerable<PackageJson> manifests)
    {
        var declared = manifests
            .SelectMany(manifest => manifest.Dependencies)
            .Select(dependency => dependency.Name)
            .Concat(installedByCommand)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        declared.UnionWith(declared.SelectMany(NodePackages.GivenBy).ToList());
        return declared;
    }

    /// <summary>The import loads a package: its name stands for no directory here, and for more than a type.</summary>
    private bool Loads(CodeFile file, CodeImport import) => !IsAlias(file, import.Module) && !TypeOnlyImports.Is(file, import);

    /// <summary>The TypeScript that tsconfig.json includes, with its imports; null when it includes everything.</summary>
    private IReadOnlySet<string>? Compiled(Component component)
    {
        var beside = configurations.Where(configuration => configuration.File.Directory == component.Root).ToList();
        if (!beside.Exists(configuration => configuration.File.Name == "tsconfig.json" && configuration.Include is { Count: > 0 }))
        {
            return null;
        }

        var beginnings = beside
            .SelectMany(configuration => configuration.Include ?? [])
            .Select(pattern => RepositoryPath.Join(component.Root, pattern.Value.Split('*')[0]))
            .ToList();
        var given = component.Code.Where(file => beginnings.Exists(start => start is null || IsBelow(start, file.File.Path))).ToList();
        var loaded = programs.Of(component);
        return programs.With([.. given, .. component.Code.Where(file => loaded.Contains(file.File.Path))]);
    }

    private static bool IsBelow(string start, string path) => start.Length == 0 || path.StartsWith(start, StringComparison.Ordinal);

    /// <summary>The runtime of a watch brings modules of its own: <c>messaging</c>, <c>document</c>.</summary>
    /// <remarks>Source: Fitbit SDK, "Device API" and "Companion API".</remarks>
    private static bool IsForWatches(IEnumerable<PackageJson> manifests) =>
        manifests.Any(manifest =>
            manifest.Dependencies.Any(dependency =>
                dependency.Name.StartsWith("@fitbit/", StringComparison.Ordinal)
                || dependency.Name.StartsWith("@zeppos/", StringComparison.Ordinal)
            )
        );

    /// <summary>A library of others among the files that a site serves (<c>webapp/editor/lib/codemirror</c>): nobody installs what its package.json asks for.</summary>
    private static bool IsServed(Component component) => component.Root.Split('/').SkipLast(1).Any(ServedDirectories.Contains);

    /// <summary>Rails serves such packages to the browser by itself; package.json holds tools only.</summary>
    private bool HasImportMap(Component component) =>
        deployment.Tree.HasFile(component.Root.Length == 0 ? "config/importmap.rb" : $"{component.Root}/config/importmap.rb");

    /// <summary>An <c>import</c> always runs; a <c>require</c> where it stands.</summary>
    private static bool RunsAtLoad(SourceSpan span) =>
        !span.Text.StartsWith("require", StringComparison.Ordinal) || PackageImportLinker.IsAtTop(span);

    /// <summary>Source without its own modules beside it is meant to be copied next to them.</summary>
    private bool IsInPlace(CodeFile file)
    {
        var own = file.Imports.Select(import => import.Module).Where(module => module is ['.', ..]).Distinct().ToList();
        return own.Count < 2 || own.Exists(module => scripts.Places(file, module).Any(scripts.Has));
    }

    /// <summary>A view of Vue, Svelte or Astro in a package that has nothing of them was left behind.</summary>
    private static bool IsBuiltHere(CodeFile file, IReadOnlyList<PackageJson> manifests) =>
        !Builders.TryGetValue(Path.GetExtension(file.File.Path), out var builders)
        || manifests.Any(manifest =>
            manifest.Dependencies.Any(package => Array.Exists(builders, word => package.Name.Contains(word, StringComparison.Ordinal)))
        );

    /// <summary>One branch of a module for every loader: <c>if (typeof exports == "object") mod(require("x"))</c>.</summary>
    private static bool IsOfWrapper(SourceSpan span)
    {
        var before = span.File.Text.AsSpan(Math.Max(0, span.Start - WrapperLength), Math.Min(span.Start, WrapperLength));
        return span.Text.StartsWith("require", StringComparison.Ordinal)
            && (
                before.Contains("typeof exports", StringComparison.Ordinal)
                || before.Contains("typeof module", StringComparison.Ordinal)
                || before.Contains("define.amd", StringComparison.Ordinal)
            );
    }

    private static bool IsProgram(Component component, CodeFile file)
    {
        var path = RepositoryPath.Below(component.Root, file.File.Path);
        var name = file.File.Name;
        return !FilePurposes.Has(file.File.Path, FilePurpose.NoProgram)
            && !path.Split('/').SkipLast(1).Any(part => part is ['.', ..] || AsideDirectories.Contains(part))
            && name is not ['.', ..]
            && name.Split('.').Length == 2
            && !name.Contains("config", StringComparison.OrdinalIgnoreCase)
            && !name.Contains("setup", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("gulpfile", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("service-worker", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The package of a bare specifier: <c>@scope/name</c> or <c>name</c>; null for paths, built-in modules, addresses and made-up names.</summary>
    private string? PackageOf(string module)
    {
        // "name@1.2.3": a runtime that fetches what a program imports, as Windmill does.
        if (
            module.Length == 0
            || module.LastIndexOf('@') > 0
            || module[0] is '.' or '/' or '_' or '-'
            || module.AsSpan().ContainsAnyExcept(NameLetters)
        )
        {
            return null;
        }

        var name = NodePackages.Of(module);
        return
            name is null or "k6" or "vscode" or "bun"
            || IsStyle(module)
            || NodePackages.IsBuiltIn(name)
            || ownNames.Contains(name)
            || name.Contains("..", StringComparison.Ordinal)
            ? null
            : name;
    }

    /// <summary>A style sheet without a package in front is made by a plug-in of the bundler (<c>uno.css</c>), or lies where only the bundler looks.</summary>
    private static bool IsStyle(string module) =>
        !module.Contains('/', StringComparison.Ordinal)
        && module[(module.LastIndexOf('.') + 1)..] is "css" or "scss" or "sass" or "less" or "styl";

    /// <summary>Types alone are enough for an import of types; the package of a scope may come with its siblings.</summary>
    private static bool IsDeclared(string package, HashSet<string> declared) =>
        declared.Contains(package)
        || declared.Contains("@types/" + package.TrimStart('@').Replace("/", "__", StringComparison.Ordinal))
        || declared.Any(name => MakesUp(name, package));

    /// <summary>A plugin of the bundler answers imports that no package has: <c>uni-router-routes</c> is what <c>unplugin-uni-router</c> makes.</summary>
    private static bool MakesUp(string plugin, string package)
    {
        foreach (var kind in (ReadOnlySpan<string>)["unplugin-", "vite-plugin-", "rollup-plugin-"])
        {
            if (
                plugin.StartsWith(kind, StringComparison.Ordinal)
                && package.StartsWith(plugin[kind.Length..] + "-", StringComparison.Ordinal)
            )
            {
                return true;
            }
        }

        return false;
    }

    private string? WhyThere(Component component, string package, HashSet<string> declared)
    {
        if (HasUnreadLock(component))
        {
            return "the lock file was not read";
        }

        if (NodePackages.IsCommonlyBrought(package))
        {
            return "other packages depend on it";
        }

        var scope = package is ['@', ..] ? package[..(package.IndexOf('/', StringComparison.Ordinal) + 1)] : null;
        var bare = package.Split('/')[^1];
        return
            declared.FirstOrDefault(name =>
                (scope is not null && name.StartsWith(scope, StringComparison.OrdinalIgnoreCase))
                || name.Contains(bare, StringComparison.OrdinalIgnoreCase)
                || bare.StartsWith(name + "-", StringComparison.OrdinalIgnoreCase)
            )
                is { } relative
            ? $"{relative} may depend on it"
            : null;
    }

    /// <summary>Those that hold most of what the manifest asks for: one in a directory above may be of that directory's own package.</summary>
    private List<LockFile> FindLocks(Component component, PackageJson manifest) =>
        [
            .. locks.Where(file =>
                RepositoryPath.Ancestors(component.Root).Contains(file.File.Directory)
                && manifest.Dependencies.Count(dependency => IsLocked(file, dependency.Name)) * 2 >= manifest.Dependencies.Count
            ),
        ];

    private bool HasUnreadLock(Component component) =>
        RepositoryPath
            .Ancestors(component.Root)
            .SelectMany(_ => PackageLocks.Names, (directory, name) => RepositoryPath.Join(directory, name) ?? "")
            .Any(path => deployment.Tree.HasFile(path) && !locks.Exists(file => file.File.Path == path));

    /// <summary>Another package brings it: <c>node_modules/x"</c> (npm), <c>x@^1</c> (yarn), <c>x@1.2.3:</c> (pnpm), <c>"x":</c> (npm 6, bun).</summary>
    private static bool IsLocked(LockFile file, string package) =>
        file.File.Name == "bun.lockb"
        || file.File.Text.Contains($"node_modules/{package}\"", StringComparison.Ordinal)
        || file.File.Text.Contains($"{package}@", StringComparison.Ordinal)
        || file.File.Text.Contains($"/{package}/", StringComparison.Ordinal)
        || file.File.Text.Contains($"\"{package}\"", StringComparison.Ordinal);

    /// <summary>A name that stands for a directory of the repository: by <c>paths</c> or <c>baseUrl</c>, or because a directory of that name is near.</summary>
    private bool IsAlias(CodeFile file, string module)
    {
        var first = module.Split('/')[0];
        var bare = first.TrimStart('@');
        return declaredByTypes.Value.Contains(module)
            || configurations.Exists(configuration =>
                configuration.Paths.Any(alias => alias.Pattern is not ['*', ..] && alias.Rest(module) is not null)
            )
            || configurations.Exists(configuration =>
                RepositoryPath.Ancestors(file.File.Directory).Contains(configuration.File.Directory)
                && configuration.Paths.Any(alias => Leads(configuration, alias, module))
            )
            || RepositoryPath
                .Ancestors(file.File.Directory)
                .SelectMany(directory => new[] { directory, directory.Length == 0 ? "src" : directory + "/src" })
                .Any(directory => HasModule(directory, bare) || HasModule(directory, first))
            || RepositoryPath
                .Ancestors(file.File.Directory)
                .Any(directory =>
                    BundlerNames.Hold(deployment, directory, first)
                    || (module is ['@', ..] && BundlerNames.Hold(deployment, directory, NodePackages.Of(module) ?? first))
                );
    }

    /// <summary>The pattern <c>*</c> stands for every module: those are meant that are files below one of its targets.</summary>
    private bool Leads(TsConfig configuration, PathAlias alias, string module) =>
        alias.Pattern == "*"
        && alias.Targets.Any(target =>
            target.Value.EndsWith('*')
            && RepositoryPath.Join(configuration.File.Directory, target.Value[..^1]) is { } directory
            && HasModule(directory, module.EndsWith(".js", StringComparison.Ordinal) ? module[..^3] : module)
        );

    private bool HasModule(string directory, string name)
    {
        var path = directory.Length == 0 ? name : $"{directory}/{name}";
        return name.Length > 0
            && (
                deployment.Tree.HasDirectory(path)
                || deployment.Tree.HasFile(path + ".ts")
                || deployment.Tree.HasFile(path + ".tsx")
                || deployment.Tree.HasFile(path + ".js")
                || deployment.Tree.HasFile(path + ".jsx")
                || deployment.Tree.HasFile(path + ".d.ts")
                || (name.Contains('.', StringComparison.Ordinal) && deployment.Tree.HasFile(path))
            );
    }

    /// <summary>A platform of functions gives modules of its own (AWS Lambda's SDK, Deno's imports), and Yarn and Deno know imports from other files.</summary>
    private bool IsServerless(Component component) =>
        RepositoryPath
            .Ancestors(component.Root)
            .SelectMany(deployment.Tree.FilesIn)
            .Any(file =>
                RepositoryPath.NameOf(file.Path)
                    is "serverless.yml"
                        or "serverless.yaml"
                        or "serverless.ts"
                        or "samconfig.toml"
                        or "cdk.json"
                        or "deno.json"
                        or "deno.jsonc"
                        or "import_map.json"
                        or ".pnp.cjs"
                        or "ember-cli-build.js"
                        or "docusaurus.config.js"
                        or "docusaurus.config.ts"
                        or "meteor"
            );
}
