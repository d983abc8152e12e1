using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Go;
using Seaworthy.Reading.Linking.Processes;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Which source files a workload's command certainly loads: its entry module, and what that imports.</summary>
internal sealed class LoadedCode(Deployment deployment, CodeModules modules)
{
    private static readonly HashSet<string> ScriptRunners = new(StringComparer.Ordinal)
    {
        "node",
        "nodemon",
        "ts-node",
        "ts-node-dev",
        "tsx",
        "bun",
        "pm2-runtime",
        "python",
        "python3",
        "php",
    };

    private static readonly HashSet<string> ModuleRunners = new(StringComparer.Ordinal)
    {
        "uvicorn",
        "gunicorn",
        "hypercorn",
        "daphne",
        "granian",
        "celery",
    };

    private static readonly string[] BuildDirectories = ["dist/", "build/", "lib/", "out/"];
    private static readonly string[] Extensions = ["", ".ts", ".js", ".mjs", ".cjs", ".py"];

    // Several ask, side by side.
    private readonly ConcurrentDictionary<object, Dictionary<string, CodeFile>> byPath = new(ReferenceEqualityComparer.Instance);

    public IReadOnlySet<string> Of(Workload workload)
    {
        HashSet<string> loaded = new(StringComparer.Ordinal);
        foreach (var component in workload.Components)
        {
            foreach (var file in Entries(workload, component))
            {
                Follow(file, loaded);
            }
        }

        return loaded;
    }

    private IEnumerable<CodeFile> Entries(Workload workload, Component component)
    {
        // There, what a module holds runs only when somebody calls it: the main file is certain, nothing else.
        if (component.Language is Language.Rust)
        {
            return IsStarted(workload, component) ? component.Code.Where(file => file.File.Name == "main.rs") : [];
        }

        if (component.Language is Language.CSharp)
        {
            return MainsOf(workload, component);
        }

        if (component.Language is Language.Go)
        {
            var mains = component.Code.Where(file => file.File.Name == "main.go").ToList();
            var built = workload.Image?.GoMains ?? [];
            return built.Count > 0 ? mains.Where(file => built.Contains(file.File.Path))
                : mains.Count == 1 && workload.Components.Count(GoBuilds.HasMain) == 1 ? mains
                : mains.Where(file => file.File.Directory == workload.Image?.Dockerfile.File.Directory);
        }

        // Source: Elixir documentation, "Configuration and releases": every command of a release reads it first.
        if (component.Language is Language.Elixir)
        {
            return component.Code.Where(file => file.File.Path.EndsWith("config/runtime.exs", StringComparison.Ordinal));
        }

        return ProcessTrace.Of(deployment, workload).Programs.SelectMany(program => Entry(program, component));
    }

    /// <summary>An image may hold the sources of several .NET programs: of those the started project and what it references run.</summary>
    private IEnumerable<CodeFile> MainsOf(Workload workload, Component component)
    {
        var mains = component.Code.Where(IsMain).ToList();
        if (mains.Count == 0 || workload.Components.Count(other => other.Code.Any(IsMain)) == 1)
        {
            return mains;
        }

        var programs = ProcessTrace.Of(deployment, workload).Programs;
        var running = DotNetAssemblies.Started(deployment, workload, [.. programs]) is { } project
            ? DotNetAssemblies.CodeOf(deployment, project).ToHashSet()
            : [];
        return mains.Where(running.Contains);

        static bool IsMain(CodeFile file) => file.File.Name is "Program.cs" or "Startup.cs";
    }

    /// <summary>Of the packages of a Cargo workspace, an image often runs one only: that whose program bears the name it starts.</summary>
    public bool IsStarted(Workload workload, Component component)
    {
        if (workload.Components.Count(other => other.Language == Language.Rust && other.Code.Any(file => file.File.Name == "main.rs")) == 1)
        {
            return true;
        }

        var cargo = component.Manifests.OfType<CargoManifest>().ToList();
        var binaries = cargo.SelectMany(manifest => manifest.Binaries).Select(binary => binary.Name?.Value);
        HashSet<string> names = [.. cargo.Select(manifest => manifest.Name?.Value).Concat(binaries).OfType<string>().Select(Bare)];
        return ProcessTrace
            .Of(deployment, workload)
            .Programs.Any(program =>
                program.Words is [var first, ..] && first.Literal is { } path && names.Contains(Bare(RepositoryPath.NameOf(path)))
            );

        static string Bare(string name) => name.Replace('-', '_');
    }

    private IEnumerable<CodeFile> Entry(ShellCommand program, Component component)
    {
        var words = program.Words.Select(word => word.Literal).OfType<string>().ToList();
        var name = words.Count > 0 ? RepositoryPath.NameOf(words[0]) : "";
        if (words.Count == 0 || (!ScriptRunners.Contains(name) && !ModuleRunners.Contains(name)))
        {
            return [];
        }

        return words.Skip(1).Where(word => word is not ['-', ..]).Take(4).SelectMany(word => Named(word, component)).Take(1);
    }

    /// <summary><c>dist/main.js</c> comes from <c>src/main.ts</c>; <c>app.main:app</c> is <c>app/main.py</c>.</summary>
    private IEnumerable<CodeFile> Named(string word, Component component)
    {
        var bare = word.Split(':')[0].TrimStart('.', '/');
        List<string> stems = [bare];
        if (bare.StartsWith("app/", StringComparison.Ordinal))
        {
            stems.Add(bare["app/".Length..]);
        }

        if (!bare.Contains('/', StringComparison.Ordinal) && !bare.EndsWith(".js", StringComparison.Ordinal))
        {
            stems.Add(bare.Replace('.', '/'));
        }

        foreach (var stem in stems.ToList())
        {
            foreach (var built in BuildDirectories.Where(built => stem.StartsWith(built, StringComparison.Ordinal)))
            {
                stems.Add("src/" + stem[built.Length..]);
                stems.Add(stem[built.Length..]);
            }
        }

        return stems
            .SelectMany(stem => Extensions.Select(extension => Bare(stem, extension) + extension))
            .Select(path => component.Root.Length == 0 ? path : $"{component.Root}/{path}")
            .Select(path => Files(component).GetValueOrDefault(path))
            .OfType<CodeFile>();
    }

    private Dictionary<string, CodeFile> Files(Component component) =>
        byPath.GetOrAdd(
            component,
            _ => component.Code.DistinctBy(file => file.File.Path).ToDictionary(file => file.File.Path, StringComparer.Ordinal)
        );

    private static string Bare(string stem, string extension) =>
        extension.Length > 0 && stem.EndsWith(".js", StringComparison.Ordinal) ? stem[..^3] : stem;

    private void Follow(CodeFile entry, HashSet<string> loaded)
    {
        Stack<CodeFile> open = new([entry]);
        while (open.TryPop(out var file))
        {
            if (!loaded.Add(file.File.Path) || file.Language is Language.Rust or Language.CSharp)
            {
                continue;
            }

            if (file.Language == Language.Go)
            {
                modules.Beside(file).ToList().ForEach(open.Push);
            }

            foreach (var import in file.Imports.Where(import => !import.IsOptional))
            {
                foreach (var found in modules.Find(file, import.Module, import.Name))
                {
                    open.Push(found);
                }
            }
        }
    }
}
