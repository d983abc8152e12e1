using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Imports of a program's own modules to the files of a clone. Only what the program loads for certain is followed: imports at the beginning of a line, from its entries on.</summary>
internal sealed class ModuleImportLinker
{
    private readonly Deployment deployment;
    private readonly ProgramFiles programs;
    private readonly ScriptModules scripts;
    private readonly PythonOwnModules python;
    private readonly MadeModules made;
    private readonly WorkspaceNames ownNames;

    private ModuleImportLinker(Deployment deployment, ProgramFiles programs)
    {
        this.deployment = deployment;
        this.programs = programs;
        scripts = new ScriptModules(deployment);
        python = new PythonOwnModules(deployment);
        made = new MadeModules(deployment);
        ownNames = new WorkspaceNames(deployment.Of<PackageJson>().Select(package => package.Name?.Value).OfType<string>());
    }

    public static IReadOnlyList<ModuleImports> Link(Deployment deployment, ProgramFiles programs)
    {
        ModuleImportLinker linker = new(deployment, programs);
        return [.. deployment.Components.Where(PackageImportLinker.IsJudged).SelectMany(linker.Of)];
    }

    private IEnumerable<ModuleImports> Of(Component component)
    {
        var loaded = programs.Of(component);
        return component
            .Code.Where(file => !file.IsTest && !FilePurposes.Has(file.File.Path, FilePurpose.NoProgram))
            .Select(file => new LoadedImports(file, Imports(file, loaded)))
            .Where(loading => loading.Imports.Count > 0)
            .GroupBy(loading => loading.File.Language is Language.TypeScript ? Language.JavaScript : loading.File.Language)
            .Where(same => same.Key is Language.JavaScript or Language.Python)
            .Select(same => Of(component, same.Key, [.. same]))
            .OfType<ModuleImports>();
    }

    /// <summary>What a file imports in any case, and what Django imports because the file says so.</summary>
    private static IReadOnlyList<CodeImport> Imports(CodeFile file, IReadOnlySet<string> loaded) =>
        [
            .. loaded.Contains(file.File.Path)
                ? file.Imports.Where(import => !import.IsOptional && PackageImportLinker.IsAtTop(import.Span))
                : [],
            .. DjangoImports.Of(file),
        ];

    private ModuleImports? Of(Component component, Language language, IReadOnlyList<LoadedImports> files)
    {
        var imports = files
            .SelectMany(loading =>
                loading.Imports.Select(import => new
                {
                    loading.File,
                    Import = import,
                    Places = Places(loading.File, import.Module),
                })
            )
            .Where(found => found.Places.Count > 0)
            .ToLookup(found => found.Places.Any(Has));
        return imports.Count == 0
            ? null
            : new ModuleImports(component, language, files[0].File)
            {
                Found = imports[true].Count(),
                Absent =
                [
                    .. imports[false]
                        .Where(found => !TypeOnlyImports.IsLeftOut(found.File, found.Import))
                        .GroupBy(found => deployment.Tree.OutermostMissing(found.Places[0]), StringComparer.Ordinal)
                        .OrderBy(same => same.Key, StringComparer.Ordinal)
                        .Select(same => Absent(component, same.Key, same.First().Places[0], [.. same.Select(found => found.Import)])),
                ],
            };

        IReadOnlyList<string> Places(CodeFile file, string module) =>
            IsInstalled(component, module) ? []
            : language == Language.Python ? python.Places(file, module)
            : scripts.Places(file, module);

        bool Has(string path) => language == Language.Python ? python.Has(path) : scripts.Has(path);
    }

    /// <summary>A package of that name is installed, or is another one of the workspace: it may have what is not here.</summary>
    private bool IsInstalled(Component component, string module)
    {
        // A module of Python is named with dots; one with nothing in front of them is beside the file.
        var name = NodePackages.Of(module is ['@', ..] ? module : module.Split('.')[0]);
        if (name is not { Length: > 0 })
        {
            return false;
        }

        // Distributions of Python write "-" where their modules have "_".
        var plain = Dependency.PythonName(name);
        var start = name + "-";
        return component
                .Manifests.OfType<Manifest>()
                .SelectMany(manifest => manifest.Dependencies)
                .Select(dependency => dependency.Name)
                .Any(known => IsAlike(known, name, plain) || known.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            || ownNames.AlikeTo(plain).Any(known => IsAlike(known, name, plain))
            || ownNames.HasBeginning(start);
    }

    private static bool IsAlike(string known, string name, string plain) =>
        known.Length == name.Length && Dependency.PythonName(known) == plain;

    private AbsentModule Absent(Component component, string missing, string path, IReadOnlyList<CodeImport> imports)
    {
        var otherCase = path == missing ? scripts.OtherCase(path) ?? python.OtherCase(path) : deployment.Tree.FindOtherCase(missing);
        return new AbsentModule(
            missing,
            imports[0].Module,
            [.. imports.Select(import => import.Span).DistinctBy(span => span.File.Path, StringComparer.Ordinal)]
        )
        {
            OtherCase = otherCase,
            IgnoredBy = deployment.Tree.WhyIgnored(missing)?.Span,
            UnknownBecause = otherCase is null ? made.Because(component, path, missing) : null,
        };
    }

    private sealed record LoadedImports(CodeFile File, IReadOnlyList<CodeImport> Imports);
}
