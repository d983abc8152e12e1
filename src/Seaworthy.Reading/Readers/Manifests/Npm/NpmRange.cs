using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Manifests.Npm;

/// <summary>What stands right of a dependency's name in package.json: a range, an address, a path, an alias.</summary>
/// <remarks>Source: npm documentation, "package.json", section "dependencies".</remarks>
internal static class NpmRange
{
    private static readonly string[] PathPrefixes = ["file:", "link:", "portal:"];
    private static readonly string[] GitPrefixes = ["git+", "git:", "git@", "github:", "gitlab:", "bitbucket:", "gist:"];

    public static Dependency Dependency(string name, string range, DependencyKind kind, SourceSpan span)
    {
        var source = SourceOf(range);
        Dependency dependency = new(name, range.Length == 0 ? null : range, kind, source, span);
        return source switch
        {
            DependencySource.Path => dependency with
            {
                Location = range.Contains(':', StringComparison.Ordinal)
                    ? range[(range.IndexOf(':', StringComparison.Ordinal) + 1)..]
                    : range,
            },
            DependencySource.Git or DependencySource.Url => dependency with { Location = range },
            _ when range.StartsWith("npm:", StringComparison.Ordinal) => dependency with { RealName = AliasedName(range[4..]) },
            _ => dependency,
        };
    }

    private static DependencySource SourceOf(string range)
    {
        if (range.StartsWith("workspace:", StringComparison.Ordinal))
        {
            return DependencySource.Workspace;
        }

        if (
            StartsWithAny(range, PathPrefixes)
            || range.StartsWith('.')
            || range.StartsWith('/')
            || range.StartsWith('~') && range.StartsWith("~/", StringComparison.Ordinal)
        )
        {
            return DependencySource.Path;
        }

        if (StartsWithAny(range, GitPrefixes))
        {
            return DependencySource.Git;
        }

        if (range.StartsWith("http://", StringComparison.Ordinal) || range.StartsWith("https://", StringComparison.Ordinal))
        {
            return range.Contains(".git", StringComparison.Ordinal) ? DependencySource.Git : DependencySource.Url;
        }

        // "owner/repository" is GitHub's short form; a registry's range never holds a slash, an alias does.
        return range.Contains('/', StringComparison.Ordinal) && !range.StartsWith("npm:", StringComparison.Ordinal)
            ? DependencySource.Git
            : DependencySource.Registry;
    }

    private static string AliasedName(string alias) => alias.LastIndexOf('@') is var at and > 0 ? alias[..at] : alias;

    private static bool StartsWithAny(string text, string[] prefixes) =>
        prefixes.Any(prefix => text.StartsWith(prefix, StringComparison.Ordinal));
}
