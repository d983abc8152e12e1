using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Values;

/// <summary>Where a module of JavaScript or TypeScript may be that an import names without a dot: by <c>paths</c> and <c>baseUrl</c> of tsconfig.json, by the usual aliases, and as another package of the repository.</summary>
/// <remarks>Sources: TypeScript TSConfig reference, <c>paths</c>, <c>baseUrl</c>; npm documentation, "workspaces".</remarks>
internal sealed class ScriptNames(IEnumerable<TsConfig> configurations, IEnumerable<PackageJson> packages)
{
    private static readonly string[] Entries = ["src/index", "index", "src/main", "lib/index"];

    private readonly ILookup<string, TsConfig> configurations = configurations
        .Where(configuration => configuration.Paths.Count > 0 || configuration.BaseUrl is not null)
        .ToLookup(configuration => configuration.File.Directory, StringComparer.Ordinal);

    private readonly ILookup<string, PackageJson> packages = packages
        .Where(package => package.Name is { Value.Length: > 0 })
        .ToLookup(package => package.Name?.Value ?? "", StringComparer.Ordinal);

    /// <summary>Paths without endings, the likelier first.</summary>
    public IEnumerable<string> Places(string directory, string module) =>
        RepositoryPath
            .Ancestors(directory)
            .SelectMany(above => configurations[above])
            .SelectMany(configuration => Configured(configuration, module))
            .Concat(Usual(directory, module))
            .Concat(OwnPackages(module))
            .OfType<string>();

    private static IEnumerable<string?> Configured(TsConfig configuration, string module)
    {
        var from = RepositoryPath.Join(configuration.File.Directory, configuration.BaseUrl?.Value ?? ".");
        if (from is null)
        {
            return [];
        }

        var aliased = configuration
            .Paths.Select(alias => (Alias: alias, Matched: alias.Rest(module)))
            .Where(pair => pair.Matched is not null)
            .OrderByDescending(pair => pair.Alias.Pattern.Length)
            .SelectMany(pair =>
                pair.Alias.Targets.Select(target =>
                    RepositoryPath.Join(from, target.Value.Replace("*", pair.Matched, StringComparison.Ordinal))
                )
            );
        return configuration.BaseUrl is null ? aliased : aliased.Append(RepositoryPath.Join(from, module));
    }

    /// <summary><c>@/x</c> and <c>~/x</c> are the usual aliases of a package's src, root or app, and <c>#x</c> is one of its own.</summary>
    private static IEnumerable<string?> Usual(string directory, string module)
    {
        var rest =
            module is ['@' or '~', '/', ..] ? module[2..]
            : module is ['#', not '/', ..] ? module[1..]
            : null;
        return rest is null
            ? []
            : RepositoryPath
                .Ancestors(directory)
                .SelectMany(above => new[] { "src/" + rest, rest, "app/" + rest }.Select(path => RepositoryPath.Join(above, path)));
    }

    /// <summary>A package of the repository by its name, or a module in it.</summary>
    private IEnumerable<string?> OwnPackages(string module)
    {
        var parts = module.Split('/');
        var length = module is ['@', ..] ? 2 : 1;
        if (parts.Length < length)
        {
            return [];
        }

        var rest = string.Join('/', parts[length..]);
        return packages[string.Join('/', parts[..length])]
            .SelectMany(package =>
                (rest.Length > 0 ? [rest, "src/" + rest] : new[] { package.Main?.Value }.Concat(Entries))
                    .OfType<string>()
                    .Select(path => RepositoryPath.Join(package.File.Directory, path))
            );
    }
}
