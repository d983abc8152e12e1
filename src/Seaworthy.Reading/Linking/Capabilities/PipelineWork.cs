using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>What a pipeline does that a test could stand before.</summary>
internal static class PipelineWork
{
    public static bool DoesAnything(Pipeline pipeline) =>
        pipeline.Jobs.SelectMany(job => job.Steps).Any(step => step.Commands.Count > 0 || step.Intents.Any(IsWork));

    /// <summary>It checks, builds or ships a program; a plan of Terraform does nothing of it.</summary>
    public static bool IsOnSoftware(Pipeline pipeline) =>
        pipeline
            .Jobs.SelectMany(job => job.Steps)
            .Any(step =>
                step.Purposes.Count > 0
                    ? step.Purposes.Any(purpose =>
                        IsWork(purpose.Intent) && CommandLine.Of(purpose.Command).Program is not ("terraform" or "tofu" or "terragrunt")
                    )
                    : step.Intents.Any(IsWork)
            );

    private static bool IsWork(StepIntent intent) =>
        intent
            is StepIntent.Install
                or StepIntent.Lint
                or StepIntent.Build
                or StepIntent.BuildImage
                or StepIntent.PushImage
                or StepIntent.Publish
                or StepIntent.Migrate
                or StepIntent.Deploy;
}
