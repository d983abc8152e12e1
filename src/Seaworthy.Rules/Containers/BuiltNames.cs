using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>The names under which commands and Compose build images here.</summary>
internal sealed class BuiltNames
{
    private static readonly PerDeployment<BuiltNames> All = new(deployment => new BuiltNames(deployment));

    private readonly Lazy<HashSet<string>> tags;
    private readonly HashSet<string> services;

    private BuiltNames(Deployment deployment)
    {
        tags = new Lazy<HashSet<string>>(() =>
            deployment
                .Commands.SelectMany(site => site.Known.OfType<DockerBuildCommand>())
                .Concat(
                    deployment
                        .Of<Document>()
                        .SelectMany(document => document.Commands)
                        .SelectMany(command => KnownCommand.Of(command).OfType<DockerBuildCommand>())
                )
                .SelectMany(build => build.Tags)
                .Select(tag => tag.Literal)
                .OfType<string>()
                .ToHashSet(StringComparer.Ordinal)
        );
        services = deployment
            .Workloads.Where(workload => workload is { Kind: TargetKind.Compose, Image: not null, IsBuiltBeside: false })
            .Select(workload => workload.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public static BuiltNames Of(Deployment deployment) => All.Of(deployment);

    /// <summary>A command of the repository, or of its documents, builds it under this very name.</summary>
    public bool IsTagOfCommand(string image) =>
        tags.Value.Contains(image)
        || tags.Value.Contains(image + ":latest")
        || (image.EndsWith(":latest", StringComparison.Ordinal) && tags.Value.Contains(image[..^":latest".Length]));

    /// <summary>A project's name and that of a service which Compose builds: <c>shop-api</c>.</summary>
    public bool EndsInServiceOfProject(string image)
    {
        for (var at = image.AsSpan().IndexOfAny('-', '_'); at >= 0; at = Next(image, at + 1))
        {
            if (services.Contains(image[(at + 1)..]))
            {
                return true;
            }
        }

        return false;
    }

    private static int Next(string image, int from) => image.IndexOfAny(['-', '_'], from);
}
