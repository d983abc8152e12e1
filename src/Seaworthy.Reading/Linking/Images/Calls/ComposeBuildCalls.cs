using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Compose;

namespace Seaworthy.Reading.Linking.Images.Calls;

/// <summary>Builds by compose services.</summary>
internal static class ComposeBuildCalls
{
    public static IEnumerable<BuildCall> Find(Deployment deployment) => Find(deployment, Copies(deployment));

    private static IEnumerable<BuildCall> Find(Deployment deployment, ILookup<string, SourceSpan> copies) =>
        from stack in deployment.ComposeStacks
        from service in stack.Project.Services
        let build = service.Build
        where build is { DockerfileInline: null }
        // Arguments alone belong to a build that another file describes.
        where stack.IsSettled || build.Context is not null || build.Dockerfile is not null
        let call = Call(stack, service, build, CopiedBecause(stack, copies))
        where !IsPulled(stack, service) || call.Dockerfile is not { } path || deployment.Tree.HasFile(path)
        select call;

    /// <summary>An image that everybody can pull is not built by <c>up</c>: what cannot be built is not missed.</summary>
    /// <remarks>Source: Compose Build Specification, "Using build and image".</remarks>
    private static bool IsPulled(ComposeStack stack, ComposeService service) =>
        service.Image is { } image && stack.Text(image) is { } reference && PublicImages.Find(reference) is not null;

    /// <summary>What commands copy, as they write it.</summary>
    private static ILookup<string, SourceSpan> Copies(Deployment deployment) =>
        deployment
            .Commands.SelectMany(site => site.Known)
            .OfType<FileCommand>()
            .Where(command => command.Tool == "cp")
            .SelectMany(command => command.Reads)
            .ToLookup(word => word.Span.Text, word => word.Span, StringComparer.Ordinal);

    /// <summary>A release is put together elsewhere, of these files and of what is built: <c>cp docker/* release/</c>.</summary>
    private static string? CopiedBecause(ComposeStack stack, ILookup<string, SourceSpan> copies) =>
        stack.Project.Directory is { Length: > 0 } directory
        && new[] { $"{directory}/*", $"{directory}/.", $"./{directory}/*" }.SelectMany(written => copies[written]).FirstOrDefault()
            is { File: not null } copy
            ? $"{copy} copies {directory} to the build directory"
            : null;

    private static BuildCall Call(ComposeStack stack, ComposeService service, ComposeBuild build, string? copied)
    {
        var context =
            build.Context is null ? "."
            : IsOfCaller(build.Context) ? null
            : stack.SettledText(build.Context);
        var directory = context is null ? null : RepositoryPath.Join(stack.Project.Directory, context);
        var file = build.Dockerfile is null ? "Dockerfile" : stack.SettledText(build.Dockerfile);
        return new BuildCall(
            file is null ? null : RepositoryPath.Join(directory, file),
            directory,
            $"service {service.Name.Value} in {stack.Name}",
            build.Span
        )
        {
            WrittenContext = Written(context, build.Context),
            WrittenDockerfile = Written(file, build.Dockerfile),
            BaseDirectory = stack.Project.Directory,
            ContextMayHoldMoreBecause = stack.PartialBecause ?? copied,
            Target = build.Target is { } target && stack.SettledText(target) is { } stage ? new Fact<string>(stage, target.Span) : null,
            Tags = service.Image is { } image && stack.SettledText(image) is { } tag ? [tag] : [],
            ContextNames = [.. build.AdditionalContexts.Select(named => named.Name.Value)],
            Arguments =
            [
                .. build.Args.Select(argument => new BuildArgument(
                    argument.Name.Value,
                    argument.Value is null ? null : stack.Resolve(argument.Value),
                    argument.Span
                )),
            ],
        };
    }

    private static Fact<string>? Written(string? text, Template? template) =>
        text is not null && template is not null ? new Fact<string>(text, template.Span) : null;

    /// <summary><c>${PWD}</c> is where the command is given, which no file tells.</summary>
    private static bool IsOfCaller(Template template) => template.Raw.Contains("PWD", StringComparison.Ordinal);
}
