using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Answering;

/// <summary>The answer for one target: whether it works when it is deployed as it is.</summary>
/// <param name="Blocking">The findings that block it, in the order of the report.</param>
/// <param name="Unread">Why its programs are not all known, each as a clause.</param>
public sealed record TargetAnswer(Target Target, TargetState State, IReadOnlyList<Finding> Blocking, IReadOnlyList<string> Unread)
{
    /// <summary>Users of a deployment meet it, as far as the tree tells.</summary>
    public bool IsDeployed => Target.Environment is TargetEnvironment.Production or TargetEnvironment.Staging or TargetEnvironment.Unstated;
}
