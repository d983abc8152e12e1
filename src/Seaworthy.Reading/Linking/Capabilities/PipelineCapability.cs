using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Whether a machine builds, checks or deploys what is changed.</summary>
internal static class PipelineCapability
{
    private static readonly string[] Builders =
    [
        "Vercel",
        "Netlify",
        "Railway",
        "Heroku",
        "Cloudflare Pages",
        "Amplify",
        "Coolify",
        "Dokploy",
        "TeamCity",
        "Jenkins",
        "Azure DevOps",
        "Bamboo",
    ];

    // What create-next-app writes into every README.
    private static readonly string[] Phrases =
    [
        "easiest way to deploy",
        "Deploy on Vercel",
        "new font family",
        "create-next-app",
        "vercel.com/font",
        "deployment documentation",
        "from the creators of",
        " not ",
        "n't ",
    ];

    // What a sentence says of a platform that builds what is pushed; its name may be a word of the subject.
    private static readonly SearchValues<string> Deliveries = SearchValues.Create(
        ["deploy", "host", "build", "push", "publish", "release", "pipeline", "CI", ".app", "live"],
        StringComparison.OrdinalIgnoreCase
    );

    public static IEnumerable<Capability> Find(DeployedParts parts)
    {
        var place = parts.Scale.Because[0].Span;
        var found = Evidence(parts).Take(3).ToList();
        var isBuiltThere = parts.IsOnPlatformsOnly || IsBuiltByPlatform(parts.Deployment);
        var hosted = found.Count > 0 || isBuiltThere ? null : Hosted(parts.Deployment);
        yield return new Capability(
            CapabilityKind.Pipeline,
            found.Count > 0 ? CapabilityLevel.Present
                : isBuiltThere ? CapabilityLevel.Unknown
                : hosted is not null ? CapabilityLevel.Partial
                : CapabilityLevel.Absent,
            "the repository",
            place
        )
        {
            Evidence = hosted is null ? found : [hosted],
            Wanting = [.. Scripts(parts).Take(3)],
            UnknownBecause = isBuiltThere ? "the platform may build and check each change by itself" : null,
        };
    }

    /// <summary>A sentence that names a platform which builds what is pushed, or a server of builds with its own settings.</summary>
    private static Fact<string>? Hosted(Deployment deployment)
    {
        foreach (var document in deployment.Of<Document>())
        {
            foreach (var builder in Builders)
            {
                foreach (var at in WholeWords.Find(document.File.Text, builder, IsOfName))
                {
                    SourceSpan span = new(document.File, at, builder.Length);
                    if (
                        span.Line.AsSpan().ContainsAny(Deliveries)
                        && !Phrases.Any(phrase => span.Line.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                    )
                    {
                        return new Fact<string>(builder, span);
                    }
                }
            }
        }

        return null;
    }

    // "Railway-Reservation-System" is no platform.
    private static bool IsOfName(char letter) => char.IsLetterOrDigit(letter) || letter is '-' or '_';

    /// <summary>They build each change that they are told of, and some of them test it.</summary>
    private static bool IsBuiltByPlatform(Deployment deployment) =>
        deployment.Artifacts.Any(artifact => artifact is NetlifyConfig or VercelConfig or RenderBlueprint or RailwayConfig);

    private static IEnumerable<Fact<string>> Evidence(DeployedParts parts) =>
        parts
            .Pipelines.Where(pipeline => pipeline.Declared is not ShellScript)
            .Select(pipeline => new Fact<string>(pipeline.Declared.File.Path, pipeline.Declared.File.Whole))
            .Concat(parts.Signs.Pipeline is { } other ? [new Fact<string>(other.File.Path, other)] : [])
            .Concat(
                parts
                    .Deployment.KubernetesStacks.SelectMany(stack => stack.Of<GitDelivery>())
                    .Select(delivery => new Fact<string>(delivery.ToString(), delivery.Span))
            );

    /// <summary>Scripts that deploy: somebody has to start them.</summary>
    private static IEnumerable<Fact<string>> Scripts(DeployedParts parts) =>
        parts
            .Pipelines.Where(pipeline => pipeline.Declared is ShellScript)
            .Select(pipeline => new Fact<string>(pipeline.Declared.File.Path, pipeline.Declared.File.Whole));
}
