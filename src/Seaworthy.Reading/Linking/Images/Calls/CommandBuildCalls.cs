using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Pipelines;

namespace Seaworthy.Reading.Linking.Images.Calls;

/// <summary>Builds by <c>docker build</c> in scripts, task files, package scripts and steps of pipelines.</summary>
/// <remarks>Source: Docker documentation, "docker buildx build": <c>--file</c> is taken from where the command runs, not from the context.</remarks>
internal static class CommandBuildCalls
{
    private const string Earlier = "an earlier command may create it";

    public static IEnumerable<BuildCall> Find(Deployment deployment) =>
        from site in deployment.Commands
        where site.Command.Words.Any(word => word.Literal is "build" or "bud" or "b")
        from build in site.Known.OfType<DockerBuildCommand>()
        from values in StepExpressions.Of(deployment, site, [build.Context, build.File, build.Target])
        select Call(deployment, site, build, values);

    /// <param name="deployment">Whose command it is.</param>
    /// <param name="site">Where it runs.</param>
    /// <param name="build">What it is.</param>
    /// <param name="values">Of the expressions of a workflow, in one run of the job.</param>
    private static BuildCall Call(
        Deployment deployment,
        CommandSite site,
        DockerBuildCommand build,
        IReadOnlyDictionary<string, string> values
    )
    {
        var context = Written(site, build.Context, values);
        var file = Written(site, build.File, values);
        var isUnknown =
            context is null
            || (build.File is not null && file is null)
            // An option, when a variable holds one.
            || context.Value is ['-', ..]
            || !RepositoryPath.IsRelative(context.Value);
        var call = new BuildCall(null, null, site.Subject, site.Span)
        {
            Target = Written(site, build.Target, values),
            Arguments = [.. build.BuildArguments.Select(argument => Argument(site, argument))],
            Tags = [.. build.Tags.Select(tag => tag.Literal).OfType<string>()],
            ContextNames = [.. build.BuildContexts.Select(named => named.Name)],
            IsTrial = build.KeepsNothing,
            IsConditional = site.IsConditional || site.IsRemote,
        };
        if (isUnknown || context is null || Directories(deployment, build, site, context.Value, file?.Value) is not { } directory)
        {
            return call;
        }

        var full = RepositoryPath.Join(directory, context.Value);
        var startedElsewhere =
            site.IsAssumed && !IsAtRoot(site, directory) ? "the directory in which the command is started is unknown" : null;
        var mayMakeFiles = startedElsewhere is null && EarlierSteps.MayMakeFiles(deployment, site);
        return call with
        {
            Context = full,
            Dockerfile = file is null
                ? full is null
                    ? null
                    : RepositoryPath.Join(full, DefaultName(deployment, build, full))
                : RepositoryPath.Join(directory, file.Value),
            WrittenContext = context,
            WrittenDockerfile = file,
            BaseDirectory = directory,
            DockerfileBase = file is null ? full : directory,
            ContextMayHoldMoreBecause = startedElsewhere ?? (mayMakeFiles ? Earlier : null),
            NoDockerfileIsMade = mayMakeFiles && !EarlierSteps.MayMakeDockerfiles(deployment, site),
        };
    }

    /// <summary>Podman and Buildah look for a Containerfile first.</summary>
    /// <remarks>Source: Podman documentation, "podman-build", "--file".</remarks>
    private static string DefaultName(Deployment deployment, DockerBuildCommand build, string context) =>
        build.Command.Program is "podman" or "buildah"
        && RepositoryPath.Join(context, "Containerfile") is { } path
        && deployment.Tree.HasFile(path)
            ? "Containerfile"
            : "Dockerfile";

    /// <summary>A script at the root, where the build finds its Dockerfile: started elsewhere, it builds nothing.</summary>
    private static bool IsAtRoot(CommandSite site, string directory) => directory.Length == 0 && site.Span.File.Directory.Length == 0;

    /// <summary>Of the places where the command may run, the one in which the build finds its files; the likeliest when none does.</summary>
    private static string? Directories(Deployment deployment, DockerBuildCommand build, CommandSite site, string context, string? file) =>
        site.Directories.FirstOrDefault(directory =>
            RepositoryPath.Join(directory, context) is { } full
            && deployment.Tree.HasDirectory(full)
            && RepositoryPath.Join(file is null ? full : directory, file ?? DefaultName(deployment, build, full)) is { } dockerfile
            && deployment.Tree.HasFile(dockerfile)
        ) ?? (site.Directories.Count > 0 ? site.Directories[0] : null);

    private static Fact<string>? Written(CommandSite site, ShellWord? word, IReadOnlyDictionary<string, string> values) =>
        word is not null && (site.Variables.Value(word) ?? StepExpressions.Fill(word, values)) is { Length: > 0 } text
            ? new Fact<string>(text, word.Span)
            : null;

    private static BuildArgument Argument(CommandSite site, ShellAssignment argument) =>
        new(
            argument.Name,
            argument.Value is not { } word ? null
                : site.Variables.Value(word) is { } text ? Resolved.Known(text, word.Span)
                : Resolved.Unknown($"{word.Raw} is set where the command runs", word.Span),
            argument.Span
        );
}
