using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Dependencies;

namespace Seaworthy.Reading.Linking.Images.Effects.Packages;

/// <summary>What <c>tsc</c> and <c>nest build</c> write in an image, from the sources that are in it by then.</summary>
/// <remarks>Sources: TypeScript TSConfig reference; TypeScript 6.0 release notes, <c>rootDir</c>; NestJS documentation, "CLI".</remarks>
internal sealed class CompilerOutputs(Deployment deployment)
{
    private static readonly string[] Endings =
    [
        "",
        ".ts",
        ".tsx",
        "/index.ts",
        "/index.tsx",
        ".mts",
        ".cts",
        ".d.ts",
        ".json",
        ".js",
        "/index.js",
    ];

    private readonly ScriptModules modules = new(deployment);

    /// <summary>Whether the command is one of the compiler, whatever it writes.</summary>
    public static bool Is(ShellCommand command) =>
        command.Program == "tsc" || (command.Program == "nest" && command.Words is [_, { Literal: "build" }, ..]);

    /// <summary>Null where it may write anything; without files where it only checks.</summary>
    public CompilerOutput? Of(RunSite site, PackageJson package, ShellCommand command) =>
        Project(package.File.Directory, command) is not { } path || TypeScriptProject.Of(deployment, path) is not { } project ? null
        : project.WritesNothing || command.Words.Any(word => word.Literal == "--noEmit") ? Nothing
        : Written(site, package, project);

    private static CompilerOutput Nothing => new(new Dictionary<string, string>(), "", null);

    /// <summary>The configuration that a command builds; null for options that change more than that.</summary>
    private string? Project(string directory, ShellCommand command)
    {
        List<string?> words = [.. command.Words.Skip(1).Select(word => word.Literal).Where(word => word is not ("--pretty" or "--noEmit"))];
        if (command.Program == "tsc")
        {
            return words switch
            {
                [] => RepositoryPath.Join(directory, "tsconfig.json"),
                ["-p" or "--project", { } named] => RepositoryPath.Join(directory, named) is { } path
                    ? deployment.Tree.HasDirectory(path)
                        ? path + "/tsconfig.json"
                        : path
                    : null,
                _ => null,
            };
        }

        var nest = deployment.In<NestConfig>(directory).FirstOrDefault();
        return words is not ["build"] || nest is { UsesCompiler: false } ? null
            : nest?.TsConfigPath is { } given ? RepositoryPath.Join(directory, given.Value)
            : RepositoryPath.Join(directory, "tsconfig.build.json") is { } build && deployment.Tree.HasFile(build) ? build
            : RepositoryPath.Join(directory, "tsconfig.json");
    }

    private CompilerOutput? Written(RunSite site, PackageJson package, TypeScriptProject project)
    {
        var home = package.File.Directory;
        if (project.LeadsOutOf(home))
        {
            return null;
        }

        if (Sources(site, home, project) is not { Count: > 0 } sources || Root(package, project, sources) is not { } root)
        {
            return null;
        }

        var output = project.OutDir?.Value ?? root;
        if (RepositoryPath.Inside(home, output) is not { } directory || (project.OutDir is not null && directory.Length == 0))
        {
            return null;
        }

        Dictionary<string, string> files = new(StringComparer.Ordinal);
        foreach (var source in sources.Where(source => !TypeScriptProject.IsDeclaration(source)))
        {
            if (RepositoryPath.Inside(root, source) is not { } rest)
            {
                return null;
            }

            files[directory.Length == 0 ? Compiled(rest) : $"{directory}/{Compiled(rest)}"] = RepositoryPath.Below(home, source);
        }

        return new CompilerOutput(files, directory, project.OutDir?.Span) { IsShared = project.OutDir is null };
    }

    /// <summary>The sources in the image, with their imports; null when unknown, or when an import leaves the package.</summary>
    private List<string>? Sources(RunSite site, string home, TypeScriptProject project)
    {
        Queue<string> open = new(project.Find(deployment.Tree));
        HashSet<string> seen = new(open, StringComparer.Ordinal);
        List<string> found = [];
        while (open.TryDequeue(out var path))
        {
            if (RepositoryPath.Inside(home, path) is not { } inside || site.Here is not { } here)
            {
                return null;
            }

            switch (site.Before.Find(ImagePath.Under(here, inside)).Presence)
            {
                case Presence.Present:
                    found.Add(path);
                    break;
                case Presence.Unknown:
                    return null;
                default:
                    continue;
            }

            foreach (var imported in Imported(path).Where(imported => IsCompiled(project, imported) && seen.Add(imported)))
            {
                open.Enqueue(imported);
            }
        }

        return found;
    }

    private static bool IsCompiled(TypeScriptProject project, string path) =>
        project.IsSource(path) || path.EndsWith(".json", StringComparison.Ordinal);

    private IEnumerable<string> Imported(string path) =>
        deployment.At<CodeFile>(path) is { } file
            ? file
                .Imports.SelectMany(import => modules.Places(file, import.Module))
                .Select(place => Endings.Select(ending => Stem(place) + ending).Prepend(place).FirstOrDefault(deployment.Tree.HasFile))
                .OfType<string>()
            : [];

    // "./a.js" is "a.ts" before it is compiled.
    private static string Stem(string place) => place.EndsWith(".js", StringComparison.Ordinal) ? place[..^".js".Length] : place;

    /// <summary>The directory that the layout begins at: the one that is named, or the deepest that holds all sources. Since version 6 it is the configuration's own.</summary>
    private static string? Root(PackageJson package, TypeScriptProject project, IReadOnlyList<string> sources)
    {
        if (project.RootDir is { } named)
        {
            return named.Value;
        }

        if (project.IsComposite)
        {
            return project.Directory;
        }

        var compiled = sources.Where(source => !TypeScriptProject.IsDeclaration(source)).ToList();
        if (compiled.Count == 0)
        {
            return null;
        }

        var common = compiled
            .Select(RepositoryPath.Parent)
            .Aggregate((left, right) => RepositoryPath.Ancestors(left).First(above => RepositoryPath.Inside(above, right) is not null));
        return common == project.Directory
            ? common
            : Release(package) switch
            {
                null => null,
                < 6 => common,
                _ => project.Directory,
            };
    }

    /// <summary>The major version of the compiler that the package asks for; null for any.</summary>
    private static int? Release(PackageJson package) =>
        package.FindDependency("typescript")?.Range is { } range
        && int.TryParse(range.TrimStart('^', '~', '=', 'v').Split('.')[0], out var major)
            ? major
            : null;

    private static string Compiled(string source) =>
        source switch
        {
            [.. var stem, '.', 't', 's'] => stem + ".js",
            [.. var stem, '.', 't' or 'j', 's', 'x'] => stem + ".js",
            [.. var stem, '.', var kind and ('m' or 'c'), 't', 's'] => $"{stem}.{kind}js",
            _ => source,
        };
}
