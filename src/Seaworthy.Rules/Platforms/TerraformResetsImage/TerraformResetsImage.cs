using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Rules.Pipelines;

namespace Seaworthy.Rules.Platforms;

/// <summary>Terraform and a pipeline own the same image: each apply puts back the one that Terraform has.</summary>
internal sealed class TerraformResetsImage : Rule<TerraformImage>
{
    private const string Latest = ":latest";

    // What stands in for an image until the first deployment.
    private static readonly HashSet<string> StandIns = new(StringComparer.Ordinal)
    {
        "alpine",
        "amazon-ecs-sample",
        "bootstrap",
        "busybox",
        "hello",
        "hello-world",
        "helloworld",
        "httpd",
        "nginx",
        "placeholder",
        "tomcat",
        "ubuntu",
    };

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/terraform-resets-image",
            Title = "Terraform overwrites deployed image",
            Area = Area.Platforms,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "Terraform sees the image of the pipeline as drift. The next apply, for any other change, replaces it with the one in the configuration.",
            Holds = "Terraform ignores changes of the image, or deploys it alone.",
        };

    public override IReadOnlyList<Relation> Relations =>
        [new Relation<TerraformImage>(TerraformImages.Link), new Relation<OutsideDeployment>(OutsideDeployments.Link)];

    public override IEnumerable<TerraformImage> Subjects(Deployment deployment) => deployment.All<TerraformImage>();

    protected override Subject Identify(TerraformImage subject) => new(subject.Address, subject.Service.Span);

    protected override IEnumerable<Verdict> Check(TerraformImage subject, Deployment deployment)
    {
        var outside = deployment.All<OutsideDeployment>().FirstOrDefault(one => Meets(one, subject));
        if (subject.IsIgnored || outside is null || IsSame(subject, outside, deployment))
        {
            yield break;
        }

        if (!IsClear(subject, outside, deployment))
        {
            yield return Unknown(
                subject.Image.Span,
                $"Unknown whether {outside.Subject} deploys another image than `{subject.Shown}` of {subject.Address}."
            );
            yield break;
        }

        yield return Fail(
                subject.Image.Span,
                $"{subject.Address} sets the image `{subject.Shown}`, and {outside.Subject} deploys another one: the next `terraform apply` undoes it."
            )
            .Related(outside.Place, $"deployed here by `{outside.Tool}`")
            .Related(subject.Service.Span)
            .Remedy($"Add `lifecycle {{ ignore_changes = [{subject.Ignored}] }}` to {subject.Address} in {subject.Service.Span}.")
            .Verify($"git grep -n {"ignore_changes"} -- {subject.Service.Span.File.Path}   # must find it for {subject.Address}");
    }

    /// <summary>Names that are both written decide; a computed one may be any service of the kind.</summary>
    private static bool Meets(OutsideDeployment outside, TerraformImage image) =>
        outside.Kind == image.Kind && (outside.Service is not { } asked || image.Name is not { } own || asked == own);

    /// <summary>The image stands in for another one; or the service is named, or the only one, and its tag is no other name of the newest build.</summary>
    private static bool IsClear(TerraformImage image, OutsideDeployment outside, Deployment deployment) =>
        StandIns.Contains(image.Image.Value.Split('/')[^1].Split(':')[0])
        || (
            (outside.Image is not null || !image.Image.Value.EndsWith(Latest, StringComparison.Ordinal))
            && (
                (outside.Service is not null && image.Name is not null)
                || deployment.All<TerraformImage>().Count(other => other.Kind == image.Kind) == 1
            )
        );

    /// <summary>The pipeline deploys, or pushes, the image that Terraform has: an apply changes nothing.</summary>
    private static bool IsSame(TerraformImage image, OutsideDeployment outside, Deployment deployment) =>
        image.Image.Value is var text
        && (
            outside.Image?.Contains(text, StringComparison.Ordinal) is true
            || PublicImages.Find(text) is null
                && text.EndsWith(Latest, StringComparison.Ordinal)
                && PushedImages.All(deployment).Any(push => IsPushOf(push.Value, text))
        );

    /// <summary>The newest image under the same name; under any name where that is computed.</summary>
    private static bool IsPushOf(string pushed, string text)
    {
        var name = text[..^Latest.Length].Split('/')[^1];
        return (name == "*" || ImagePush.ShortName(pushed) == name)
            && (pushed.EndsWith(Latest, StringComparison.Ordinal) || !pushed.Split('/')[^1].Contains(':', StringComparison.Ordinal));
    }
}
