using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Whether a pipeline runs automated tests, where there is a pipeline.</summary>
internal static class TestRuns
{
    public static IEnumerable<Capability> Find(DeployedParts parts)
    {
        var pipelines = parts.Pipelines.Where(pipeline => pipeline.Declared is not ShellScript).ToList();
        if (pipelines.Count == 0)
        {
            yield break;
        }

        var running = pipelines
            .SelectMany(pipeline => pipeline.Jobs)
            .Where(job => job.NeverRunsBecause is null)
            .SelectMany(job => job.Steps)
            .FirstOrDefault(step => step.Intents.Any(intent => intent is StepIntent.Test or StepIntent.SmokeTest));
        // A job without steps calls a workflow that stands elsewhere; what a build of an image runs, its Dockerfile says.
        var elsewhere = pipelines.SelectMany(pipeline => pipeline.Jobs).FirstOrDefault(job => job.Steps.Count == 0);
        var isElsewhere =
            elsewhere is not null
            || pipelines.Any(pipeline =>
                pipeline.Declared is GitLabPipeline gitlab && gitlab.Includes.Any(include => include.Kind != "local")
            )
            || parts.Signs.Pipeline is { } sign && pipelines.All(pipeline => pipeline.Declared.File.Path != sign.File.Path);
        yield return new Capability(
            CapabilityKind.TestRun,
            running is not null ? CapabilityLevel.Present
                : isElsewhere ? CapabilityLevel.Unknown
                : CapabilityLevel.Absent,
            "the repository",
            pipelines[0].Declared.File.Whole
        )
        {
            Evidence = running is null ? [] : [new Fact<string>(running.Name, running.Span)],
            Wanting = [.. parts.Signs.Tests.Select(path => new Fact<string>(path, new SourceFile(path, "").Whole))],
            UnknownBecause = isElsewhere ? "a pipeline that is not read may run them" : null,
        };
    }
}
