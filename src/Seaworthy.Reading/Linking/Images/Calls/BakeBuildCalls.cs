using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Calls;

/// <summary>Builds by the targets of Bake files.</summary>
/// <remarks>Source: Docker documentation, "Bake file reference", "Target": a context is relative to where the command runs, a Dockerfile to its context.</remarks>
internal static class BakeBuildCalls
{
    public static IEnumerable<BuildCall> Find(Deployment deployment) =>
        from file in deployment.Of<BakeFile>()
        from target in file.Builds
        // One without either may be filled in by another file.
        where !target.IsInline && (target.Context ?? target.Dockerfile) is not null
        select Call(deployment, file, target);

    private static BuildCall Call(Deployment deployment, BakeFile file, BakeTarget target)
    {
        var tree = deployment.Tree;
        var caller = $"target {target.Name} of {file.File.Path}";
        var context = target.Context is null ? "." : target.Context.Value;
        var dockerfile = target.Dockerfile is null ? "Dockerfile" : target.Dockerfile.Value;
        if (context is null || !RepositoryPath.IsRelative(context))
        {
            return new BuildCall(null, null, caller, target.Span);
        }

        // The command is given at the root, or beside the file.
        string[] starts = ["", .. file.File.Directory.Length == 0 ? [] : new[] { file.File.Directory }];
        var start =
            starts.FirstOrDefault(directory => At(directory, context, dockerfile) is { } path && tree.HasFile(path)) ?? file.File.Directory;
        var directory = RepositoryPath.Join(start, context);
        var path = At(start, context, dockerfile);
        if (path is not null && !tree.HasFile(path) && IsBakedElsewhere(deployment))
        {
            return new BuildCall(null, directory, caller, target.Span);
        }

        return new BuildCall(path, directory, caller, target.Span)
        {
            WrittenContext = target.Context?.Fact,
            WrittenDockerfile = target.Dockerfile?.Fact,
            BaseDirectory = start,
            Target = target.Target?.Fact,
            ContextNames = target.ContextNames,
            IsConditional = target.Context?.IsDefault is true || target.Dockerfile?.IsDefault is true,
            ContextMayHoldMoreBecause = file.File.Directory.Length > 0 ? "the directory in which the command is started is unknown" : null,
            Arguments =
            [
                .. target
                    .Arguments.Concat(target.InheritedArguments.Where(argument => Declares(deployment, path, argument.Name)))
                    .Select(Argument),
            ],
        };
    }

    /// <summary>Depot has a Bake of its own, which may look for Dockerfiles elsewhere.</summary>
    private static bool IsBakedElsewhere(Deployment deployment) =>
        deployment.Commands.Any(site => site.Command.Program == "depot")
        || deployment
            .Of<Workflow>()
            .Any(workflow => workflow.Jobs.Any(job => job.Steps.Any(step => step.Uses?.Name == "depot/bake-action")));

    private static bool Declares(Deployment deployment, string? path, string name) =>
        path is not null
        && deployment.At<Dockerfile>(path) is { } dockerfile
        && dockerfile
            .GlobalArgs.Concat(dockerfile.Stages.SelectMany(stage => stage.Instructions).OfType<DockerInstruction.Arg>())
            .Any(argument => argument.Name.Value == name);

    private static string? At(string start, string context, string? dockerfile) =>
        dockerfile is null ? null : RepositoryPath.Join(RepositoryPath.Join(start, context), dockerfile);

    private static BuildArgument Argument(BakeArgument argument) =>
        new(
            argument.Name,
            argument.Value is { Value: { } value, IsDefault: false } known
                ? Resolved.Known(value, known.Span)
                : Resolved.Unknown("the environment of the command may set it", argument.Value.Span),
            argument.Value.Span
        );
}
