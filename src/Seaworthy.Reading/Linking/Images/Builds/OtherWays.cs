using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Builds;

/// <summary>What may lead an import of a package elsewhere than its manifest does: <c>paths</c> of a tsconfig.json, an alias of a bundler, a declaration of the module.</summary>
/// <remarks>Sources: TypeScript TSConfig reference, <c>paths</c>; Vite, <c>resolve.alias</c>; Next.js reads <c>paths</c> as well ("Absolute Imports and Module Path Aliases").</remarks>
internal static class OtherWays
{
    public static bool MayLead(Deployment deployment, PackageJson package, PackageJson root, string name)
    {
        var above = RepositoryPath
            .Ancestors(package.File.Directory)
            .TakeWhile(directory => RepositoryPath.Inside(root.File.Directory, directory) is not null)
            .ToList();
        return above
                .SelectMany(deployment.In<TsConfig>)
                .Any(config => config.Paths.Any(alias => Matches(alias.Pattern, name)) || IsBelowBase(deployment, config, name))
            || above.SelectMany(deployment.In<CodeFile>).Any(file => IsSettings(file) && Mentions(file, name))
            || package.File.Text.Contains("moduleAliases", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsBelowBase(Deployment deployment, TsConfig config, string name) =>
        config.BaseUrl is { } below
        && RepositoryPath.Join(config.File.Directory, below.Value) is { } directory
        && RepositoryPath.Join(directory, name) is { } path
        && (
            deployment.Tree.Has(path)
            || deployment.Tree.FilesIn(directory).Any(file => file.Path.StartsWith(path + ".", StringComparison.Ordinal))
        );

    private static bool IsSettings(CodeFile file) =>
        file.File.Name.Contains("config", StringComparison.OrdinalIgnoreCase)
        || file.File.Name.Contains("alias", StringComparison.OrdinalIgnoreCase);

    /// <summary>Its name, or that of its scope.</summary>
    private static bool Mentions(CodeFile file, string name) =>
        file.File.Text.Contains(
            name is ['@', ..] ? name[..(name.IndexOf('/', StringComparison.Ordinal) + 1)] : name,
            StringComparison.Ordinal
        );

    private static bool Matches(string pattern, string name) =>
        pattern.IndexOf('*', StringComparison.Ordinal) is var star and >= 0
            ? (name + "/").StartsWith(pattern[..star], StringComparison.Ordinal)
            : pattern == name || pattern.StartsWith(name + "/", StringComparison.Ordinal);
}
