using Seaworthy.Deploying.Kubernetes.Planning;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Kubernetes.Running;

/// <summary>A deployment to a cluster, ready to be looked at or run.</summary>
public sealed record PreparedCluster(ClusterPlanInput Input, DeployPlan Plan, DeployRequest Request);
