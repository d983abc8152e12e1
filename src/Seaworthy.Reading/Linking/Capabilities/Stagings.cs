using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Whether a fleet that a pipeline deploys is tried somewhere before users have it.</summary>
internal static class Stagings
{
    private static readonly string[] Words = ["stag", "uat", "preview", "preprod", "pre-prod", "qa", "canary", "blue", "test", "dev"];

    public static IEnumerable<Capability> Find(DeployedParts parts)
    {
        var deploying =
            from pipeline in parts.Pipelines
            where pipeline.Declared is Workflow
            from job in pipeline.Jobs
            where
                job.NeverRunsBecause is null
                && job.Steps.Any(step => !step.RunsOnlyAfterFailure && step.Intents.Contains(StepIntent.Deploy))
            select new { Pipeline = pipeline, Job = job };
        var all = deploying.ToList();
        if (parts.Scale.Kind != ScaleKind.Fleet || all.Count == 0)
        {
            yield break;
        }

        var found = Evidence(parts).Take(3).ToList();
        yield return new Capability(
            CapabilityKind.Staging,
            found.Count > 0 ? CapabilityLevel.Present : CapabilityLevel.Absent,
            all[0].Pipeline.Declared.File.Name,
            all[0].Job.Span
        )
        {
            Evidence = found,
        };
    }

    private static IEnumerable<Fact<string>> Evidence(DeployedParts parts) =>
        parts
            .Targets.Where(target => target.Environment == TargetEnvironment.Staging || Says(target.Name))
            .Select(target => new Fact<string>(target.Name, target.Workloads[0].Span))
            .Concat(
                from pipeline in parts.Pipelines
                from job in pipeline.Jobs
                where
                    Says(job.Id) && job.Id.Contains("deploy", StringComparison.OrdinalIgnoreCase)
                    || Says(job.DeploysTo?.Value)
                    || Says(pipeline.Declared.File.Name)
                select new Fact<string>($"{pipeline.Declared.File.Name}: {job.Id}", job.Span)
            )
            .Concat(
                from workflow in parts.Deployment.Of<Workflow>()
                from trigger in workflow.Triggers
                from branch in trigger.Branches ?? []
                where Says(branch.Value)
                select branch
            );

    private static bool Says(string? name) =>
        name is not null && Words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
