using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Compose;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>The names, without tags, that builds of this repository give their images. Parts that are computed stay as they are written; the last part never is.</summary>
internal static class PushedNames
{
    private static readonly SearchValues<char> Computed = SearchValues.Create($"${{}}(){Resolved.Hole}");

    public static IEnumerable<NamedImage> Of(Deployment deployment) =>
        All(deployment).Where(pair => RepositoryPath.NameOf(pair.Name) is { Length: > 0 } last && !last.AsSpan().ContainsAny(Computed));

    /// <summary>Those that are called like the repository itself, by what stands before: <c>ghcr.io/</c> of <c>ghcr.io/${{ github.repository }}</c>.</summary>
    public static IEnumerable<NamedImage> OfRepository(Deployment deployment) =>
        from pair in All(deployment)
        let name = RepositoryPath.NameOf(pair.Name)
        where name.Length > 0 && pair.Name.Length > name.Length && (name.Trim(Resolved.Hole).Length == 0 || IsRepository(name))
        select pair with
        {
            Name = pair.Name[..^name.Length],
        };

    /// <remarks>Source: GitHub documentation, "Contexts", <c>github.repository</c>.</remarks>
    private static bool IsRepository(string name) =>
        name.StartsWith("${{", StringComparison.Ordinal)
        && name.EndsWith("}}", StringComparison.Ordinal)
        && name.Contains("repository", StringComparison.Ordinal);

    private static IEnumerable<NamedImage> All(Deployment deployment)
    {
        var builtAt = deployment
            .Images.SelectMany(image => image.Build.Places.Distinct(), (image, place) => new { image, place })
            .ToLookup(pair => pair.place, pair => pair.image);
        return Compose(deployment, builtAt)
            .Concat(Actions(deployment, builtAt))
            .Concat(Commands(deployment))
            .Concat(Skaffold(deployment, builtAt))
            .Select(pair => pair with { Name = ImageNames.WithoutTag(pair.Name) });
    }

    private static IEnumerable<NamedImage> Compose(Deployment deployment, ILookup<SourceSpan, Image> builtAt) =>
        from stack in deployment.ComposeStacks
        from service in stack.Project.Services
        let build = service.Build
        let written = service.Image
        where build is not null && written is not null
        from image in builtAt[build.Span]
        select new NamedImage(stack.Text(written) ?? written.Raw, image);

    private static IEnumerable<NamedImage> Actions(Deployment deployment, ILookup<SourceSpan, Image> builtAt) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        let metadata = job.Steps.Where(step => step.Uses?.Name is "docker/metadata-action" && step.Id is not null).ToList()
        from step in job.Steps
        where step.Uses?.Name is "docker/build-push-action"
        from name in Names(workflow, job, step, metadata)
        from image in builtAt[step.Span]
        select new NamedImage(name, image);

    /// <summary>The tags written at the step, and the images of the <c>docker/metadata-action</c> before it that the tags ask.</summary>
    private static IEnumerable<string> Names(Workflow workflow, WorkflowJob job, WorkflowStep step, List<WorkflowStep> metadata)
    {
        var tags = step.Input("tags");
        var asked = metadata.Where(other => tags?.Raw.Contains($"steps.{other.Id?.Value}.outputs.tags", StringComparison.Ordinal) == true);
        return Lines(tags).Concat(asked.SelectMany(other => Lines(other.Input("images"))));

        IEnumerable<string> Lines(ExpressionTemplate? text) =>
            text is null
                ? []
                : JobValues
                    .Outline(text, workflow, job, step)
                    .Text.Split(['\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static IEnumerable<NamedImage> Skaffold(Deployment deployment, ILookup<SourceSpan, Image> builtAt) =>
        from skaffold in deployment.Of<SkaffoldConfig>()
        from made in skaffold.Artifacts
        from image in builtAt[made.Span]
        select new NamedImage(made.Image.Value, image);

    private static IEnumerable<NamedImage> Commands(Deployment deployment)
    {
        var namings = deployment.All<ImageNaming>().ToDictionary(naming => naming.Span, naming => naming.Text);
        var pushes = deployment
            .Commands.Where(site => site.Command is { Program: "docker" or "podman", Words: [_, { Literal: "push" }, ..] })
            .ToLookup(
                site => site.Span.File.Path,
                site => ImageNames.WithoutTag(Written(site, site.Command.Words[^1], namings)),
                StringComparer.Ordinal
            );
        var images = deployment.Images;
        var byName = Enumerable.Range(0, images.Count).ToLookup(index => images[index].Name, StringComparer.Ordinal);
        foreach (var site in deployment.Commands)
        {
            foreach (var build in site.Known.OfType<DockerBuildCommand>().Where(build => build.Tags.Count > 0))
            {
                // A script that builds images runs on a machine, even where an image takes it along with everything else.
                var directories = site.Directories.Count > 0 ? site.Directories : RepositoryPath.Ancestors(site.Span.File.Directory);
                var found = directories
                    .Select(directory => Dockerfile(build, directory))
                    .OfType<string>()
                    .SelectMany(path => byName[path])
                    .ToList();
                if (found.Count > 0 && images[found.Min()] is var image)
                {
                    foreach (var tag in build.Tags)
                    {
                        var name = Written(site, tag, namings);
                        yield return new NamedImage(name, image)
                        {
                            IsPushed = pushes[site.Span.File.Path].Contains(ImageNames.WithoutTag(name)),
                        };
                    }
                }
            }
        }
    }

    private static string? Dockerfile(DockerBuildCommand build, string directory) =>
        build.File is { } file ? RepositoryPath.Join(directory, file.Literal ?? "\0")
        : build.Context?.Literal is { } context && RepositoryPath.Join(directory, context) is { } full
            ? RepositoryPath.Join(full, "Dockerfile")
        : null;

    /// <summary>As the naming tells it, which knows the variables of the workflow.</summary>
    private static string Written(CommandSite site, ShellWord tag, Dictionary<SourceSpan, string> namings) =>
        site.Variables.Value(tag) ?? namings.GetValueOrDefault(tag.Span) ?? $"{Resolved.Hole}";
}
