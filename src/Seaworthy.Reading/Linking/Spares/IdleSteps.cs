using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Spares;

/// <summary>The steps of jobs that never run: what is wrong with them stops nobody, and their job is a finding of its own.</summary>
internal static class IdleSteps
{
    public static IEnumerable<SparePart> Find(Deployment deployment) =>
        from pipeline in deployment.Pipelines
        let starts = pipeline.Jobs.Select(job => job.Span.Start).Order().ToList()
        from job in pipeline.Jobs
        where (job.NeverRunsBecause is not null || job.NeverRunsByNeed) && job.Steps.Count > 0
        let first = job.Steps[0].Span
        let end = starts.Find(start => start > first.Start) is > 0 and var next ? next : first.File.Lines.StartOf(int.MaxValue)
        select new SparePart(new SourceSpan(first.File, first.Start, end - first.Start), $"The job {job.Id} never runs.");
}
