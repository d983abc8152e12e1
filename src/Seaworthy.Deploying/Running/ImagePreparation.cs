using System.Globalization;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running;

/// <summary>The image of each service: built, pulled, or here already.</summary>
internal sealed class ImagePreparation(DockerEngine engine, Action<DeployProgress> onProgress)
{
    public IReadOnlyDictionary<string, ImageFacts> Of(ProjectDefinition project, int release, DeployRequest request)
    {
        Dictionary<string, ImageFacts> images = new(StringComparer.Ordinal);
        Dictionary<string, ImageFacts> built = new(StringComparer.Ordinal);
        foreach (var service in project.Services)
        {
            // Several services of one build share its image.
            var key = service.Build is { } build ? Key(build) : "image " + service.Image;
            if (!built.TryGetValue(key, out var facts) && Find(project, service, release, request) is { } found)
            {
                facts = built[key] = found;
            }

            if (facts is not null)
            {
                images[service.Name] = facts;
            }
        }

        return images;
    }

    private static string Key(BuildDefinition build) =>
        string.Join(
            '\n',
            [
                build.Context,
                build.Dockerfile ?? "",
                build.Stage ?? "",
                .. build.Arguments.Select(argument => $"{argument.Name}={argument.Value}"),
            ]
        );

    private ImageFacts? Find(ProjectDefinition project, ServiceDefinition service, int release, DeployRequest request) =>
        service.Build is { } build
            ? request.IsDryRun
                ? null
                : Build(project, service, build, release, request)
            : service.Image is { } image
                ? engine.FindImage(image) ?? (request.IsDryRun ? null : Pull(image))
                : null;

    private ImageFacts Build(
        ProjectDefinition project,
        ServiceDefinition service,
        BuildDefinition build,
        int release,
        DeployRequest request
    )
    {
        var commit = request.Commit is { Length: > 12 } whole ? whole[..12] : request.Commit ?? "uncommitted";
        var tag = string.Create(
            CultureInfo.InvariantCulture,
            $"{project.Name}-{service.Name}:r{release}-{commit}{(request.HasChanges ? "-changed" : "")}"
        );
        Tell($"Build {service.Name}");
        var result = engine.Runner.Run(DockerCommands.Build(build, project.Name, tag, request.Commit ?? "", BuildKit()));
        if (!result.IsDone)
        {
            throw new DeployFailedException($"the build of {service.Name} failed: {result.Complaint}") { Log = Tail(result) };
        }

        return engine.FindImage(tag) ?? throw new DeployFailedException($"the build of {service.Name} left no image {tag}");
    }

    private ImageFacts Pull(string image)
    {
        Tell($"Pull {image}");
        engine.Do(DockerCommands.Pull(image));
        return engine.FindImage(image) ?? throw new DeployFailedException($"there is no image {image} after it was pulled");
    }

    /// <summary>Old clients have BuildKit in them, new ones as a plug-in; a new one without it builds the old way.</summary>
    private bool? BuildKit() =>
        engine.Succeeds(DockerCommands.BuilderVersion()) ? null
        : engine.ClientMajor() is > 0 and < 23 ? true
        : false;

    private void Tell(string text) => onProgress(new DeployProgress(LedgerEvent.StepBegun, "images", text));

    private static string Tail(ProcessResult result) =>
        string.Join('\n', (result.Output + result.Error).Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(15));
}
