using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Go;
using Seaworthy.Reading.Linking.Images.Calls;
using Seaworthy.Reading.Linking.Images.Effects;
using Seaworthy.Reading.Linking.Jvm;
using Seaworthy.Reading.Linking.Targets;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Dockerfiles and everybody who builds them to images.</summary>
internal static class ImageLinker
{
    private const int MostFloors = 4;

    public static IReadOnlyList<Image> Link(Deployment deployment)
    {
        var found = BuildCalls.Find(deployment).ToList();
        var calls = found.Where(call => call.Dockerfile is not null).ToLookup(call => call.Dockerfile, StringComparer.Ordinal);
        RunEffects effects = new(new RepositoryBuilds(deployment));
        List<Dockerfile> files = [.. deployment.Of<Dockerfile>().Where(file => file.Stages.Count > 0)];
        Dictionary<Dockerfile, List<Image>> linked = new(ReferenceEqualityComparer.Instance);
        Link(files, OwnBases.None);
        // A base that is built here may be built upon another: each round gives one more floor.
        var bases = OwnBases.Of(found, Linked());
        for (var round = 0; round < MostFloors && bases.Upper(files) is { Count: > 0 } upper; round++)
        {
            Link(upper, bases);
            if (!upper.Any(bases.Has))
            {
                break;
            }

            bases = OwnBases.Of(found, Linked());
        }

        return [.. Linked().Select(image => image with { Build = image.Build with { MaybeBuiltBy = Computed(image, found) } })];

        void Link(IReadOnlyList<Dockerfile> some, OwnBases upon)
        {
            var made = SideBySide.Select(some, file => Images(deployment, file, calls[file.File.Path], found, effects, upon).ToList());
            foreach (var (file, images) in some.Zip(made))
            {
                linked[file] = images;
            }
        }

        IEnumerable<Image> Linked() => files.SelectMany(file => linked[file]);
    }

    /// <summary>
    /// A build of an unknown Dockerfile: it may build one that nothing names, or one beside it. A build whose paths may be taken from a
    /// directory above may be of the Dockerfile there.
    /// </summary>
    private static SourceSpan? Computed(Image image, List<BuildCall> calls) =>
        calls
            .Find(call =>
                call.Dockerfile is not { } path
                    ? image.Build.IsAssumed || call.Span.File.Directory == image.Dockerfile.File.Directory
                    : call.ContextMayHoldMoreBecause is not null
                        && image.Build.IsAssumed
                        && path.EndsWith("/" + image.Dockerfile.File.Path, StringComparison.Ordinal)
            )
            ?.Span;

    /// <summary>One image for each way in which the Dockerfile is built.</summary>
    private static IEnumerable<Image> Images(
        Deployment deployment,
        Dockerfile dockerfile,
        IEnumerable<BuildCall> calls,
        List<BuildCall> all,
        RunEffects effects,
        OwnBases bases
    )
    {
        var ways = calls
            .GroupBy(call => new
            {
                call.Context,
                Stage = call.Target?.Value,
                Arguments = Arguments(call),
            })
            .ToList();
        if (ways.Count == 0)
        {
            var build = AssumedBuild(deployment, dockerfile);
            var image = Image(deployment, dockerfile, build with { Arguments = PerhapsGiven(dockerfile, all) }, effects, bases);
            return [image with { Build = build }];
        }

        return ways.Select(way =>
            Image(
                deployment,
                dockerfile,
                Build(deployment, dockerfile, way.First()) with
                {
                    Places = [.. way.Select(call => call.Span)],
                    IsTrial = way.All(call => call.IsTrial),
                },
                effects,
                bases
            )
        );
    }

    /// <summary>The arguments that builds of unknown Dockerfiles pass to the FROM lines of one that nothing names: such a build may be its own, and then the default does not count.</summary>
    private static IReadOnlyList<BuildArgument> PerhapsGiven(Dockerfile dockerfile, List<BuildCall> calls) =>
        [
            .. from call in calls
            where call.Dockerfile is null
            from argument in call.Arguments
            where dockerfile.GlobalArgs.Any(declared => declared.Name.Value == argument.Name)
            group argument by argument.Name into same
            select same.DistinctBy(argument => argument.Value?.Text).Count() == 1 ? same.First() : same.First() with { Value = null },
        ];

    private static string Arguments(BuildCall call) =>
        string.Join(
            '\n',
            call.Arguments.OrderBy(argument => argument.Name, StringComparer.Ordinal)
                .Select(argument => $"{argument.Name}={argument.Value?.Text}")
        );

    private static ImageBuild Build(Deployment deployment, Dockerfile dockerfile, BuildCall call) =>
        new(call.Context, call.Span)
        {
            Caller = call.Caller,
            Target = call.Target,
            Arguments = call.Arguments,
            ContextNames = call.ContextNames,
            ContextMayHoldMoreBecause = call.ContextMayHoldMoreBecause,
            Ignore = IgnoreFile(deployment, dockerfile, call.Context),
        };

    /// <summary>Nobody here builds it: the context in which most of what it needs exists, its own directory first.</summary>
    private static ImageBuild AssumedBuild(Deployment deployment, Dockerfile dockerfile)
    {
        var best = RepositoryPath
            .Ancestors(dockerfile.File.Directory)
            .Select(directory => new ImageBuild(directory, null) { Ignore = IgnoreFile(deployment, dockerfile, directory) })
            .MinBy(build =>
                MissingSources(deployment, dockerfile, build)
                + MissingDirectories(deployment, dockerfile, build)
                + MissingRoots(deployment, dockerfile, build)
            );
        return best ?? new ImageBuild(dockerfile.File.Directory, null);
    }

