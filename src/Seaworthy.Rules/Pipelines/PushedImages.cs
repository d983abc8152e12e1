using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>The names under which commands and steps push images, variables filled in as far as they are known.</summary>
internal static class PushedImages
{
    private static readonly PerDeployment<IReadOnlyList<Fact<string>>> Pushes = new(deployment =>
        [.. deployment.Commands.SelectMany(By).Concat(ImagePush.All(deployment).SelectMany(By))]
    );

    /// <summary>Every push of the repository.</summary>
    public static IReadOnlyList<Fact<string>> All(Deployment deployment) => Pushes.Of(deployment);

    public static IEnumerable<Fact<string>> By(ImagePush step) => step.Tags.Select(tag => new Fact<string>(tag, step.PlaceOf(tag)));

    public static IEnumerable<Fact<string>> By(CommandSite site) =>
        site
            .Known.SelectMany(known =>
                known switch
                {
                    ImageCommand { Verb: "push", Image: { } image } => [image],
                    DockerBuildCommand { Pushes: true } build => build.Tags,
                    _ => [],
                }
            )
            .Select(word => new Fact<string>(site.Variables.Value(word) ?? word.Raw.Trim('"', '\''), word.Span));
}
