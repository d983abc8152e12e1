using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Dependencies;

namespace Seaworthy.Reading.Linking.Images.Builds;

/// <summary>Holds the packages of a workspace that the build of another one imports against what was built in the stage before.</summary>
internal sealed class WorkspaceNeedLinker(Deployment deployment, ProgramFiles programs)
{
    private readonly WorkspacePackages workspaces = new(deployment);
    private readonly PackageImportPlaces places = new(deployment, programs);

    public static IReadOnlyList<WorkspaceNeed> Link(Deployment deployment, ProgramFiles programs)
    {
        WorkspaceNeedLinker linker = new(deployment, programs);
        return
        [
            .. deployment
                .Images.Where(image => image.Build.ContextMayHoldMoreBecause is null)
                .SelectMany(image => image.Stages.SelectMany(stage => linker.Of(image, stage)))
                .GroupBy(need => new
                {
                    need.Image.Dockerfile.File.Path,
                    need.Span,
                    Package = need.Package.File.Path,
                    Needed = need.Needed.File.Path,
                })
                .Select(same => same.OrderBy(need => need.Lacking is null ? 1 : 0).First()),
        ];
    }

    private IEnumerable<WorkspaceNeed> Of(Image image, ImageStage stage)
    {
        List<BuildCall> before =
        [
            .. image
                .Down(stage)
                .Skip(1)
                .SelectMany(below => below.Commands, (below, at) => Calls(image, below, at))
                .SelectMany(calls => calls),
        ];
        foreach (var at in stage.Commands)
        {
            foreach (var call in Calls(image, stage, at))
            {
                if (call.IsDemanded && call.Package is { } package && Member.Of(workspaces, package, call.Directory) is { } member)
                {
                    foreach (var need in Needs(image, at, call, member, before))
                    {
                        yield return need;
                    }
                }

                before.Add(call);
            }
        }
    }

    private List<BuildCall> Calls(Image image, ImageStage stage, StageCommand at)
    {
        StageVariables variables = new(image.Dockerfile, image.Build);
        return [.. new BuildTrace(deployment, workspaces, at, name => variables.Value(name, stage.Declared, at.Run)).Calls()];
    }

    private IEnumerable<WorkspaceNeed> Needs(Image image, StageCommand at, BuildCall call, Member member, List<BuildCall> before)
    {
        var needed = member
            .Package.Dependencies.Select(dependency => new
            {
                Dependency = dependency,
                Package = workspaces.Named(member.Root, dependency.Name),
            })
            .Where(pair => pair.Package is not null && IsLinked(pair.Dependency, pair.Package))
            .Select(pair => pair.Package)
            .OfType<PackageJson>()
            .DistinctBy(package => package.File.Path)
            .Where(package => package.FindScript("build") is not null)
            .ToList();
        if (needed.Count == 0)
        {
            yield break;
        }

        var imports = places.Of(call, member.Package).ToList();
        foreach (var package in needed)
        {
            if (Need(image, at, call, member, package, imports) is { } need)
            {
                yield return need with
                {
                    Lacking = before.Exists(earlier => MayBuild(earlier, member, package)) ? null : need.Lacking,
                };
            }
        }
    }

    private bool MayBuild(BuildCall earlier, Member member, PackageJson package) =>
        PackageMakers.MayBuild(earlier, package, [member.Root, .. workspaces.Of(member.Root)]);

    private WorkspaceNeed? Need(
        Image image,
        StageCommand at,
        BuildCall call,
        Member member,
        PackageJson needed,
        List<PackageImportPlace> imports
    )
    {
        var directory = member.At(needed);
        if (
            needed.Name?.Value is not { } name
            || deployment.At<PackageJson>(at.Before, member.Directory, "package.json") != member.Root
            || deployment.At<PackageJson>(at.Before, directory, "package.json") != needed
            || OtherWays.MayLead(deployment, member.Package, member.Root, name)
        )
        {
            return null;
        }

        foreach (var (file, import) in imports)
        {
            if (
                Subpath(import.Module, name) is { } subpath
                && PackageEntries.Built(deployment.Tree, needed, subpath) is { } entry
                && IsHeld(at.Before, member, file)
            )
            {
                var answer = at.Before.FindSource(ImagePath.Join(directory, entry.Path) ?? "");
                return new WorkspaceNeed(image, at.Command.Span, call.Program, member.Package, needed, import.Span, entry)
                {
                    Through = call.Through,
                    Lacking = answer.IsMissing ? answer : null,
                    Overlay = answer.Presence == Presence.IgnoredByDocker ? null : Overlay(image, needed, entry),
                };
            }
        }

        return null;
    }

    private static bool IsHeld(ImageFiles files, Member member, CodeFile file) =>
        files.FindSource(ImagePath.Under(member.Directory, RepositoryPath.Inside(member.Root.File.Directory, file.File.Path) ?? "")).Actual
        == file.File.Path;

    private static string? Subpath(string module, string name) =>
        module == name ? "."
        : module.StartsWith(name + "/", StringComparison.Ordinal) ? "." + module[name.Length..]
        : null;

    /// <summary>What is asked for is the member, not a release of the registry.</summary>
    private static bool IsLinked(Dependency dependency, PackageJson package) =>
        dependency.Range is null or "*"
        || dependency.Range.StartsWith("workspace:", StringComparison.Ordinal)
        || dependency.Range.StartsWith("file:", StringComparison.Ordinal)
        || dependency.Range.StartsWith("link:", StringComparison.Ordinal)
        || dependency.Range.TrimStart('^', '~') == package.Version?.Value;

    /// <summary>The COPY of a directory that takes the output along where the machine that builds has it.</summary>
    private static SourceSpan? Overlay(Image image, PackageJson needed, NamedPath entry) =>
        RepositoryPath.Join(needed.File.Directory, entry.Path) is not { } path
            ? null
            : image
                .Stages.SelectMany(stage => stage.Declared.Instructions)
                .OfType<DockerInstruction.Copy>()
                .Where(copy => copy.From is null && copy.Sources.Any(source => Takes(image, source.Literal, path)))
                .Select(copy => (SourceSpan?)copy.Span)
                .FirstOrDefault();

    private static bool Takes(Image image, string? source, string path) =>
        source is null
        || RepositoryPath.Join(image.Build.Context, source.TrimStart('/')) is not { } directory
        || RepositoryPath.Inside(directory, path) is not null
        || source.Contains('*', StringComparison.Ordinal);

    /// <summary>A package of a workspace where an image holds it.</summary>
    /// <param name="Directory">That of the root of the workspace.</param>
    private sealed record Member(PackageJson Package, PackageJson Root, string Directory)
    {
        public static Member? Of(WorkspacePackages workspaces, PackageJson package, string directory) =>
            workspaces.RootOf(package) is { } root
            && root != package
            && RepositoryPath.Inside(root.File.Directory, package.File.Directory) is { Length: > 0 } inside
            && directory.EndsWith("/" + inside, StringComparison.Ordinal)
                ? new Member(package, root, directory.Length == inside.Length + 1 ? "/" : directory[..^(inside.Length + 1)])
                : null;

        public string At(PackageJson other) =>
            ImagePath.Under(Directory, RepositoryPath.Inside(Root.File.Directory, other.File.Directory) ?? "");
    }
}