    private static int MissingSources(Deployment deployment, Dockerfile dockerfile, ImageBuild build)
    {
        BuildContext context = new(deployment.Tree, build.Context ?? "", build.Ignore);
        return dockerfile
            .Stages.SelectMany(stage => stage.Instructions)
            .OfType<DockerInstruction.Copy>()
            .Where(copy => copy.From is null)
            .SelectMany(copy => copy.Sources)
            .Count(source => source.Literal is { } path && !CopySources.IsPattern(path) && context.Look(path).IsMissing);
    }

    /// <summary>Directories into which commands change, as a build from further up finds them: <c>RUN cd api &amp;&amp; go build</c>.</summary>
    private static int MissingDirectories(Deployment deployment, Dockerfile dockerfile, ImageBuild build) =>
        dockerfile
            .Stages.SelectMany(stage => stage.Instructions)
            .OfType<DockerInstruction.Run>()
            .SelectMany(run => run.Command.Commands)
            .Select(command => command.Directory)
            .OfType<string>()
            .Where(directory =>
                directory.Length > 0 && RepositoryPath.IsRelative(directory) && !directory.Contains("..", StringComparison.Ordinal)
            )
            .Distinct(StringComparer.Ordinal)
            .Count(directory => RepositoryPath.Join(build.Context ?? "", directory) is { } path && !deployment.Tree.HasDirectory(path));

    /// <summary>Commands upon a copy of the whole context that only run in the root of a workspace, or beside its lock file.</summary>
    private static int MissingRoots(Deployment deployment, Dockerfile dockerfile, ImageBuild build)
    {
        var instructions = dockerfile.Stages.SelectMany(stage => stage.Instructions).ToList();
        if (!instructions.OfType<DockerInstruction.Copy>().Any(copy => copy.From is null && copy.Sources is [{ Literal: "." or "./" }]))
        {
            return 0;
        }

        return instructions
            .OfType<DockerInstruction.Run>()
            .SelectMany(run => run.Command.Commands)
            .Any(command =>
                command.Program switch
                {
                    "npm" when command.Words.Any(word => word.Literal is "ci") && !Has("package-lock.json", "npm-shrinkwrap.json") => true,
                    "npm" => command.Words.Any(word => word.Literal is "-w" or "--workspace" or "--workspaces" or "-ws") && !IsWorkspace(),
                    "pnpm" => command.Words.Any(word => word.Literal is "-F" or "--filter") && !Has("pnpm-workspace.yaml"),
                    "yarn" => command.Words is [_, { Literal: "workspace" or "workspaces" }, ..] && !IsWorkspace(),
                    _ => false,
                }
            )
            ? 1
            : 0;

        bool Has(params string[] names) =>
            Array.Exists(names, name => deployment.Tree.HasFile(RepositoryPath.Join(build.Context ?? "", name) ?? ""));

        bool IsWorkspace() =>
            deployment.At<PackageJson>(RepositoryPath.Join(build.Context ?? "", "package.json") ?? "") is { Workspaces.Count: > 0 };
    }

    /// <summary>Source: Docker documentation, "Build context", "Dockerignore files": a file named after the Dockerfile beats the context's own.</summary>
    private static DockerIgnore? IgnoreFile(Deployment deployment, Dockerfile dockerfile, string? context)
    {
        if (context is null)
        {
            return null;
        }

        var own = dockerfile.File.Path + ".dockerignore";
        var shared = context.Length == 0 ? ".dockerignore" : context + "/.dockerignore";
        return deployment.At<DockerIgnore>(own)
            ?? deployment.At<DockerIgnore>(shared)
            // Podman and Buildah alone know the other name, and with it the Containerfile.
            ?? (
                dockerfile.File.Name == "Containerfile"
                    ? deployment.At<DockerIgnore>(context.Length == 0 ? ".containerignore" : context + "/.containerignore")
                    : null
            );
    }

    private static Image Image(Deployment deployment, Dockerfile dockerfile, ImageBuild build, RunEffects effects, OwnBases bases)
    {
        StageVariables variables = new(dockerfile, build);
        var context = build.Context is { } directory ? new BuildContext(deployment.Tree, directory, build.Ignore) : null;
        Dictionary<DockerStage, ImageStage> linked = new(ReferenceEqualityComparer.Instance);
        foreach (var stage in dockerfile.Stages)
        {
            linked[stage] = new StageLinker(stage, variables, context, effects, linked, bases).Link();
        }

        var target = build.Target is { } name ? dockerfile.FindStage(name.Value) : null;
        var stages = StageClosure.Of(target ?? dockerfile.Stages[^1], dockerfile, linked);
        var mains = GoBuilds.Mains(variables, stages);
        var copied = ImageComponents.WithCompiled(deployment, ImageComponents.Of(deployment, dockerfile, build, stages), mains);
        return new Image
        {
            Name = dockerfile.File.Path,
            Dockerfile = dockerfile,
            Build = build,
            Stages = stages,
            GoMains = mains,
            Environment = [.. variables.Environment(stages[^1].Declared)],
            IsForDevelopment =
                IsForDevelopment(dockerfile.File.Name)
                || SidePlace.IsOfEditor(dockerfile.File)
                || IsForDevelopment(stages[^1].Declared.Name?.Value),
            Components = JvmImages.Narrow(
                deployment,
                GoBuilds.Narrow(CompiledPrograms.Narrow(copied, stages, context), mains),
                build,
                stages
            ),
        };
    }

    private static bool IsForDevelopment(string? name) =>
        name is not null && EnvironmentName.Of(name) is TargetEnvironment.Development or TargetEnvironment.Test;
}
