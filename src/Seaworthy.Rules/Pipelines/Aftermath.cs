using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>What a file does after its first deploy command, in any shell on any machine.</summary>
internal static class Aftermath
{
    /// <summary>A line checks the new version: through a service manager, the list of containers or processes, or the service itself.</summary>
    public static bool IsAsked(DeployingPipeline deploying) =>
        deploying
            .Job.Steps.SelectMany(step => step.Purposes)
            .Where(purpose => purpose.Intent == StepIntent.Deploy && purpose.Command.Span.File == deploying.File)
            .Select(purpose => purpose.Command.Span.EndLine)
            .DefaultIfEmpty(int.MaxValue)
            .Min()
            is var start
        && StateQuestion.IsBelow(deploying.File, start);
}
