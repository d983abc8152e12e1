using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running.Steps;

namespace Seaworthy.Deploying.Running;

/// <summary>Who does the steps of each kind.</summary>
internal sealed class StepActions(DeployContext context)
{
    public IStepAction Of(StepKind kind) =>
        kind switch
        {
            StepKind.Prepare => new PrepareAction(context),
            StepKind.Certificates => new CertificatesAction(context),
            StepKind.Proxy => new ProxyAction(context),
            StepKind.Issue => new IssueAction(context),
            StepKind.Backup => new BackupAction(context),
            StepKind.Replace => new ReplaceAction(context),
            StepKind.Migrate => new MigrateAction(context),
            StepKind.Start => new StartAction(context),
            StepKind.Health => new HealthAction(context),
            StepKind.Join or StepKind.Switch => new TrafficAction(context),
            StepKind.Canary => new CanaryAction(context),
            StepKind.Watch => new WatchAction(context),
            StepKind.Promote => new PromoteAction(context),
            StepKind.Retire => new RetireAction(context),
            _ => new PruneAction(context),
        };

    public static DeployOutcome Outcome(StepKind kind) =>
        kind switch
        {
            StepKind.Backup => DeployOutcome.Backup,
            StepKind.Migrate => DeployOutcome.Migration,
            StepKind.Prepare or StepKind.Certificates or StepKind.Proxy or StepKind.Issue => DeployOutcome.Preparation,
            StepKind.Switch or StepKind.Watch or StepKind.Canary or StepKind.Promote => DeployOutcome.RolledBack,
            _ => DeployOutcome.Health,
        };
}
