using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Dependencies;

/// <summary>A manifest takes a dependency from a path that the repository does not have: on the author's machine it exists.</summary>
/// <remarks>Sources: pip, "Requirements File Format"; npm, "package.json", "Local Paths"; Cargo, "Specifying path dependencies"; Go, "go.mod file reference", "replace".</remarks>
internal sealed class PathDependencyMissing : Rule<PathDependencyMissing.Given>
{
    private const int MostPlaces = 6;

    // Below the root: directories of a person, and those in which conda builds its packages. Other absolute paths may be those of an image.
    private static readonly string[] OfOneMachine =
    [
        "Users/",
        "home/",
        "root/",
        "private/",
        "var/folders/",
        "tmp/build",
        "croot/",
        "opt/concourse/",
    ];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/path-dependency-missing",
            Title = "Missing path dependency",
            Area = Area.Dependencies,
            Severity = Severity.Critical,
            Rationale =
                "The installation fails on every machine that does not have the path: in the pipeline, in the image and for every other developer.",
            Holds = "The repository has every directory that the manifest installs from.",
        };

    public override IEnumerable<Given> Subjects(Deployment deployment) =>
        from manifest in deployment.Of<Manifest>()
        let places = Paths(manifest).ToList()
        where places.Count > 0
        select new Given(manifest, places);

    protected override Subject Identify(Given subject) => new(subject.Manifest.File.Path, subject.Places[0].Span);

    protected override IEnumerable<Verdict> Check(Given subject, Deployment deployment)
    {
        var (manifest, places) = subject;
        var missing = places.Where(place => Reason(manifest, place.Path, deployment.Tree) is not null).ToList();
        if (missing is not [var first, ..])
        {
            yield break;
        }

        var reason = Reason(manifest, first.Path, deployment.Tree) ?? "";
        var more = missing.Count > 1 ? $" So are {missing.Count - 1} more." : "";
        var message = $"{manifest.File.Path} installs `{first.Name}` from `{first.Path}`, which {reason}.{more}";
        var isOfOneMachine = IsOfOneMachine(first.Path);
        yield return (isOfOneMachine ? Fail(first.Span, message) : LikelyFail(first.Span, message))
            .As(isOfOneMachine ? Severity.Critical : Severity.High)
            .Related(missing.Skip(1).Take(MostPlaces).Select(place => place.Span))
            .Remedy(
                isOfOneMachine && manifest is Requirements
                    ? $"Write the released version in place of each path (`{first.Name}==<version>`), or remove the line; `pip list --format=freeze` writes no paths."
                    : $"Name a released version of `{first.Name}`, or commit the directory and write its path relative to {manifest.File.Path}."
            )
            .Verify(TreeCheck.Gone(missing.Take(MostPlaces).Select(place => place.Span)));
    }

    private static string? Reason(Manifest manifest, string path, RepositoryTree tree) =>
        IsOfOneMachine(path) ? "exists on one machine only"
        : path.StartsWith('/') || path.AsSpan().ContainsAny("${}*") ? null
        : RepositoryPath.Join(manifest.File.Directory, path) is not { } full ? "lies outside the repository"
        : tree.Has(full) || full.Length == 0 ? null
        // pip takes paths from the directory in which it is started.
        : manifest is Requirements && (RepositoryPath.Join("", path) is not { } own || own.Length == 0 || tree.Has(own)) ? null
        : tree.WhyIgnored(full) is null && tree.FindSubmodule(full) is null ? "does not exist"
        : null;

    /// <summary>In a directory of a person, on a drive, or where conda built its packages.</summary>
    private static bool IsOfOneMachine(string path) =>
        path switch
        {
            ['~', '/', ..] => true,
            [>= 'A' and <= 'z', ':', '/' or '\\', ..] => true,
            ['/', ..] => Array.Exists(OfOneMachine, start => path.AsSpan(1).StartsWith(start, StringComparison.Ordinal)),
            _ => false,
        };

    private static IEnumerable<Place> Paths(Manifest manifest) =>
        manifest
            .Dependencies.Where(dependency =>
                dependency
                    is { Source: DependencySource.Path, Kind: not (DependencyKind.Peer or DependencyKind.Optional), Condition: null or "" }
            )
            .Select(dependency => new Place(dependency.Name, Plain(dependency.Location ?? ""), dependency.Span))
            .Concat(
                manifest is GoModule module
                    ? module
                        .Replacements.Where(replacement => replacement.IsDirectory && module.FindDependency(replacement.Module) is not null)
                        .Select(replacement => new Place(replacement.Module, replacement.Target, replacement.Span))
                    : []
            )
            .Where(place => place.Path.Length > 0);

    /// <summary>Without scheme, fragment and extras: <c>file:///home/ann/lib#egg=lib</c>, <c>./lib[test]</c>.</summary>
    private static string Plain(string location)
    {
        var text = location.Split('#')[0].Split('[')[0].Trim();
        text = text.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? text["file:".Length..] : text;
        return text.StartsWith("///", StringComparison.Ordinal) ? text[2..] : text;
    }

    /// <summary>A manifest, and the dependencies that it takes from paths.</summary>
    internal sealed record Given(Manifest Manifest, IReadOnlyList<Place> Places);

    /// <summary>A dependency and its path as written.</summary>
    internal sealed record Place(string Name, string Path, SourceSpan Span);
}
