using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Tests run against another version of a service than the deployed one.</summary>
internal sealed class ServiceVersionDrift : Rule<ServiceVersionDrift.Tested>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/service-version-drift",
            Title = "Service version mismatch in tests",
            Area = Area.Pipelines,
            Severity = Severity.Low,
            Rationale = "The tests prove nothing about the deployed version: syntax, defaults and limits differ between major versions.",
            Holds = "Tests use the deployed version of the service.",
        };

    public override IEnumerable<ServiceVersionDrift.Tested> Subjects(Deployment deployment) =>
        (
            from workflow in deployment.Of<Workflow>()
            from job in workflow.Jobs
            from service in job.Services
            let image = service.Container.Image?.Literal is { } text ? ImageReference.Parse(text) : null
            where image is not null && Major(image) is not null && Deployed(deployment, image).Count > 0
            select new Tested(workflow.File.Name, service, image)
        ).DistinctBy(subject => new { subject.Image.Repository, Major = Major(subject.Image) });

    protected override Subject Identify(ServiceVersionDrift.Tested subject) =>
        new($"{subject.Name}: {subject.Service.Name}", subject.Service.Span);

    protected override IEnumerable<Verdict> Check(ServiceVersionDrift.Tested subject, Deployment deployment)
    {
        var deployed = Deployed(deployment, subject.Image);
        if (deployed.Exists(pair => Major(pair.Image) == Major(subject.Image)))
        {
            yield break;
        }

        var (other, image) = deployed[0];
        var place = subject.Service.Container.Image?.Span ?? subject.Service.Span;
        yield return Warn(
                place,
                $"{subject.Name} tests against {subject.Image.Repository} {subject.Image.Tag}, but {other} runs {image?.Tag}."
            )
            .Related(other.Reference?.Span)
            .Remedy($"Write the tag `{image?.Tag}` in {place}.")
            .VerifyOneGone();
    }

    // Where nothing else has the version, a compose file for development does.
    private static List<Running> Deployed(Deployment deployment, ImageReference tested)
    {
        var all = deployment
            .Workloads.Where(workload => workload.Environment != TargetEnvironment.Test && !IsPutAside(workload.Span.File.Path))
            .Select(workload => new Running(workload, workload.Reference?.Value.Text is { } text ? ImageReference.Parse(text) : null))
            .Where(pair => pair.Image?.Repository == tested.Repository && Major(pair.Image) is not null)
            .ToList();
        var served = all.Where(pair => pair.Workload.Environment != TargetEnvironment.Development).ToList();
        return served.Count > 0 ? served : all;
    }

    private static bool IsPutAside(string path) => FilePurposes.Has(path, FilePurpose.Retired | FilePurpose.Example);

    private static string? Major(ImageReference? image)
    {
        var digits = string.Concat((image?.Tag ?? "").TakeWhile(char.IsAsciiDigit));
        return digits.Length is > 0 and < 3 ? digits : null;
    }

    /// <summary>The image that tests of a workflow run against.</summary>
    internal sealed record Tested(string Name, JobService Service, ImageReference Image);

    /// <summary>A workload and its image, where that is known.</summary>
    private sealed record Running(Workload Workload, ImageReference? Image);
}
