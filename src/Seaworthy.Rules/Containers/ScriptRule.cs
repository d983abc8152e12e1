using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A question about the scripts that containers start, or builds of images. One script that several start in the same way is one subject.</summary>
internal abstract class ScriptRule : Rule<IReadOnlyList<ScriptStart>>
{
    /// <summary>Whether the question can be asked of it.</summary>
    protected abstract bool IsJudged(ScriptStart start);

    /// <summary>What is wrong with it; null when nothing is.</summary>
    protected abstract Verdict? Check(ScriptStart start);

    /// <summary>The scripts that it is asked of: those of containers.</summary>
    protected virtual IEnumerable<ScriptStart> Scripts(Deployment deployment) => deployment.All<ScriptStart>();

    public sealed override IEnumerable<IReadOnlyList<ScriptStart>> Subjects(Deployment deployment) =>
        Scripts(deployment).Where(IsJudged).GroupBy(start => new { start.File.Path, start.IsInBuild }).Select(same => same.ToList());

    protected sealed override Subject Identify(IReadOnlyList<ScriptStart> subject) => new(subject[0].Subject, subject[0].Span);

    protected sealed override IEnumerable<Verdict> Check(IReadOnlyList<ScriptStart> subject, Deployment deployment)
    {
        foreach (var start in subject)
        {
            if (Check(start) is { } verdict)
            {
                yield return verdict
                    .Related(start.PutThereBy)
                    .Related(subject.Where(other => other != start && Check(other) is not null).Select(other => other.Span));
                yield break;
            }
        }
    }

    protected static string Starts(ScriptStart start) => start.IsInBuild ? "runs" : "starts";

    protected static string Named(ScriptStart start) =>
        start.IsMounted ? $"{start.Path} (mounted from {start.File.Path})" : $"{start.Path} (from {start.File.Path})";
}
