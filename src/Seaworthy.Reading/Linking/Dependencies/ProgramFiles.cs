using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Configuration;
using Seaworthy.Reading.Linking.Targets;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>The source files of a component that its program loads: from what its workloads start, else from the usual entry files.</summary>
internal sealed class ProgramFiles(Deployment deployment, CodeModules modules)
{
    private static readonly HashSet<string> Entries = new(StringComparer.Ordinal)
    {
        "main.py",
        "app.py",
        "manage.py",
        "wsgi.py",
        "asgi.py",
        "server.js",
        "index.js",
        "app.js",
        "main.js",
        "main.ts",
        "index.ts",
        "server.ts",
        "app.ts",
        "main.tsx",
        "index.tsx",
        "index.jsx",
        "main.jsx",
        "App.tsx",
    };

    private static readonly HashSet<string> EntryDirectories = new(StringComparer.Ordinal) { "", "src", "app", "server", "src/server" };

    private readonly LoadedCode loaded = new(deployment, modules);
    private readonly ILookup<string, Workload> workloads = WorkloadsByRoot.Of(deployment);

    // Several ask, side by side.
    private readonly ConcurrentDictionary<Component, Lazy<IReadOnlySet<string>>> known = new(ReferenceEqualityComparer.Instance);

    public IReadOnlySet<string> Of(Component component) =>
        known.GetOrAdd(component, asked => new Lazy<IReadOnlySet<string>>(() => Find(asked))).Value;

    private HashSet<string> Find(Component component)
    {
        HashSet<string> started = new(StringComparer.Ordinal);
        foreach (var workload in workloads[component.Root])
        {
            started.UnionWith(loaded.Of(workload));
        }

        var own = component.Code.Where(file => started.Contains(file.File.Path)).ToList();
        return Follow(own.Count > 0 ? own : [.. Usual(component, [.. component.Code.Where(file => IsEntry(component, file))])]);
    }

    /// <summary>Of <c>main.js</c> and <c>main.jsx</c> in one directory the first was there when the project was made, and nothing loads it any more.</summary>
    private static IEnumerable<CodeFile> Usual(Component component, IReadOnlyList<CodeFile> entries) =>
        entries
            .Where(file => file.File.Name != "main.js" || !entries.Any(other => other.File.Path == file.File.Path + "x"))
            // The page that Vite makes starts from main, and no index is taken beside it.
            .Where(file =>
                !component.Frameworks.Contains("vite")
                || Stem(file) != "index"
                || !entries.Any(other => Stem(other) == "main" && other.File.Directory == file.File.Directory)
            );

    private static string Stem(CodeFile file) => System.IO.Path.GetFileNameWithoutExtension(file.File.Name);

    /// <summary>The further files that a compiler reads with the given ones.</summary>
    public IReadOnlySet<string> With(IReadOnlyList<CodeFile> files) => Follow(files);

    private bool IsEntry(Component component, CodeFile file)
    {
        var path = RepositoryPath.Below(component.Root, file.File.Path);
        var main = component.Manifests.OfType<PackageJson>().Select(package => package.Main?.Value.TrimStart('.', '/')).FirstOrDefault();
        return path == main
            || (Entries.Contains(file.File.Name) && EntryDirectories.Contains(RepositoryPath.Parent(path)))
            || (component.Frameworks.Contains("next") && IsPage(component, path));
    }

    /// <summary>Next.js loads these by their place beside its configuration: <c>app/x/page.tsx</c>, <c>src/pages/api/x.ts</c>.</summary>
    private bool IsPage(Component component, string path)
    {
        var parts = path.Split('/').SkipLast(1).ToList();
        var at = parts.FindIndex(part => part is "pages" or "app");
        if (at < 0 || (parts[at] == "app" && System.IO.Path.GetFileNameWithoutExtension(path) is not ("page" or "layout" or "route")))
        {
            return false;
        }

        var application = string.Join('/', parts.Take(at > 0 && parts[at - 1] == "src" ? at - 1 : at));
        // Some declare the package, and build with another.
        return (application.Length == 0 && component.Manifests.OfType<PackageJson>().Any(RunsNext))
            || deployment
                .Tree.FilesIn(RepositoryPath.Join(component.Root, application) ?? "")
                .Any(file => RepositoryPath.NameOf(file.Path).StartsWith("next.config.", StringComparison.Ordinal));
    }

    private static bool RunsNext(PackageJson package) =>
        package.Scripts.SelectMany(script => script.Commands).Any(command => command.Words.Any(word => word.Literal == "next"));

    private HashSet<string> Follow(IReadOnlyList<CodeFile> entries)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        Stack<CodeFile> open = new(entries);
        while (open.TryPop(out var file))
        {
            if (!found.Add(file.File.Path))
            {
                continue;
            }

            foreach (var import in file.Imports.Where(import => !import.IsOptional && PackageImportLinker.IsAtTop(import.Span)))
            {
                foreach (var next in modules.Find(file, import.Module, import.Name))
                {
                    open.Push(next);
                }
            }
        }

        return found;
    }
}
