using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>Workflows and deploy scripts to pipelines: ordered steps with what each means to do.</summary>
internal static class PipelineLinker
{
    public static IReadOnlyList<Pipeline> Link(Deployment deployment) => [];
}
