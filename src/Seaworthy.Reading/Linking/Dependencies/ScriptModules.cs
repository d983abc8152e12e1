using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Where the modules of JavaScript and TypeScript are that an import names by their place: relative to the file, or through <c>paths</c> of tsconfig.json.</summary>
/// <remarks>Source: Node.js documentation, "File modules"; TypeScript TSConfig reference, <c>paths</c>.</remarks>
internal sealed class ScriptModules(Deployment deployment)
{
    private static readonly IReadOnlyList<string> Endings = ["", ".ts", ".tsx", ".js", ".jsx", ".vue", ".svelte", ".css", ".json"];

    private readonly ILookup<string, TsConfig> configurations = deployment
        .Of<TsConfig>()
        .Where(configuration => configuration.Paths.Count > 0)
        .ToLookup(configuration => configuration.File.Directory, StringComparer.Ordinal);

    private RepositoryTree Tree => deployment.Tree;

    /// <summary>The places where the module may be; none for packages, and for what only a bundler can find.</summary>
    public IReadOnlyList<string> Places(CodeFile file, string module)
    {
        // A bundler turns the file into "./icon.svg?raw"; it generates "./$types" and "./+types/page" itself.
        var name = module.Split('?')[0];
        return name.AsSpan().ContainsAny("!$+:#") ? []
            : name is "." or ".." || name.StartsWith("./", StringComparison.Ordinal) || name.StartsWith("../", StringComparison.Ordinal)
                ? RepositoryPath.Join(file.File.Directory, name) is { Length: > 0 } path ? [path]
                    : []
            : [.. Aliased(file, name)];
    }

    public bool Has(string path) => Tree.Has(path) || Tree.FilesIn(RepositoryPath.Parent(path)).Any(file => IsModule(file.Path, path));

    /// <summary>The same module with other letters' case.</summary>
    public string? OtherCase(string path) =>
        Endings.Select(ending => Tree.FindOtherCase(path + ending)).FirstOrDefault(found => found is not null);

    // "./a.js" is "a.ts" before it is compiled.
    private static bool IsModule(string file, string module)
    {
        var stem = module.LastIndexOf('.') is var dot && dot > module.LastIndexOf('/') ? module[..dot] : module;
        return file.StartsWith(module + ".", StringComparison.Ordinal) || file.StartsWith(stem + ".", StringComparison.Ordinal);
    }

    /// <summary>The nearest configuration that knows the name decides; of its patterns the one with the longest beginning.</summary>
    private IEnumerable<string> Aliased(CodeFile file, string module)
    {
        foreach (var directory in RepositoryPath.Ancestors(file.File.Directory))
        {
            // The whole name may stand for one file, which the configuration names.
            if (configurations[directory].Any(configuration => configuration.Paths.Any(alias => alias.Pattern == module)))
            {
                return [];
            }

            var known = configurations[directory]
                .SelectMany(configuration => configuration.Paths.Select(alias => new { Configuration = configuration, Alias = alias }))
                .Where(pair => pair.Alias is { Pattern: [_, .., '*'] } && pair.Alias.Rest(module) is { Length: > 0 })
                .OrderByDescending(pair => pair.Alias.Pattern.Length)
                .FirstOrDefault();
            if (known is { Alias: var alias })
            {
                // A place beside the clone may hold it, or the clone itself by its whole path.
                return alias.Targets.Any(target => LeadsOut(known.Configuration, target.Value))
                    ? []
                    : alias.Targets.Select(target => Target(known.Configuration, alias, target.Value, module)).OfType<string>();
            }
        }

        return [];
    }

    private static bool LeadsOut(TsConfig configuration, string target) =>
        RepositoryPath.Join(configuration.File.Directory, configuration.BaseUrl?.Value ?? ".") is { } from
        && RepositoryPath.Join(from, target.TrimEnd('*')) is null;

    /// <summary>Null when even the directory around the target is not there: the bundler then knows another place for the name.</summary>
    private string? Target(TsConfig configuration, PathAlias alias, string target, string module)
    {
        if (
            target is not [.. var start, '*']
            || RepositoryPath.Join(configuration.File.Directory, configuration.BaseUrl?.Value ?? ".") is not { } from
            || RepositoryPath.Join(from, start.Length > 0 ? start : ".") is not { } root
        )
        {
            return null;
        }

        var around = Tree.HasDirectory(root) ? root : RepositoryPath.Parent(root);
        return around == configuration.File.Directory && around != root || !Tree.HasDirectory(around)
            ? null
            : RepositoryPath.Join(root, alias.Rest(module) ?? "");
    }
}
